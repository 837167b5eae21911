import type { ArticleFields, ArticleRecord, DocumentRecord, RankingListRecord, SourceRecord } from '../records';
import type { DerivedFields } from '../normalise/derive';

/** Bytes of the length of the head. */
export const LENGTH_BYTES = 4;

/** Where the body begins in the fields as JSON, of which it is the first: `{"body":[…` */
export const BODY_AT = '{"body":'.length;

/** An article without its long texts. */
export interface PackedArticle extends Omit<ArticleRecord, 'fields' | 'derived'> {
  readonly fields: Omit<ArticleFields, 'body'>;
  readonly derived: Omit<DerivedFields, 'bodyJson' | 'fieldsJson'>;
}

/** A record without its long texts. */
export interface PackedRecord extends Omit<DocumentRecord, 'source' | 'article' | 'rankingLists' | 'rawBytes'> {
  readonly source: Omit<SourceRecord, 'raw'>;
  readonly article: PackedArticle | null;
  /** Places of its ranking lists among those of the head. */
  readonly lists: readonly number[];
  /** Bytes of its long texts: as read, the body, all fields with the body in them. */
  readonly sizes: readonly [number, number, number];
}

/** What stands before the texts: ranking lists each once, since many pages show the same. */
export interface PackedHead {
  readonly lists: readonly RankingListRecord[];
  readonly records: readonly PackedRecord[];
}
