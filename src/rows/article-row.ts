import type { Core } from '@strapi/strapi';
import { requestLinks } from '../documents/link-queue';
import { ARTICLE, deriveArticle } from '../documents/article-fields';
import { textOf, type Data } from '../documents/blank';
import { headlineKey } from '../importer/normalise/headline-key';
import { wordCount } from '../importer/normalise/word-count';
import type { LinkRequest } from '../stores/links';

/** A row of an article as far as links go. */
interface ArticleRow {
  readonly documentId: string;
  readonly headlineKey: string | null;
}

/** What the hooks of one event hand on to each other. */
export interface RowState {
  before?: readonly ArticleRow[];
}

/** The key that ranking rows find an article by; absent where the headline is not written. */
function keyFields({ headline }: Data): Data {
  if (headline === undefined) return {};
  return { headlineKey: typeof headline === 'string' ? headlineKey(headline) : null };
}

/** A row as it's created: what the Document Service has not derived before (rows that code writes by itself) is derived here. */
export async function completeNewRow(strapi: Core.Strapi, data: Data): Promise<Data> {
  const { slug, description, wordCount, documentId } = data;
  const keyed = { ...data, ...keyFields(data) };
  if (textOf(slug) !== null && description !== undefined && wordCount !== undefined) return keyed;
  const own = typeof documentId === 'string' ? { documentId } : {};
  const derived = await deriveArticle(strapi, data, own);
  return {
    ...derived,
    ...keyed,
    slug: textOf(slug) ?? derived.slug,
    description: description === undefined ? derived.description : description,
    wordCount: wordCount === undefined ? derived.wordCount : wordCount,
  };
}

/** A row as it's changed: the fields that follow from those which are written. */
export function completeChangedRow(data: Data): Data {
  const counted = 'body' in data ? { wordCount: wordCount(data.body) } : {};
  return { ...data, ...keyFields(data), ...counted };
}

function toRequests(rows: readonly ArticleRow[]): readonly LinkRequest[] {
  return rows.map(({ documentId, headlineKey: key }) => ({ documentId, headlineKey: key ?? '' }));
}

/** The rows that a hook's `where` means, as they are stored now. */
export async function findArticleRows(strapi: Core.Strapi, where: unknown): Promise<readonly ArticleRow[]> {
  return strapi.db.query(ARTICLE).findMany({ where: where as object, select: ['headlineKey', 'documentId'] });
}

/** Asks for the ranking rows of these articles to be linked anew: as the rows were, and as they are. */
export async function linkArticleRows(strapi: Core.Strapi, rows: readonly ArticleRow[]): Promise<void> {
  const requests = toRequests(rows);
  if (requests.length > 0) await requestLinks(strapi, requests);
}
