import type { RankingListRecord } from '../../importer/records';
import type { Batch } from './batch';
import { newDocumentId } from './document-ids';
import type { BulkSchema, Linking } from './schema';
import type { SeenList } from './seen-lists';
import type { Row } from './sessions/session';
import type { Reads } from './tables';

/** What sightings are written with. */
export type SightingBatch = Pick<Batch, 'session' | 'now'> & {
  /** Null outside of runs. */
  readonly runId: string | null;
  readonly schema: Linking['schema'] & Pick<BulkSchema, 'sightings'>;
};

interface SightingRow {
  readonly list: string;
  readonly source: string;
}

const pairOf = (list: string, source: string): string => `${list} ${source}`;

async function findSightings({ session, schema }: SightingBatch, sources: readonly string[]): Promise<Set<string>> {
  const column = (attribute: string): string => session.name(schema.sightings.column(attribute));
  const sql =
    `select ${column('listDocumentId')} as list, ${column('sourceIdentity')} as source ` +
    `from ${session.name(schema.sightings.name)} where ${session.isOneOf(column('sourceIdentity'))}`;
  const rows = await session.select<SightingRow>(sql, [session.list(sources)]);
  return new Set(rows.map(({ list, source }) => pairOf(list, source)));
}

interface Sighting {
  readonly listDocumentId: string;
  readonly source: string;
  readonly seenAt: string;
  readonly runId: string | null;
  readonly now: string;
}

const SIGHTING: Reads<Sighting> = {
  documentId: () => newDocumentId(),
  listDocumentId: ({ listDocumentId }) => listDocumentId,
  sourceIdentity: ({ source }) => source,
  seenAt: ({ seenAt }) => seenAt,
  runId: ({ runId }) => runId,
  createdAt: ({ now }) => now,
  updatedAt: ({ now }) => now,
  publishedAt: ({ now }) => now,
};

/**
 * Writes down which documents show which snapshots; what is known already stays.
 *
 * @param documentIds of the snapshots, by their key
 * @returns for each snapshot, in order, how many documents are new to it
 */
export async function saveSightings(
  batch: SightingBatch,
  seen: readonly SeenList[],
  documentIds: ReadonlyMap<string, string>,
): Promise<readonly number[]> {
  const { session, schema, now, runId } = batch;
  const known = await findSightings(batch, [...new Set(seen.flatMap(({ sources }) => [...sources.keys()]))]);
  const toRow = schema.sightings.rowsOf(SIGHTING);
  const rows: Row[] = [];
  const counts = seen.map(({ list, sources }) => {
    const listDocumentId = documentIds.get(list.snapshotKey) ?? '';
    const before = rows.length;
    for (const [source, seenAt] of sources) {
      if (!known.has(pairOf(listDocumentId, source))) rows.push(toRow({ listDocumentId, source, seenAt, runId, now }));
    }
    return rows.length - before;
  });
  if (rows.length > 0) await session.add(schema.sightings.name, schema.sightings.columns, rows);
  return counts;
}

interface ListRow {
  readonly id: number;
  readonly snapshot: string;
  readonly count: number | null;
  readonly basis: string | null;
  readonly captured: unknown;
  readonly first: unknown;
  readonly last: unknown;
}

const TIMES = ['capturedAt', 'firstSeenAt', 'lastSeenAt', 'sourceCount'] as const;

async function findListRows({ session, schema }: SightingBatch, snapshots: readonly string[]) {
  const column = (attribute: string): string => session.name(schema.lists.column(attribute));
  const sql =
    `select id, ${column('snapshotKey')} as snapshot, ${column('sourceCount')} as ${session.name('count')}, ` +
    `${column('capturedAtBasis')} as basis, ` +
    `${column('capturedAt')} as captured, ${column('firstSeenAt')} as ${session.name('first')}, ` +
    `${column('lastSeenAt')} as ${session.name('last')} from ${session.name(schema.lists.name)} ` +
    `where ${session.isOneOf(column('snapshotKey'))}`;
  return session.select<ListRow>(sql, [session.list(snapshots)]);
}

/**
 * Which sighting speaks for a snapshot: the earliest; where no capture states its time, the latest, since what was imported last is what the page
 * shows now, though it may have shown the same before.
 */
export const captureTime = <Time>(basis: string | null, first: Time, last: Time): Time =>
  basis === 'import' ? last : first;

/** The earlier or the later of two instants, of which one may be unknown. */
const pick = (stored: string | null, seen: string, which: 'earlier' | 'later'): string =>
  stored !== null && stored < seen === (which === 'earlier') ? stored : seen;

function seenAgain({ session }: SightingBatch, row: ListRow, { first, last }: SeenList, added: number): Row | null {
  const [captured = null, before = null, after = null] = [row.captured, row.first, row.last].map(session.toInstant);
  const [earliest, latest] = [pick(before, first, 'earlier'), pick(after, last, 'later')];
  if (added === 0 && earliest === before && latest === after) return null;
  const stored = captureTime(row.basis, before, after);
  // A time of capture that an editor has set stays.
  const capturedAt = captured === stored ? captureTime(row.basis, earliest, latest) : captured;
  return [row.id, capturedAt, earliest, latest, (row.count ?? 0) + added];
}

/** Adds further sightings to stored snapshots, drafts and published rows alike; their times of editing stay. */
export async function countSightings(
  batch: SightingBatch,
  seen: readonly SeenList[],
  added: readonly number[],
): Promise<void> {
  if (seen.length === 0) return;
  const places = new Map(seen.map(({ list }, at) => [list.snapshotKey, at]));
  const stored = await findListRows(batch, [...places.keys()]);
  const rows = stored.flatMap((row): readonly Row[] => {
    const at = places.get(row.snapshot) ?? -1;
    const list = seen[at];
    const changed = list === undefined ? null : seenAgain(batch, row, list, added[at] ?? 0);
    return changed === null ? [] : [changed];
  });
  if (rows.length === 0) return;
  const { lists } = batch.schema;
  await batch.session.update(lists.name, lists.columnsOf(TIMES), rows);
}

interface ClaimRow {
  readonly id: number;
  readonly capture: string;
  readonly snapshot: string;
  readonly disputed: unknown;
}

/** Flags snapshots of one list that claim the same time and differ: all of them are kept, and none is known to be the right one. */
export async function flagDisputes(batch: SightingBatch, lists: readonly RankingListRecord[]): Promise<void> {
  const captures = [...new Set(lists.flatMap(({ captureKey }) => captureKey ?? []))];
  if (captures.length === 0) return;
  const { session, schema } = batch;
  const column = (attribute: string): string => session.name(schema.lists.column(attribute));
  const sql =
    `select id, ${column('captureKey')} as capture, ${column('snapshotKey')} as snapshot, ` +
    `${column('disputed')} as disputed from ${session.name(schema.lists.name)} where ${session.isOneOf(column('captureKey'))}`;
  const rows = await session.select<ClaimRow>(sql, [session.list(captures)]);
  const claims = new Map<string, Set<string>>();
  for (const { capture, snapshot } of rows) claims.set(capture, (claims.get(capture) ?? new Set()).add(snapshot));
  const disputed = rows.filter((row) => !row.disputed && (claims.get(row.capture)?.size ?? 0) > 1);
  if (disputed.length === 0) return;
  await session.update(
    schema.lists.name,
    schema.lists.columnsOf(['disputed']),
    disputed.map(({ id }) => [id, true]),
  );
}
