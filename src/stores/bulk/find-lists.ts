import type { RankingListRecord } from '../../importer/records';
import { snapshotDocumentId } from './document-ids';
import type { BulkSchema } from './schema';
import type { Session } from './sessions/session';

/** Where ranking lists are looked for. */
interface Lists {
  readonly session: Session;
  readonly schema: Pick<BulkSchema, 'lists' | 'sightings'>;
}

interface SnapshotRow {
  readonly snapshot: string;
  readonly document: string;
}

/** Document ids of the stored ones among snapshots, by their key. */
export async function findLists(
  { session, schema }: Omit<Lists, 'schema'> & { readonly schema: Pick<BulkSchema, 'lists'> },
  snapshots: readonly string[],
): Promise<Map<string, string>> {
  const column = (attribute: string): string => session.name(schema.lists.column(attribute));
  const sql =
    `select ${column('snapshotKey')} as snapshot, ${column('documentId')} as document from ${session.name(schema.lists.name)} ` +
    `where ${session.isOneOf(column('snapshotKey'))}`;
  const rows = await session.select<SnapshotRow>(sql, [session.list(snapshots)]);
  return new Map(rows.map(({ snapshot, document }) => [snapshot, document]));
}

/**
 * Snapshots that an editor has deleted: documents showed them, and they are not there. What a run had seen is forgotten when it is taken back,
 * so its lists are new again.
 *
 * @returns their keys
 */
export async function findDeletedLists(
  lists: Lists,
  shown: readonly Pick<RankingListRecord, 'snapshotKey'>[],
): Promise<ReadonlySet<string>> {
  const snapshots = [...new Set(shown.map(({ snapshotKey }) => snapshotKey))];
  if (snapshots.length === 0) return new Set();
  const stored = await findLists(lists, snapshots);
  const absent = new Map(snapshots.filter((key) => !stored.has(key)).map((key) => [snapshotDocumentId(key), key]));
  if (absent.size === 0) return new Set();
  const { session, schema } = lists;
  const column = session.name(schema.sightings.column('listDocumentId'));
  const sql = `select distinct ${column} as document from ${session.name(schema.sightings.name)} where ${session.isOneOf(column)}`;
  const rows = await session.select<{ readonly document: string }>(sql, [session.list([...absent.keys()])]);
  return new Set(rows.map(({ document }) => absent.get(document) ?? ''));
}
