/**
 * The words of the importer as types: what goes from stage to stage.
 *
 *     source bytes → ReadDocument → ParsedDocument → DocumentRecord → plan → store → report
 *
 * Every value is readonly; a stage is a function of its input.
 */

/** How much a diagnostic matters: `error` rejects the document, `warning` asks for a look, `info` only accounts. */
export type Severity = 'error' | 'warning' | 'info';

/** One finding about a document. `code` is a key of the table in `diagnostics.ts`; `line` counts from 1, null where no line is meant. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly line: number | null;
  readonly message: string;
  readonly actual: string | null;
  readonly expected: string | null;
}

/** What is known of a document before anyone looks inside: the carrier's word, never a guess. */
export interface SourceDocument {
  /** Name shown to people and stored: the path below the import root, `archive.zip!path` or `archive.warc!<record id>` inside an archive, `-` for standard input. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** URL that the carrier states (WARC target, JSON field), else null. */
  readonly url: string | null;
  /** ISO 8601 instant of the capture that the carrier states, else null. */
  readonly capturedAt: string | null;
  /** Record id that the carrier states, else null. */
  readonly recordId: string | null;
}

/** A document's origin as it is printed and stored. `index` counts the documents of one path from 0; `sha256` is of the document's bytes, in hex. */
export interface SourceOrigin {
  readonly path: string;
  readonly index: number;
  readonly sha256: string;
  readonly encoding: string | null;
}

/** Fields that a structured carrier (JSON-LD, front matter, ninjs) states in so many words; they win over what the text suggests. */
export type StatedFields = Partial<ParsedArticle>;

/** A document as text, with everything its carrier stated. `text` has `\n` line ends and no BOM. */
export interface ReadDocument {
  readonly source: SourceOrigin;
  readonly url: string | null;
  readonly capturedAt: string | null;
  readonly recordId: string | null;
  readonly text: string;
  /** Whether `text` is plain (`isPlainText`), where its reader looked. */
  readonly isPlain?: boolean | undefined;
  /** The carrier's own text where it differs from `text` (the HTML of a page), else null; this is what the ledger keeps. */
  readonly raw: string | null;
  readonly stated: StatedFields;
  /** Ranking lists that the carrier states as structure (an HTML list under a known heading). */
  readonly statedLists: readonly ParsedRankingList[];
  readonly diagnostics: readonly Diagnostic[];
}

export type DatePrecision = 'minute' | 'day';

export interface Author {
  readonly name: string;
  readonly affiliation: string | null;
}

export interface Photo {
  readonly caption: string | null;
  readonly creditText: string | null;
}

export interface BodyBlock {
  readonly type: 'paragraph' | 'heading';
  readonly text: string;
}

/**
 * The article as the document prints it. Absent values are null, absent lists empty.
 * Dates are ISO 8601: with the offset where the zone is stated (`2025-04-10T14:15:00+09:00`),
 * without one where it is not, a plain date where only the day is.
 */
export interface ParsedArticle {
  readonly headline: string | null;
  readonly kicker: string | null;
  readonly authors: readonly Author[];
  readonly photos: readonly Photo[];
  readonly datePublished: string | null;
  readonly datePublishedPrecision: DatePrecision | null;
  readonly dateModified: string | null;
  readonly dateline: string | null;
  readonly articleSection: string | null;
  readonly inLanguage: string | null;
  readonly body: readonly BodyBlock[];
  readonly tags: readonly string[];
}

export type RankingScope = 'site' | 'section';
export type RankingWindow = '24h' | '7d' | '30d';

/** One printed row. `position` is the printed number, else the row's place counted from 1; `truncated` says that the headline was cut ("… in Ho..."). */
export interface ParsedRankingEntry {
  readonly position: number;
  readonly headline: string;
  readonly truncated: boolean;
  readonly description: string | null;
  /** The row's own date as ISO 8601 where one is printed, else null. */
  readonly date: string | null;
}

/** A ranked list as printed: `title` is the heading verbatim. */
export interface ParsedRankingList {
  /** The name that the site's profile gives lists with this heading (`{section}-popular`); absent where it gives none. */
  readonly key?: string | null;
  readonly title: string;
  readonly scope: RankingScope;
  readonly articleSection: string | null;
  readonly window: RankingWindow | null;
  readonly entries: readonly ParsedRankingEntry[];
}

/** A capture time that no carrier states: somebody said it, or the file's own time was asked for. An ISO 8601 instant. */
export interface AssumedCapture {
  readonly capturedAt: string;
  readonly basis: 'stated' | 'file';
}

export type DocumentKind = 'article' | 'list' | 'rejected';

/** What became of one line of the input; `role` names a field (`headline`, `body`, `ranking-entry` …), a kind of furniture, or `unknown`. */
export interface LineRole {
  readonly line: number;
  readonly text: string;
  readonly role: string;
  /** The rule or label that decided, for `parse --explain`. */
  readonly because: string;
}

/** What the parser reads from one document. A file with two articles gives two. */
export interface ParsedDocument {
  readonly source: SourceOrigin;
  readonly url: string | null;
  readonly capturedAt: string | null;
  readonly recordId: string | null;
  /** The document's own part of the text, verbatim. */
  readonly text: string;
  /** When its lists were captured, where its carrier says nothing and the import was told what to assume; absent where it was not. */
  readonly assumedCapture?: AssumedCapture;
  readonly kind: DocumentKind;
  readonly article: ParsedArticle | null;
  readonly rankingLists: readonly ParsedRankingList[];
  readonly diagnostics: readonly Diagnostic[];
  /** Id of the profile that read it. */
  readonly profile: string;
  /** The publisher that the profile names, null for the general reading. */
  readonly publisher: string | null;
  /** Exactly one role a non-blank line, in line order. */
  readonly lines: readonly LineRole[];
}
