import type { ParsedArticle, ParsedDocument, ParsedRankingList, RankingWindow } from '../../../src/importer/documents';
import { sha256 } from '../../../src/importer/normalise/hash';
import { between, chanceOf, pick, type Chance } from '../chance';
import { CIRCUMSTANCES, PLACES, SECTIONS, THINGS, VERBS } from '../words';

/** A generated time of rankings: the same for the same size and seed on every machine. */
export interface MonthSize {
  readonly days: number;
  readonly capturesADay: number;
  readonly lists: number;
  readonly rows: number;
  readonly articles: number;
  readonly seed: number;
}

/** One list as one page showed it; rows are numbers of articles, from first to last. */
export interface Capture {
  readonly list: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly rows: readonly number[];
}

/** What is known of an article when its headline is printed: most are published, some are drafts, some were never imported. */
export type ArticleState = 'published' | 'draft' | 'unknown';

const START = Date.parse('2025-03-01T00:00:00Z');
const DAY = 86_400_000;
const WINDOWS: readonly (RankingWindow | null)[] = ['24h', '7d', '30d', null];
/** One article of so many is a draft, and one was never imported. */
const RARE = 20;

export function stateOf(article: number): ArticleState {
  if (article % RARE === 0) return 'unknown';
  return article % RARE === 1 ? 'draft' : 'published';
}

/** An invented headline; no two articles share one. */
export function headlineOf(article: number): string {
  const chance = chanceOf(article + 1);
  const words = [pick(chance, PLACES), pick(chance, VERBS), pick(chance, THINGS), pick(chance, CIRCUMSTANCES)];
  return `${words.join(' ')}, part ${article}`;
}

/** Half of the lists are of sections, half of the whole site. */
export function listOf(list: number): Omit<ParsedRankingList, 'entries'> {
  const section = SECTIONS[Math.floor(list / 2) % SECTIONS.length] ?? SECTIONS[0];
  const window = WINDOWS[Math.floor(list / 2) % WINDOWS.length] ?? null;
  if (list % 2 === 0) return { title: 'POPULAR ARTICLE', scope: 'section', articleSection: section, window };
  return { title: `HARBOR RANKING ${list}`, scope: 'site', articleSection: null, window };
}

/** Neighbours change places, and now and then the last row makes room for another: a new one, or one that was there before. */
function nextRows(rows: readonly number[], chance: Chance, dropped: number[], next: () => number): readonly number[] {
  const moved = [...rows];
  for (let swaps = between(chance, 0, 3); swaps > 0; swaps -= 1) {
    const at = between(chance, 0, Math.max(0, moved.length - 2));
    const [one, other] = moved.slice(at, at + 2);
    if (one !== undefined && other !== undefined) moved.splice(at, 2, other, one);
  }
  if (chance() < 0.4) return moved;
  const out = moved.pop();
  const back = chance() < 0.2 ? dropped.shift() : undefined;
  moved.splice(between(chance, 0, Math.floor(moved.length / 2)), 0, back ?? next());
  if (out !== undefined) dropped.push(out);
  return moved;
}

/** The time of a capture, counted from 0. */
export function timeOf({ capturesADay }: MonthSize, capture: number): string {
  return new Date(START + (capture * DAY) / capturesADay).toISOString();
}

/** The captures of one list, in the order of time. */
function* capturesOfList(size: MonthSize, list: number): Generator<Capture> {
  const chance = chanceOf(size.seed + list);
  let count = 0;
  // Lists share articles: the next one's begin a little further on.
  const next = (): number => (list * Math.floor(size.articles / (2 * size.lists)) + (count += 1)) % size.articles;
  const dropped: number[] = [];
  let rows: readonly number[] = Array.from({ length: size.rows }, next);
  for (let capture = 0; capture < size.days * size.capturesADay; capture += 1) {
    if (dropped.length > size.rows) dropped.shift();
    yield { list, at: timeOf(size, capture), rows };
    rows = nextRows(rows, chance, dropped, next);
  }
}

/** All captures, list after list. */
export function* capturesOf(size: MonthSize): Generator<Capture> {
  for (let list = 0; list < size.lists; list += 1) yield* capturesOfList(size, list);
}

function documentOf(path: string, parts: Partial<ParsedDocument>): ParsedDocument {
  return {
    source: { path, index: 0, sha256: sha256(path), encoding: 'utf-8' },
    ...{ url: null, capturedAt: null, recordId: null, text: path, kind: 'list', article: null, rankingLists: [] },
    ...{ diagnostics: [], profile: 'general', publisher: 'The Harbor News', lines: [] },
    ...parts,
  };
}

/** The page that showed these captures, all of one time. */
export function pageDocument(at: string, captures: readonly Capture[]): ParsedDocument {
  const rankingLists = captures.map(({ list, rows }) => ({
    ...listOf(list),
    entries: rows.map((article, place) => ({
      ...{ position: place + 1, headline: headlineOf(article), truncated: false, description: null, date: null },
    })),
  }));
  return documentOf(`pages/${at}.txt`, { capturedAt: at, rankingLists });
}

/** A page that shows one list, the first at the beginning, each other an hour later. */
export function pageOfRows(
  hour: number,
  rows: readonly { readonly headline: string; readonly truncated: boolean }[],
): ParsedDocument {
  const entries = rows.map((row, place) => ({ ...row, position: place + 1, description: null, date: null }));
  const at = new Date(START + hour * (DAY / 24)).toISOString();
  return documentOf(`lists/${hour}.txt`, { capturedAt: at, rankingLists: [{ ...listOf(1), entries }] });
}

/** The page of an article. */
export function articleDocument(number: number, headline = headlineOf(number)): ParsedDocument {
  const article: ParsedArticle = {
    ...{ headline, kicker: null, authors: [], photos: [], datePublished: '2025-03-01', datePublishedPrecision: 'day' },
    ...{ dateModified: null, dateline: null, articleSection: null, inLanguage: 'en', tags: [] },
    body: [{ type: 'paragraph', text: `${headline}, and what came of it.` }],
  };
  return documentOf(`articles/${number}.txt`, { kind: 'article', article });
}

/** The items in an order of chance, the same for the same seed. */
export function shuffled<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const chance = chanceOf(seed);
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = between(chance, 0, last);
    [mixed[last], mixed[other]] = [mixed[other] as Item, mixed[last] as Item];
  }
  return mixed;
}
