import type { Batch } from './batch';
import { newDocumentId } from './document-ids';
import { insertEntries } from './ranking-entries';
import { groupSeen, type Seen, type SeenList } from './seen-lists';
import { captureTime, countSightings, flagDisputes, saveSightings } from './sightings';
import { draftAndPublished, type Reads } from './tables';

/** Document ids of ranking lists by the key of their snapshot. */
export type ListIds = ReadonlyMap<string, string>;

interface NewList {
  readonly seen: SeenList;
  readonly documentId: string;
  readonly now: string;
}

interface SnapshotRow {
  readonly snapshot: string;
  readonly document: string;
}

async function findLists({ session, schema }: Batch, snapshots: readonly string[]): Promise<Map<string, string>> {
  const column = (attribute: string): string => session.name(schema.lists.column(attribute));
  const sql =
    `select ${column('snapshotKey')} as snapshot, ${column('documentId')} as document from ${session.name(schema.lists.name)} ` +
    `where ${session.isOneOf(column('snapshotKey'))}`;
  const rows = await session.select<SnapshotRow>(sql, [session.list(snapshots)]);
  return new Map(rows.map(({ snapshot, document }) => [snapshot, document]));
}

const LIST: Reads<NewList> = {
  documentId: ({ documentId }) => documentId,
  title: ({ seen }) => seen.list.title,
  key: ({ seen }) => seen.list.key,
  publisher: ({ seen }) => seen.list.publisher,
  scope: ({ seen }) => seen.list.scope,
  articleSection: ({ seen }) => seen.list.articleSection,
  window: ({ seen }) => seen.list.window,
  capturedAt: ({ seen }) => captureTime(seen.list.capturedAtBasis, seen.first, seen.last),
  capturedAtBasis: ({ seen }) => seen.list.capturedAtBasis,
  snapshotKey: ({ seen }) => seen.list.snapshotKey,
  captureKey: ({ seen }) => seen.list.captureKey,
  firstSeenAt: ({ seen }) => seen.first,
  lastSeenAt: ({ seen }) => seen.last,
  sourceCount: ({ seen }) => seen.sources.size,
  createdAt: ({ now }) => now,
  updatedAt: ({ now }) => now,
};

async function insertLists(batch: Batch, lists: readonly NewList[]): Promise<void> {
  const { session, schema, status, now } = batch;
  const rowsOf = draftAndPublished(schema.lists, LIST);
  const rows = lists.map((list) => rowsOf(list, status === 'published' ? now : null));
  const ids = await session.insert(schema.lists.name, schema.lists.columns, rows.flat());
  let next = 0;
  const stored = lists.map(({ seen: { list } }, at) => {
    const rowIds = ids.slice(next, next + (rows[at]?.length ?? 0));
    next += rowIds.length;
    return { list, rowIds };
  });
  await insertEntries(batch, stored);
}

/**
 * Stores the snapshots of a batch that are not known yet, each once, with their rows linked to the articles that are stored; notes for all of
 * them which documents show them.
 */
export async function ensureLists(batch: Batch, seen: readonly Seen[]): Promise<ListIds> {
  if (seen.length === 0) return new Map();
  const snapshots = groupSeen(seen);
  const ids = await findLists(
    batch,
    snapshots.map(({ list }) => list.snapshotKey),
  );
  const known = snapshots.filter(({ list }) => ids.has(list.snapshotKey));
  const created = snapshots.filter(({ list }) => !ids.has(list.snapshotKey));
  const lists = created.map((list): NewList => ({ seen: list, documentId: newDocumentId(), now: batch.now }));
  if (lists.length > 0) await insertLists(batch, lists);
  for (const { seen: own, documentId } of lists) {
    ids.set(own.list.snapshotKey, documentId);
    batch.journal.created(batch.schema.lists.uid, documentId, batch.status === 'published');
  }
  const added = await saveSightings(batch, [...known, ...created], ids);
  await countSightings(batch, known, added);
  await flagDisputes(
    batch,
    created.map(({ list }) => list),
  );
  return ids;
}
