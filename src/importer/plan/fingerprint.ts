import { sha256 } from '../normalise/hash';
import { tagKey } from '../normalise/tag-name';
import type { ArticleFields } from '../records';
import type { StoredState } from '../store';
import { canonical } from './same-value';

type Fields = Partial<ArticleFields>;

/** The spelling of a tag is that of whoever made it first. */
function folded(fields: Fields | null): unknown {
  return fields === null ? null : { ...fields, tags: (fields.tags ?? []).map(tagKey).sort() };
}

/**
 * What a plan was made from, in one word: it changes when the entry, or what the ledger says of it, does.
 *
 * @returns SHA-256 in hex
 */
export function fingerprint({ source, article }: StoredState): string {
  const known = source === null ? null : [source.contentHash, source.parserVersion];
  const stored = article === null ? null : [folded(article.fields), folded(article.base), folded(article.own)];
  return sha256(canonical([known, stored]));
}
