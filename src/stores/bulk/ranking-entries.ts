import { decideLinks, type Link } from '../../importer/rankings/decide-links';
import { entryKeys } from '../../importer/rankings/entry-keys';
import type { RankingEntryRecord, RankingListRecord } from '../../importer/records';
import type { PublicationStatus } from '../ranking-lists';
import type { Batch } from './batch';
import { entriesField, insertParts, type Part } from './components';
import { matchRows, NO_MATCH, type Wanted } from './link-candidates';
import { insertLinks } from './links';
import type { Reads } from './tables';

/** A snapshot that is stored, with the ids of its rows: the draft's, then the published one's where there is one. */
export interface StoredList {
  readonly list: RankingListRecord;
  readonly rowIds: readonly number[];
}

const STATUSES: readonly PublicationStatus[] = ['draft', 'published'];

interface NewEntry extends Wanted {
  readonly listId: number;
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
  linkMethod: ({ link }) => link?.linkMethod,
  candidates: ({ link }) => link?.candidates ?? 0,
  description: ({ entry }) => entry.record.description,
  printedPosition: ({ entry }) => entry.record.printedPosition,
  headlineKey: ({ entry }) => entry.headlineKey,
  truncated: ({ entry }) => entry.truncated,
};

/** The rows of a list, for each row of the list's own. */
function entriesOf({ list, rowIds }: StoredList): readonly (readonly NewEntry[])[] {
  const sorted = [...list.entries].sort((one, other) => one.position - other.position);
  const keys = sorted.map(({ headline, truncated }) => entryKeys(headline, truncated));
  return rowIds.map((listId, kind) =>
    sorted.map((record, at) => {
      const { headlineKey = '', truncated = false } = keys[at] ?? {};
      const status = STATUSES[kind] ?? 'draft';
      return { headline: record.headline, headlineKey, truncated, status, listId, record, position: at + 1 };
    }),
  );
}

/** The links of new lists' rows; each list decides for itself which row shows an article that several mean. */
async function linksOf(batch: Batch, lists: readonly (readonly NewEntry[])[]): Promise<readonly Link[]> {
  const matches = await matchRows(batch, lists.flat());
  let next = 0;
  return lists.flatMap((entries) => {
    const rows = entries.map(({ headlineKey, position }, at) => {
      const match = matches[next + at] ?? NO_MATCH;
      return { headlineKey, order: position, hidden: false, choice: null, match };
    });
    next += entries.length;
    return decideLinks(rows, new Set());
  });
}

/** Stores the rows of new lists, linked to the articles that are stored. */
export async function insertEntries(batch: Batch, stored: readonly StoredList[]): Promise<void> {
  const lists = stored.flatMap(entriesOf);
  const links = await linksOf(batch, lists);
  const toRow = batch.schema.entries.rowsOf(ENTRY);
  const parts = lists.flat().map((entry, at): Part => {
    return { entityId: entry.listId, order: entry.position, row: toRow({ entry, link: links[at] }) };
  });
  const ids = await insertParts(batch, entriesField(batch), parts);
  await insertLinks(batch, ids, links);
}
