import { daysOnLists, type DaysOnLists } from './days';
import { finderOf, moveOf, type FindRow, type Move } from './movement';
import { rowsOfLists, type RankedArticle, type StoredRow } from './rows';
import { previousSnapshots, type Place, type Snapshot } from './snapshots';
import type { Knex, RankingTables } from './tables';

/** A row of a ranking as readers see it. */
export interface RankingRow extends Move {
  /** Its place among the rows that readers see. */
  readonly position: number;
  readonly headline: string;
  /** Null where an editor added the row. */
  readonly printedPosition: number | null;
  readonly printedHeadline: string;
  readonly description: string | null;
  readonly url: string | null;
  readonly pinned: boolean;
  /** Null until the article is known and published. */
  readonly article: RankedArticle | null;
  /** Days, in UTC, on which it stood on this list. */
  readonly daysOnList: number;
  /** The first capture of this list on which it stood. */
  readonly firstSeenAt: string | null;
}

/** A row of the snapshot before that is no longer there. */
export interface DroppedRow {
  readonly headline: string;
  readonly article: RankedArticle | null;
  readonly previousPosition: number;
}

/** A ranking list at one time, as readers see it. */
export interface Ranking extends Omit<Snapshot, 'id'> {
  /** The snapshot that movement is told from; null for the first of a list. */
  readonly previous: Place | null;
  readonly entries: readonly RankingRow[];
  readonly out: readonly DroppedRow[];
}

/** What a reader may see beside the lists themselves. */
export interface Reader {
  readonly mayReadArticles: boolean;
}

interface Known {
  readonly rows: readonly StoredRow[];
  readonly previousRows: readonly StoredRow[] | null;
  readonly previous: Snapshot | null;
  readonly days: DaysOnLists;
  readonly reader: Reader;
}

const isVisible = ({ hidden }: StoredRow): boolean => !hidden;

function articleOf({ article }: StoredRow, reader: Reader): RankedArticle | null {
  return reader.mayReadArticles ? article : null;
}

function toRankingRow(
  snapshot: Snapshot,
  row: StoredRow,
  position: number,
  findBefore: FindRow | null,
  { days, reader }: Known,
): RankingRow {
  const { headline: printedHeadline, label, printedPosition, description, url, pinned } = row;
  const stood = days.ofRow(snapshot.key, snapshot.capturedAt, row);
  const firsts = [...stood.values()].sort();
  return {
    ...{ position, headline: label ?? printedHeadline, printedPosition, printedHeadline, description, url, pinned },
    ...{ article: articleOf(row, reader), ...moveOf(row, findBefore) },
    ...{ daysOnList: stood.size, firstSeenAt: firsts[0] ?? null },
  };
}

function droppedRows(rows: readonly StoredRow[], before: readonly StoredRow[], reader: Reader): readonly DroppedRow[] {
  // A row that is there, but hidden, is not out.
  const findNow = finderOf(rows);
  return before
    .filter((row) => findNow(row) === undefined)
    .map((row) => ({
      headline: row.label ?? row.headline,
      article: articleOf(row, reader),
      previousPosition: row.rank,
    }));
}

function toRanking(snapshot: Snapshot, known: Known): Ranking {
  const { id, ...described } = snapshot;
  const { rows, previous, previousRows, reader } = known;
  const before = previousRows?.filter(isVisible) ?? null;
  const findBefore = before === null ? null : finderOf(before);
  return {
    ...described,
    previous: previous === null ? null : { capturedAt: previous.capturedAt, documentId: previous.documentId },
    entries: rows.filter(isVisible).map((row, at) => toRankingRow(snapshot, row, at + 1, findBefore, known)),
    out: before === null ? [] : droppedRows(rows, before, reader),
  };
}

/** Snapshots with their rows, and how those moved; with a number of statements that does not depend on how many there are. */
export async function buildRankings(
  trx: Knex,
  tables: RankingTables,
  snapshots: readonly Snapshot[],
  reader: Reader,
): Promise<readonly Ranking[]> {
  if (snapshots.length === 0) return [];
  const ids = snapshots.map(({ id }) => id);
  const previous = await previousSnapshots(trx, tables, ids);
  const rows = await rowsOfLists(trx, tables, [...new Set([...ids, ...[...previous.values()].map(({ id }) => id)])]);
  const visible = ids.flatMap((id) => (rows.get(id) ?? []).filter(isVisible));
  const keys = [...new Set(snapshots.map(({ key }) => key))];
  const last =
    snapshots
      .map(({ capturedAt }) => capturedAt)
      .sort()
      .at(-1) ?? null;
  const days = await daysOnLists(trx, tables, keys, visible, last);
  return snapshots.map((snapshot) => {
    const before = previous.get(snapshot.id) ?? null;
    return toRanking(snapshot, {
      ...{ days, reader, previous: before, rows: rows.get(snapshot.id) ?? [] },
      previousRows: before === null ? null : (rows.get(before.id) ?? []),
    });
  });
}
