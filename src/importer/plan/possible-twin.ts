import { diagnostic } from '../diagnostics';
import type { Diagnostic } from '../documents';
import { headlineKey } from '../normalise/headline-key';
import type { ArticleFields, DocumentRecord } from '../records';

/** What can be said for or against two articles with one headline being the same. */
export type Evidence = Pick<ArticleFields, 'publisher' | 'datePublished' | 'datePublishedPrecision'>;

/** An article with the same headline, and the path of a document that it was read from. */
export interface Lookalike extends Evidence {
  readonly headline: string;
  readonly path: string;
}

const DAY_LENGTH = 10;

function mayBeOneTime(left: Evidence, right: Evidence): boolean {
  if (left.datePublished === null || right.datePublished === null) return true;
  if (left.datePublishedPrecision !== 'day' && right.datePublishedPrecision !== 'day') return false;
  return left.datePublished.slice(0, DAY_LENGTH) === right.datePublished.slice(0, DAY_LENGTH);
}

/** Whether two articles with one headline may be one: nothing that is printed tells them apart, and nothing says that they are the same. */
export function isPossibleTwin(left: Evidence, right: Evidence): boolean {
  const isOnePublisher = left.publisher === null || right.publisher === null || left.publisher === right.publisher;
  return isOnePublisher && mayBeOneTime(left, right);
}

/** The key of an article's headline; `''` where there is none to compare. */
export function twinKey({ article }: DocumentRecord): string {
  return article === null ? '' : (article.derived?.headlineKey ?? headlineKey(article.fields.headline ?? ''));
}

/** The finding that names both: the document that it is found in, and the article that stands already. */
export function describeTwin({ headline, path }: Lookalike): Diagnostic {
  return diagnostic('possible-twin', { actual: `“${headline}” of ${path}`, expected: 'a printed time, or an address' });
}

/**
 * Finds the documents among new ones that may be the same as an earlier one of them.
 *
 * @returns for each record its lookalike, null where it has none
 */
export function twinsAmong(records: readonly DocumentRecord[]): readonly (Lookalike | null)[] {
  const first = new Map<string, Lookalike>();
  return records.map((record) => {
    const key = twinKey(record);
    if (record.article === null || key === '') return null;
    const { fields } = record.article;
    const earlier = first.get(key) ?? null;
    if (earlier === null) {
      const { headline, publisher, datePublished, datePublishedPrecision } = fields;
      const { path } = record.source;
      first.set(key, { headline: headline ?? '', publisher, datePublished, datePublishedPrecision, path });
    }
    return earlier !== null && isPossibleTwin(earlier, fields) ? earlier : null;
  });
}
