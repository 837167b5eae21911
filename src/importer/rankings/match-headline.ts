import { foldText } from '../normalise/fold';

/** How a row found its article; `revision`: the same headline but for its `(Update 2)`. */
export type LinkMethod = 'exact' | 'revision' | 'prefix' | 'manual';

/** A row of an article that a printed headline may mean. */
export interface Candidate {
  readonly id: number;
  readonly documentId: string;
  readonly headline: string;
}

/** What a printed headline says about its article. */
export interface Match {
  /** Null where none fits, or several. */
  readonly article: Candidate | null;
  readonly method: LinkMethod | null;
  /** How many articles fit equally well, up to `MAX_CANDIDATES`. */
  readonly candidates: number;
}

/** More are not counted: whether there are ten or a thousand makes no difference to an editor. */
export const MAX_CANDIDATES = 10;

/** A printed row: its words, and whether the page cut them. */
export interface PrintedRow {
  readonly headline: string;
  readonly truncated: boolean;
}

/** Articles that may be meant: by the row's whole key, and for a cut row by its beginning. */
export interface Found {
  readonly byKey: readonly Candidate[];
  readonly byPrefix: readonly Candidate[];
}

interface Pool {
  readonly method: LinkMethod;
  readonly articles: readonly Candidate[];
}

/** Each article once, though it may have a row per language. */
function distinct(articles: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(articles.map((article) => [article.documentId, article])).values()];
}

function poolsOf({ headline, truncated }: PrintedRow, { byKey, byPrefix }: Found): readonly Pool[] {
  const printed = foldText(headline);
  const exact = byKey.filter((article) => foldText(article.headline) === printed);
  const others: Pool = truncated ? { method: 'prefix', articles: byPrefix } : { method: 'revision', articles: byKey };
  return [{ method: 'exact', articles: exact }, others];
}

/**
 * The article that a printed headline means: the very headline first, then one that differs in its `(Update 2)` alone, and for a cut
 * headline one that begins with it. Unique or not at all: two that fit equally well are neither.
 */
export function matchHeadline(row: PrintedRow, found: Found): Match {
  for (const { method, articles } of poolsOf(row, found)) {
    const fitting = distinct(articles);
    const [first = null] = fitting;
    if (first === null) continue;
    if (fitting.length === 1) return { article: first, method, candidates: 1 };
    return { article: null, method: null, candidates: Math.min(fitting.length, MAX_CANDIDATES) };
  }
  return { article: null, method: null, candidates: 0 };
}
