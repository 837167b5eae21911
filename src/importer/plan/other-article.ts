import { diagnostic } from '../diagnostics';
import type { Diagnostic } from '../documents';
import { blockText } from '../normalise/blocks';
import { headlineKey } from '../normalise/headline-key';
import type { ArticleFields, Block, DocumentRecord } from '../records';
import type { KnownArticle } from '../store';
import { isEmpty } from './same-value';

type Fields = Partial<ArticleFields>;

const textsOf = (body: readonly Block[] = []): readonly string[] => body.map(blockText).filter((text) => text !== '');

const differs = (left: unknown, right: unknown): boolean => !isEmpty(left) && !isEmpty(right) && left !== right;

/** Whether nothing that identifies an article is left of what was there: neither headline nor printed time nor any paragraph. */
function isOther(before: Fields, now: ArticleFields): boolean {
  if (!differs(before.datePublished, now.datePublished)) return false;
  if (!differs(headlineKey(before.headline ?? ''), headlineKey(now.headline ?? ''))) return false;
  const known = new Set(textsOf(before.body));
  return known.size > 0 && !textsOf(now.body).some((text) => known.has(text));
}

/**
 * A document that is known by nothing but its name, and is another article than the one that was read under this name before: a folder a
 * day with the same names in each. Taken as a new version it would overwrite that article.
 *
 * @returns what to say of it; null where it is the same article, or known by more than its name
 */
export function findOtherArticle({ source, article }: DocumentRecord, known: KnownArticle | null): Diagnostic | null {
  if (article === null || !source.identity.startsWith('path:') || known === null || known.own === null) return null;
  if (!isOther(known.own, article.fields)) return null;
  return diagnostic('name-taken', {
    actual: `“${article.fields.headline}”`,
    expected: `“${known.own.headline}”`,
  });
}
