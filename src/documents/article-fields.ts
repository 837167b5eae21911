import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { leadParagraph } from '../importer/normalise/description';
import { slugCandidates } from '../importer/normalise/slug';
import { wordCount } from '../importer/normalise/word-count';
import { freeSlug } from '../stores/slugs';
import { textOf, type Data } from './blank';

export const ARTICLE = 'api::article.article';

/** What the content manager makes of a slug where there is no headline to make it from. */
const PLACEHOLDER_SLUG = /^article(?:-\d{1,9})?$/;

/** The stored draft that an update changes; empty for a new article. */
export interface StoredArticle {
  readonly documentId?: string;
  readonly headline?: string | null;
  readonly slug?: string | null;
  readonly description?: string | null;
  readonly body?: unknown;
  readonly datePublished?: string | null;
}

/** A field as it will be: sent with this call, else as stored. */
function upcoming(data: Data, stored: StoredArticle, name: keyof StoredArticle): unknown {
  return name in data ? data[name] : stored[name];
}

function isoText(value: unknown): string | null {
  return value instanceof Date ? value.toISOString() : textOf(value);
}

/**
 * The slug that the article will have: an editor's own with a number behind it where another article has it, else made from the
 * headline; undefined where the stored one stays.
 */
async function deriveSlug(strapi: Core.Strapi, data: Data, stored: StoredArticle): Promise<string | undefined> {
  const own = stored.documentId ?? null;
  const sent = textOf(data.slug);
  const kept = textOf(stored.slug);
  const headline = textOf(upcoming(data, stored, 'headline'));
  if (sent !== null && sent === kept) return undefined;
  if (sent !== null && !(PLACEHOLDER_SLUG.test(sent) && headline === null))
    return freeSlug(strapi, ARTICLE, [sent], own);
  if (kept !== null && !('slug' in data)) return undefined;
  const datePublished = isoText(upcoming(data, stored, 'datePublished'));
  const seed = typeof data.documentId === 'string' ? data.documentId : (own ?? randomUUID());
  return freeSlug(strapi, ARTICLE, slugCandidates({ headline, datePublished, seed }), own);
}

/** The description follows the lead paragraph until someone writes another, or empties it. Undefined: as sent, or as stored. */
function deriveDescription(data: Data, stored: StoredArticle): string | null | undefined {
  const before = textOf(stored.description);
  const edited = 'description' in data && textOf(data.description) !== before;
  if (edited || !('body' in data) || before !== leadParagraph(stored.body)) return undefined;
  return leadParagraph(data.body);
}

/**
 * What follows from an article's other fields: slug, description and word count.
 *
 * @param data what is written
 * @param stored the draft as it is now, `{}` for a new article
 * @returns data with the derived fields, ready for validation
 */
export async function deriveArticle(strapi: Core.Strapi, data: Data, stored: StoredArticle): Promise<Data> {
  const slug = await deriveSlug(strapi, data, stored);
  const description = deriveDescription(data, stored);
  const counted = 'body' in data || 'wordCount' in data;
  return {
    ...data,
    ...(slug === undefined ? {} : { slug }),
    ...(description === undefined ? {} : { description }),
    ...(counted ? { wordCount: wordCount(upcoming(data, stored, 'body')) } : {}),
  };
}
