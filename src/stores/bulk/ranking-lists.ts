import type { Batch } from './batch';
import { countAgain } from './count-again';
import { snapshotDocumentId } from './document-ids';
import { findLists } from './find-lists';
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
 *
 * @param restored keys of snapshots that an editor deleted: documents that showed them before count again
 */
export async function ensureLists(
  batch: Batch,
  seen: readonly Seen[],
  restored: ReadonlySet<string>,
): Promise<ListIds> {
  if (seen.length === 0) return new Map();
  const snapshots = groupSeen(seen);
  const ids = await findLists(
    batch,
    snapshots.map(({ list }) => list.snapshotKey),
  );
  const known = snapshots.filter(({ list }) => ids.has(list.snapshotKey));
  const created = snapshots.filter(({ list }) => !ids.has(list.snapshotKey));
  const lists = created.map((list): NewList => ({
    seen: list,
    documentId: snapshotDocumentId(list.list.snapshotKey),
    now: batch.now,
  }));
  if (lists.length > 0) await insertLists(batch, lists);
  for (const { seen: own, documentId } of lists) {
    ids.set(own.list.snapshotKey, documentId);
    batch.journal.created(batch.schema.lists.uid, documentId, batch.status === 'published');
  }
  const added = await saveSightings(batch, [...known, ...created], ids);
  await countSightings(batch, known, added);
  await countAgain(
    batch,
    [...restored].flatMap((key) => ids.get(key) ?? []),
  );
  await flagDisputes(
    batch,
    created.map(({ list }) => list),
  );
  return ids;
}
