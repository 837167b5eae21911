import type { RankingListRecord } from '../../importer/records';
import type { Batch } from './batch';
import { newDocumentId } from './document-ids';
import type { BulkSchema, Linking } from './schema';
import type { Row } from './sessions/session';

/** A source document that shows a snapshot. */
export interface Seen {
  readonly list: RankingListRecord;
  /** Identity of the source document. */
  readonly source: string;
}

/** One snapshot, with the documents of a batch that show it. */
export interface SeenList {
  readonly list: RankingListRecord;
  /** Identities of the documents, each with the time of its capture. */
  readonly sources: ReadonlyMap<string, string>;
  /** ISO 8601 in UTC; the earliest and the latest capture among these documents. */
  readonly first: string;
  readonly last: string;
}

/** What sightings are written with. */
export type SightingBatch = Pick<Batch, 'session' | 'now'> & {
  /** Null outside of runs. */
  readonly runId: string | null;
  readonly schema: Linking['schema'] & Pick<BulkSchema, 'sightings'>;
};

/** Groups what the documents of a batch show by snapshot, in the order in which they come. */
export function groupSeen(seen: readonly Seen[]): readonly SeenList[] {
  const groups = new Map<string, SeenList>();
  for (const { list, source } of seen) {
    const { capturedAt, snapshotKey } = list;
    const known = groups.get(snapshotKey) ?? {
      list,
      sources: new Map<string, string>(),
      first: capturedAt,
      last: capturedAt,
    };
    groups.set(snapshotKey, {
      // The earliest capture speaks for the snapshot, in whatever order they come.
      list: capturedAt < known.first ? list : known.list,
      sources: new Map([...known.sources, [source, capturedAt]]),
      first: capturedAt < known.first ? capturedAt : known.first,
      last: capturedAt > known.last ? capturedAt : known.last,
    });
  }
  return [...groups.values()];
}

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
  const rows: Row[] = [];
  const counts = seen.map(({ list, sources }) => {
    const listDocumentId = documentIds.get(list.snapshotKey) ?? '';
    const added = [...sources].filter(([source]) => !known.has(pairOf(listDocumentId, source)));
    for (const [sourceIdentity, seenAt] of added) {
      const times = { createdAt: now, updatedAt: now, publishedAt: now, seenAt };
      rows.push(schema.sightings.row({ ...times, documentId: newDocumentId(), listDocumentId, sourceIdentity, runId }));
    }
    return added.length;
  });
  if (rows.length > 0) await session.insert(schema.sightings.name, schema.sightings.columns, rows);
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
