import type { Data } from '../bulk/tables';

/** Which tag, at which place among the article's tags, and at which among the tag's articles. */
export type TagPlace = readonly [tagId: number, place: number | null, inversePlace: number | null];

/** One row of an entry with what hangs on it: values by attribute, components by field; `image` of a photo is the id of its file. */
export interface RowState {
  readonly values: Data;
  readonly parts: Readonly<Record<string, readonly Data[]>>;
  readonly tags: readonly TagPlace[] | null;
}

/** An entry's rows; of the published one only what differs from the draft. */
export interface EntryState {
  readonly draft: RowState;
  readonly published: Partial<RowState> | null;
}

/** When the rows of an entry were last written, as ISO 8601 in UTC; what shows whether anybody has edited it since. */
export interface Stamps {
  readonly draft: string | null;
  readonly published: string | null;
}

/** What a run left of an entry: times, and where it wrote the tags of an article, the ids of their rows. */
export interface Left extends Stamps {
  readonly tags?: readonly number[];
}

/** An entry that a run changed: as it was, null where the run created it, and what shows whether it is as the run left it. */
export interface EntryChange {
  readonly before: EntryState | null;
  readonly after: Left;
}

/** A row of the ledger that a run wrote: as it was, null where the run created it. */
export interface SourceChange {
  readonly documentId: string;
  readonly before: Data | null;
}

/** What `data` of a change says where its kind is `changed`. */
export interface ChangedData {
  readonly entry: EntryChange | null;
  readonly sources: readonly SourceChange[];
}

/** What `data` of a change says where its kind is `created`: document ids by content type; of entries with a draft, whether the run published it. */
export type CreatedData = Readonly<Record<string, readonly CreatedEntry[]>>;
export type CreatedEntry = readonly [documentId: string, isPublished: 0 | 1];

/** What `data` of a change says where its kind is `deleted`: the article as it was, null where it stayed, and the row of the ledger. */
export interface DeletedData {
  readonly entry: EntryState | null;
  readonly source: Data;
}
