/**
 * Records: parsed documents in the shape of the content model, ready to be planned and stored.
 * Field names are those of the content types.
 */
import type { DerivedFields } from './normalise/derive';
import type { Author, DatePrecision, Diagnostic, Photo, RankingScope, RankingWindow } from './documents';

/** A text node of Strapi's blocks. */
export interface TextNode {
  readonly type: 'text';
  readonly text: string;
}

/** One block of `body`, as Strapi's blocks editor stores it. */
export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly TextNode[] }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly children: readonly TextNode[] };

/** A photo as it is stored: `image` is the file that an editor added; an import never states one. */
export interface PhotoRecord extends Photo {
  readonly image?: number;
}

/** The fields of an article that an import writes. Instants are ISO 8601 in UTC with milliseconds. */
export interface ArticleFields {
  readonly headline: string | null;
  readonly kicker: string | null;
  readonly description: string | null;
  readonly body: readonly Block[];
  readonly photos: readonly PhotoRecord[];
  readonly authors: readonly Author[];
  readonly datePublished: string | null;
  readonly datePublishedPrecision: DatePrecision | null;
  readonly dateModified: string | null;
  readonly dateline: string | null;
  readonly articleSection: string | null;
  readonly inLanguage: string | null;
  /** Tag names, normalised, in printed order, each once. */
  readonly tags: readonly string[];
  readonly sourceUrl: string | null;
  readonly publisher: string | null;
}

export type ArticleFieldName = keyof ArticleFields;

export interface ArticleRecord {
  /** Stable key of the article itself, the same for every capture of it; null where the evidence is too thin. */
  readonly identity: string | null;
  /** The key that it has in extractions of the page that state no URL; absent or null where `identity` is that key, or nothing is. */
  readonly alias?: string | null;
  readonly fields: ArticleFields;
  /** What follows from the fields, where it is worked out already. */
  readonly derived?: DerivedFields;
}

export interface RankingEntryRecord {
  /** From 1 without gaps or twins. */
  readonly position: number;
  /** As printed: pages can leave numbers out, or print one twice. */
  readonly printedPosition: number;
  readonly headline: string;
  /** Folded headline that rows and articles are matched by. */
  readonly headlineKey: string;
  readonly truncated: boolean;
  readonly description: string | null;
}

export type CapturedAtBasis = 'stated' | 'file' | 'import';

export interface RankingListRecord {
  /** The same list over time, e.g. `politics-popular`. */
  readonly key: string;
  /** This snapshot: key, minute of the capture where one is known, and the rows as printed. */
  readonly snapshotKey: string;
  /** Key and minute of the capture: lists that share it and differ disagree. Null where no time is known. */
  readonly captureKey: string | null;
  readonly publisher: string | null;
  readonly title: string;
  readonly scope: RankingScope;
  readonly articleSection: string | null;
  readonly window: RankingWindow | null;
  readonly capturedAt: string;
  readonly capturedAtBasis: CapturedAtBasis;
  readonly entries: readonly RankingEntryRecord[];
}

/** What the ledger keeps of a source document, besides what it became. */
export interface SourceRecord {
  /** Key of the document among all sources: record id, URL with capture time, else its path. Never the title. */
  readonly identity: string;
  readonly path: string;
  readonly index: number;
  readonly url: string | null;
  readonly capturedAt: string | null;
  readonly sha256: string;
  readonly encoding: string | null;
  readonly raw: string;
  readonly parserVersion: string;
  readonly profile: string;
  /**
   * True where its file holds nothing else and nothing was found that somebody should look at: the same bytes need not be read again. Absent
   * where that is not known.
   */
  readonly isSettled?: boolean;
}

export interface DocumentRecord {
  readonly source: SourceRecord;
  readonly article: ArticleRecord | null;
  readonly rankingLists: readonly RankingListRecord[];
  readonly diagnostics: readonly Diagnostic[];
  /** True where it was not read, since its file has the bytes that the ledger calls settled; it says nothing but its source. */
  readonly isUnread?: boolean;
  /** `source.raw` as UTF-8, where the record came from another thread. */
  readonly rawBytes?: Uint8Array;
}
