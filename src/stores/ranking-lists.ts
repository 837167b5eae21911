import type { Core } from '@strapi/strapi';
import type { RankingListRecord } from '../importer/records';
import { countAgain } from './bulk/count-again';
import { snapshotDocumentId } from './bulk/document-ids';
import { findDeletedLists } from './bulk/find-lists';
import { readSightingSchema } from './bulk/schema';
import { inSession } from './bulk/sessions';
import { groupSeen } from './bulk/seen-lists';
import { countSightings, flagDisputes, saveSightings } from './bulk/sightings';

const LIST = 'api::ranking-list.ranking-list';

export type PublicationStatus = 'draft' | 'published';

export interface SavedRankingList {
  readonly documentId: string;
  readonly created: boolean;
}

/** The document that shows the lists, and the run that read it; null outside of runs. */
export interface ShownBy {
  readonly source: string;
  readonly runId: string | null;
  /** Keys of snapshots that an editor deleted: documents that showed them before count again. */
  readonly restored?: readonly string[];
}

async function noteSighting(
  strapi: Core.Strapi,
  list: RankingListRecord,
  { documentId, created }: SavedRankingList,
  { source, runId, restored = [] }: ShownBy,
): Promise<void> {
  const schema = readSightingSchema(strapi);
  await inSession(strapi, async (session) => {
    const batch = { session, schema, now: new Date().toISOString(), runId };
    const seen = groupSeen([{ list, source }]);
    const added = await saveSightings(batch, seen, new Map([[list.snapshotKey, documentId]]));
    if (created) await flagDisputes(batch, [list]);
    else await countSightings(batch, seen, added);
    if (restored.includes(list.snapshotKey)) await countAgain(batch, [documentId]);
  });
}

async function saveRankingList(
  strapi: Core.Strapi,
  list: RankingListRecord,
  status: PublicationStatus,
): Promise<SavedRankingList> {
  const where = { snapshotKey: list.snapshotKey };
  const known = await strapi.db.query(LIST).findOne({ where, select: ['documentId'] });
  if (known !== null) return { documentId: known.documentId, created: false };
  const entries = [...list.entries].sort((one, other) => one.position - other.position);
  const seen = { firstSeenAt: list.capturedAt, lastSeenAt: list.capturedAt, sourceCount: 1 };
  const data = { documentId: snapshotDocumentId(list.snapshotKey), ...list, ...seen, entries } as never;
  const { documentId } = await strapi.documents(LIST).create({ data, status });
  return { documentId, created: true };
}

/** The keys of those among these lists that an editor has deleted. */
export async function deletedAmong(
  strapi: Core.Strapi,
  lists: readonly RankingListRecord[],
): Promise<ReadonlySet<string>> {
  if (lists.length === 0) return new Set();
  const schema = readSightingSchema(strapi);
  return inSession(strapi, (session) => findDeletedLists({ session, schema }, lists));
}

/**
 * Stores snapshots of ranking lists and links their rows; a snapshot that is known already stays as it is, but for the note that one more
 * document shows it.
 *
 * @returns for each list, in order, its document and whether it is new
 */
export async function saveRankingLists(
  strapi: Core.Strapi,
  lists: readonly RankingListRecord[],
  status: PublicationStatus,
  shownBy: ShownBy,
): Promise<readonly SavedRankingList[]> {
  const saved: SavedRankingList[] = [];
  for (const list of lists) {
    const stored = await saveRankingList(strapi, list, status);
    await noteSighting(strapi, list, stored, shownBy);
    saved.push(stored);
  }
  return saved;
}
