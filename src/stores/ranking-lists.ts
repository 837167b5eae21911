import type { Core } from '@strapi/strapi';
import type { RankingListRecord } from '../importer/records';

const LIST = 'api::ranking-list.ranking-list';

export type PublicationStatus = 'draft' | 'published';

export interface SavedRankingList {
  readonly documentId: string;
  readonly created: boolean;
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
  const { documentId } = await strapi.documents(LIST).create({ data: { ...list, entries } as never, status });
  return { documentId, created: true };
}

/**
 * Stores snapshots of ranking lists and links their rows; a snapshot that is known already stays as it is.
 *
 * @returns for each list, in order, its document and whether it is new
 */
export async function saveRankingLists(
  strapi: Core.Strapi,
  lists: readonly RankingListRecord[],
  status: PublicationStatus,
): Promise<readonly SavedRankingList[]> {
  const saved: SavedRankingList[] = [];
  for (const list of lists) saved.push(await saveRankingList(strapi, list, status));
  return saved;
}
