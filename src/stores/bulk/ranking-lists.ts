import type { RankingEntryRecord, RankingListRecord } from '../../importer/records';
import { decideLinks, type Link } from '../../importer/rankings/decide-links';
import { entryKeys } from '../../importer/rankings/entry-keys';
import type { PublicationStatus } from '../ranking-lists';
import type { Batch } from './batch';
import { entriesField, insertParts, type Part } from './components';
import { newDocumentId } from './document-ids';
import { matchRows, type Wanted } from './link-candidates';
import { insertLinks } from './links';
import type { Row } from './sessions/session';
import {
  captureTime,
  countSightings,
  flagDisputes,
  groupSeen,
  saveSightings,
  type Seen,
  type SeenList,
} from './sightings';
import { draftAndPublished } from './tables';

/** Document ids of ranking lists by the key of their snapshot. */
export type ListIds = ReadonlyMap<string, string>;

interface NewList {
  readonly seen: SeenList;
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

function listRows({ schema, now, status }: Batch, { seen, documentId }: NewList): readonly Row[] {
  const { entries: _entries, ...fields } = seen.list;
  const data = {
    ...{ ...fields, documentId, createdAt: now, updatedAt: now },
    capturedAt: captureTime(fields.capturedAtBasis, seen.first, seen.last),
    ...{ firstSeenAt: seen.first, lastSeenAt: seen.last, sourceCount: seen.sources.size },
  };
  return draftAndPublished(schema.lists, data, status === 'published' ? now : null);
}

function entriesOf(list: RankingListRecord, entityId: number, status: PublicationStatus): readonly NewEntry[] {
  const sorted = [...list.entries].sort((one, other) => one.position - other.position);
  return sorted.map((record, at) => ({
    headline: record.headline,
    ...entryKeys(record.headline, record.truncated),
    ...{ entityId, status, record, position: at + 1 },
  }));
}

/** The links of new lists' rows; each list decides for itself which row shows an article that several mean. */
async function linksOf(batch: Batch, entries: readonly NewEntry[]): Promise<ReadonlyMap<NewEntry, Link>> {
  const matches = await matchRows(batch, entries);
  const byList = new Map<number, { readonly entry: NewEntry; readonly at: number }[]>();
  entries.forEach((entry, at) => byList.set(entry.entityId, [...(byList.get(entry.entityId) ?? []), { entry, at }]));
  const links = new Map<NewEntry, Link>();
  for (const members of byList.values()) {
    const rows = members.map(({ entry: { headlineKey, position }, at }) => ({
      ...{ headlineKey, order: position, hidden: false, choice: null },
      match: matches[at] ?? { article: null, method: null, candidates: 0 },
    }));
    decideLinks(rows, new Set()).forEach((link, at) => {
      const member = members[at];
      if (member !== undefined) links.set(member.entry, link);
    });
  }
  return links;
}

async function insertEntries(batch: Batch, entries: readonly NewEntry[]): Promise<void> {
  const links = await linksOf(batch, entries);
  const parts = entries.map((entry): Part => {
    const { entityId, position, record, headlineKey, truncated } = entry;
    const { headline, description, printedPosition } = record;
    const { linkState = 'unresolved', linkMethod = null, candidates = 0 } = links.get(entry) ?? {};
    const data = { position, printedPosition, headline, description, headlineKey, truncated };
    const row = batch.schema.entries.row({ ...data, linkState, linkMethod, candidates });
    return { entityId, order: position, row };
  });
  const ids = await insertParts(batch, entriesField(batch), parts);
  await insertLinks(
    batch,
    ids,
    entries.map((entry) => links.get(entry)),
  );
}

async function insertLists(batch: Batch, lists: readonly NewList[]): Promise<void> {
  const { session, schema } = batch;
  const rows = lists.map((list) => listRows(batch, list));
  const ids = [...(await session.insert(schema.lists.name, schema.lists.columns, rows.flat()))];
  const statuses: readonly PublicationStatus[] = ['draft', 'published'];
  const entries = lists.flatMap(({ seen }, at) =>
    (rows[at] ?? []).flatMap((_, kind) => entriesOf(seen.list, ids.shift() ?? 0, statuses[kind] ?? 'draft')),
  );
  await insertEntries(batch, entries);
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
  const lists = created.map((list): NewList => ({ seen: list, documentId: newDocumentId() }));
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
