import type { ParsedDocument } from '../documents';
import { headlineKey } from './headline-key';
import { sha256 } from './hash';

const MAX_IDENTITY_LENGTH = 255;

function fit(identity: string): string {
  return identity.length <= MAX_IDENTITY_LENGTH ? identity : `sha256:${sha256(identity)}`;
}

/**
 * The stable key of a source document: what its carrier states, else its name below the import root. Never the title.
 *
 * @returns at most 255 characters
 */
export function sourceIdentity({ source, url, capturedAt, recordId }: ParsedDocument): string {
  const part = source.index === 0 ? '' : `#${source.index}`;
  if (recordId !== null) return fit(`record:${recordId}${part}`);
  if (url !== null) return fit(`url:${url} ${capturedAt ?? ''}${part}`);
  return fit(`path:${source.path}${part}`);
}

/**
 * The stable key of the article itself: its URL where one is stated, else publisher, printed time and headline.
 *
 * @returns null where the evidence is too thin to say which article it is
 */
export function articleIdentity({ article, url, publisher }: ParsedDocument): string | null {
  if (url !== null) return fit(`url:${url}`);
  const key = headlineKey(article?.headline ?? '');
  if (key === '' || article?.datePublished == null) return null;
  return `text:${sha256([publisher ?? '', article.datePublished, key].join('\n'))}`;
}
