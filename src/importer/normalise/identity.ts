import type { ParsedDocument } from '../documents';
import { headlineKey } from './headline-key';
import { sha256 } from './hash';

const MAX_IDENTITY_LENGTH = 255;

function fit(identity: string): string {
  return identity.length <= MAX_IDENTITY_LENGTH ? identity : `sha256:${sha256(identity)}`;
}

/** The key of a file's first document, where its carrier states nothing but a name. */
export function pathIdentity(path: string): string {
  return fit(`path:${path}`);
}

/** Standard input, and what an archive that came in by it holds: one such name says nothing of the next one. */
const isNameless = (path: string): boolean => path === '-' || path.startsWith('-!');

/**
 * The stable key of a source document: what its carrier states, else its name below the import root; without a name its bytes. Never the title.
 *
 * @returns at most 255 characters
 */
export function sourceIdentity({ source, url, capturedAt, recordId }: ParsedDocument): string {
  const part = source.index === 0 ? '' : `#${source.index}`;
  if (recordId !== null) return fit(`record:${recordId}${part}`);
  if (url !== null) return fit(`url:${url} ${capturedAt ?? ''}${part}`);
  if (isNameless(source.path)) return `sha256:${source.sha256}${part}`;
  return fit(`path:${source.path}${part}`);
}

/** Publisher, printed time and headline: what tells articles apart where no URL is stated. */
function textIdentity({ article, publisher }: ParsedDocument): string | null {
  const key = headlineKey(article?.headline ?? '');
  const published = article?.datePublished ?? null;
  if (key === '' || published === null) return null;
  return `text:${sha256([publisher ?? '', published, key].join('\n'))}`;
}

/**
 * The stable key of the article itself: its URL where one is stated, else publisher, printed time and headline.
 *
 * @returns null where the evidence is too thin to say which article it is
 */
export function articleIdentity(parsed: ParsedDocument): string | null {
  return parsed.url === null ? textIdentity(parsed) : fit(`url:${parsed.url}`);
}

/**
 * The key that an article known by its URL has in an extraction of the same page that states none.
 *
 * @returns null for an article without URL, and where the evidence is too thin
 */
export function articleAlias(parsed: ParsedDocument): string | null {
  return parsed.url === null ? null : textIdentity(parsed);
}
