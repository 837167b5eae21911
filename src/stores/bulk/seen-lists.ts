import type { RankingListRecord } from '../../importer/records';

/** A source document that shows a snapshot. */
export interface Seen {
  readonly list: RankingListRecord;
  /** Identity of the source document. */
  readonly source: string;
}

/** One snapshot, with the documents of a batch that show it. */
export interface SeenList {
  readonly list: RankingListRecord;
  /** Identities of the documents, each with the time of its capture. */
  readonly sources: ReadonlyMap<string, string>;
  /** ISO 8601 in UTC; the earliest and the latest capture among these documents. */
  readonly first: string;
  readonly last: string;
}

interface Group extends SeenList {
  readonly sources: Map<string, string>;
  last: string;
}

/** Groups what the documents of a batch show by snapshot, in the order in which they come. */
export function groupSeen(seen: readonly Seen[]): readonly SeenList[] {
  const groups = new Map<string, Group>();
  for (const { list, source } of seen) {
    const { capturedAt, snapshotKey } = list;
    const known = groups.get(snapshotKey);
    if (known === undefined) {
      groups.set(snapshotKey, { list, sources: new Map([[source, capturedAt]]), first: capturedAt, last: capturedAt });
      continue;
    }
    known.sources.set(source, capturedAt);
    if (capturedAt > known.last) known.last = capturedAt;
    // The earliest capture speaks for the snapshot, in whatever order they come.
    if (capturedAt < known.first) Object.assign(known, { list, first: capturedAt });
  }
  return [...groups.values()];
}
