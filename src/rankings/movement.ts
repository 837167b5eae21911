import type { StoredRow } from './rows';

/** Where a row went since the snapshot before, by printed positions: an editor's hand moves nobody up. */
export type Movement = 'up' | 'down' | 'same' | 'new';

export interface Move {
  /** Null where there is no snapshot before. */
  readonly movement: Movement | null;
  readonly previousPosition: number | null;
}

type Identity = Pick<StoredRow, 'article' | 'headlineKey'>;

/** Finds the row that means the same: the same article, else the same headline. */
export type FindRow = (row: Identity) => StoredRow | undefined;

/** Prepares to find rows among these; the first one wins where a list names something twice. */
export function finderOf(rows: readonly StoredRow[]): FindRow {
  const reversed = [...rows].reverse();
  const byArticle = new Map(reversed.flatMap((row) => (row.article === null ? [] : [[row.article.documentId, row]])));
  const byKey = new Map(reversed.map((row) => [row.headlineKey, row]));
  return ({ article, headlineKey }) =>
    (article === null ? undefined : byArticle.get(article.documentId)) ??
    (headlineKey === '' ? undefined : byKey.get(headlineKey));
}

/**
 * How a row moved.
 *
 * @param findBefore finds rows of the snapshot before; null where there is none
 */
export function moveOf(row: StoredRow, findBefore: FindRow | null): Move {
  if (findBefore === null) return { movement: null, previousPosition: null };
  const before = findBefore(row);
  if (before === undefined) return { movement: 'new', previousPosition: null };
  const difference = before.rank - row.rank;
  const movement = difference === 0 ? 'same' : difference > 0 ? 'up' : 'down';
  return { movement, previousPosition: before.rank };
}
