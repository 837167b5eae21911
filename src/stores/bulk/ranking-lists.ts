import type { RankingEntryRecord, RankingListRecord } from '../../importer/records';
import { entryKeys } from '../entry-keys';
import type { PublicationStatus } from '../ranking-lists';
import type { Batch } from './batch';
import { entriesField, insertParts, type Part } from './components';
import { newDocumentId } from './document-ids';
import type { Wanted } from './link-candidates';
import { decideLinks, insertLinks } from './links';
import type { Row } from './sessions/session';
import { draftAndPublished } from './tables';

/** Document ids of ranking lists by the key of their snapshot. */
export type ListIds = ReadonlyMap<string, string>;

interface NewList {
  readonly list: RankingListRecord;
  readonly documentId: string;
}

interface NewEntry extends Wanted {
  readonly entityId: number;
  readonly position: number;
  readonly record: RankingEntryRecord;
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

function listRows({ schema, now, status }: Batch, { list, documentId }: NewList): readonly Row[] {
  const { title, key, scope, articleSection, window, capturedAt, capturedAtBasis, snapshotKey } = list;
  const data = {
    ...{ title, key, scope, articleSection, window, capturedAt, capturedAtBasis, snapshotKey, documentId },
    ...{ createdAt: now, updatedAt: now },
  };
  return draftAndPublished(schema.lists, data, status === 'published' ? now : null);
}

function entriesOf(list: RankingListRecord, entityId: number, status: PublicationStatus): readonly NewEntry[] {
  const sorted = [...list.entries].sort((one, other) => one.position - other.position);
  return sorted.map((record, at) => ({
    ...entryKeys(record.headline, record.truncated),
    ...{ entityId, status, record, position: at + 1 },
  }));
}

async function insertEntries(batch: Batch, entries: readonly NewEntry[]): Promise<void> {
  const decisions = await decideLinks(batch, entries);
  const parts = entries.map(({ entityId, position, record, headlineKey, truncated }, at): Part => {
    const { headline, description } = record;
    const linkState = decisions[at]?.linkState ?? 'unresolved';
    const row = batch.schema.entries.row({ position, headline, description, headlineKey, truncated, linkState });
    return { entityId, order: position, row };
  });
  const ids = await insertParts(batch, entriesField(batch), parts);
  await insertLinks(batch, ids, decisions);
}

async function insertLists(batch: Batch, lists: readonly NewList[]): Promise<void> {
  const { session, schema } = batch;
  const rows = lists.map((list) => listRows(batch, list));
  const ids = [...(await session.insert(schema.lists.name, schema.lists.columns, rows.flat()))];
  const statuses: readonly PublicationStatus[] = ['draft', 'published'];
  const entries = lists.flatMap(({ list }, at) =>
    (rows[at] ?? []).flatMap((_, kind) => entriesOf(list, ids.shift() ?? 0, statuses[kind] ?? 'draft')),
  );
  await insertEntries(batch, entries);
}

/** Stores the snapshots of a batch that are not known yet, each once, with their rows linked to the articles that are stored. */
export async function ensureLists(batch: Batch, lists: readonly RankingListRecord[]): Promise<ListIds> {
  const bySnapshot = new Map<string, RankingListRecord>();
  for (const list of lists) if (!bySnapshot.has(list.snapshotKey)) bySnapshot.set(list.snapshotKey, list);
  if (bySnapshot.size === 0) return new Map();
  const ids = await findLists(batch, [...bySnapshot.keys()]);
  const created = [...bySnapshot.values()]
    .filter(({ snapshotKey }) => !ids.has(snapshotKey))
    .map((list): NewList => ({ list, documentId: newDocumentId() }));
  if (created.length > 0) await insertLists(batch, created);
  for (const { list, documentId } of created) {
    ids.set(list.snapshotKey, documentId);
    batch.journal.created(batch.schema.lists.uid, documentId, batch.status === 'published');
  }
  return ids;
}
