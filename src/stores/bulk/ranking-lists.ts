import type { RankingEntryRecord, RankingListRecord } from '../../importer/records';
import { decideLinks, type Link } from '../../importer/rankings/decide-links';
import { entryKeys } from '../../importer/rankings/entry-keys';
import type { PublicationStatus } from '../ranking-lists';
import type { Batch } from './batch';
import { entriesField, insertParts, type Part } from './components';
import { newDocumentId } from './document-ids';
import { matchRows, type Wanted } from './link-candidates';
import { insertLinks } from './links';
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

interface NewEntry extends Wanted {
  readonly entityId: number;
  readonly position: number;
  readonly record: RankingEntryRecord;
}

interface LinkedEntry {
  readonly entry: NewEntry;
  readonly link: Link | undefined;
}

const ENTRY: Reads<LinkedEntry> = {
  position: ({ entry }) => entry.position,
  headline: ({ entry }) => entry.headline,
  linkState: ({ link }) => link?.linkState ?? 'unresolved',
  linkMethod: ({ link }) => link?.linkMethod ?? null,
  candidates: ({ link }) => link?.candidates ?? 0,
  description: ({ entry }) => entry.record.description,
  printedPosition: ({ entry }) => entry.record.printedPosition,
  headlineKey: ({ entry }) => entry.headlineKey,
  truncated: ({ entry }) => entry.truncated,
};

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

function entriesOf(list: RankingListRecord, entityId: number, status: PublicationStatus): readonly NewEntry[] {
  const sorted = [...list.entries].sort((one, other) => one.position - other.position);
  return sorted.map((record, at) => {
    const { headline } = record;
    const { headlineKey, truncated } = entryKeys(headline, record.truncated);
    return { headline, headlineKey, truncated, entityId, status, record, position: at + 1 };
  });
}

/** The links of new lists' rows; each list decides for itself which row shows an article that several mean. */
async function linksOf(batch: Batch, entries: readonly NewEntry[]): Promise<ReadonlyMap<NewEntry, Link>> {
  const matches = await matchRows(batch, entries);
  const byList = new Map<number, { readonly entry: NewEntry; readonly at: number }[]>();
  entries.forEach((entry, at) => {
    const members = byList.get(entry.entityId);
    if (members === undefined) byList.set(entry.entityId, [{ entry, at }]);
    else members.push({ entry, at });
  });
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
  const toRow = batch.schema.entries.rowsOf(ENTRY);
  const parts = entries.map((entry): Part => {
    return { entityId: entry.entityId, order: entry.position, row: toRow({ entry, link: links.get(entry) }) };
  });
  const ids = await insertParts(batch, entriesField(batch), parts);
  await insertLinks(
    batch,
    ids,
    entries.map((entry) => links.get(entry)),
  );
}

async function insertLists(batch: Batch, lists: readonly NewList[]): Promise<void> {
  const { session, schema, status, now } = batch;
  const rowsOf = draftAndPublished(schema.lists, LIST);
  const rows = lists.map((list) => rowsOf(list, status === 'published' ? now : null));
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
