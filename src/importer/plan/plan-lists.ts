import { diagnostic } from '../diagnostics';
import type { Diagnostic } from '../documents';
import type { DocumentRecord, RankingListRecord } from '../records';
import type { StoredState } from '../store';
import type { PlanRules } from './plan-rules';

/** What is to be done with the ranking lists of a document. */
export interface ListsPlan {
  /** The lists to store, or to note that one more document shows them. */
  readonly rankingLists: readonly RankingListRecord[];
  /** Snapshot keys of those among them that an editor deleted, and that are made again. */
  readonly restoredLists: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a document shows a list that an editor deleted. */
export function showsDeleted(
  { rankingLists }: DocumentRecord,
  { deletedLists }: Pick<StoredState, 'deletedLists'>,
): boolean {
  return rankingLists.some(({ snapshotKey }) => deletedLists?.has(snapshotKey) === true);
}

/** Lists that an editor deleted stay deleted, until they are restored. */
export function planLists(
  { rankingLists }: DocumentRecord,
  { deletedLists }: StoredState,
  { restore }: PlanRules,
): ListsPlan {
  if (deletedLists === undefined || deletedLists.size === 0)
    return { rankingLists, restoredLists: [], diagnostics: [] };
  const deleted = rankingLists.filter(({ snapshotKey }) => deletedLists.has(snapshotKey));
  if (restore) {
    return { rankingLists, restoredLists: deleted.map(({ snapshotKey }) => snapshotKey), diagnostics: [] };
  }
  return {
    rankingLists: rankingLists.filter((list) => !deleted.includes(list)),
    restoredLists: [],
    diagnostics: deleted.map(({ title, capturedAt }) =>
      diagnostic('list-deleted', { actual: `${title}, ${capturedAt}` }),
    ),
  };
}
