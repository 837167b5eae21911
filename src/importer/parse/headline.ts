import { foldText } from '../normalise/fold';
import type { Site } from '../profiles/compile-profile';
import { namesPlace, readsAsCaption, saysCaption } from './caption-signs';
import { isNameAbove } from './name-above';
import type { FlowLine } from './page';
import { isTitleCase } from './title-case';

/** Which line is the headline, and what stands above it. */
export interface HeadlineChoice {
  readonly headline: FlowLine | null;
  readonly kicker: FlowLine | null;
  readonly section: FlowLine | null;
  readonly tickers: readonly FlowLine[];
  readonly because: string;
  /** Whether another line could as well be the headline, or none. */
  readonly doubtful: boolean;
}

/** Headlines in the page's lists as printed, by their folded text. */
export type ListedHeadlines = ReadonlyMap<string, string>;

const NONE: HeadlineChoice = {
  ...{ headline: null, kicker: null, section: null, tickers: [], because: '', doubtful: false },
};
const MIN_TICKER_LENGTH = 25;
const MIN_TICKERS = 2;
const NEAR_TOP = 6;
const NO_ROWS: ListedHeadlines = new Map();
const MAX_KICKER = 40;
const SHOUTED = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u;

/** A line below a credit is the caption of its picture, unless credits stand below. */
function isBelowCredit(lines: readonly FlowLine[], index: number, site: Site): boolean {
  const above = lines[index - 1];
  return above !== undefined && site.profile.creditPosition !== 'below' && above.wording.on(site).credit !== null;
}

/** What the choice stands on: the lines above the text, the site, the headlines in the page's lists. */
interface Evidence {
  readonly lines: readonly FlowLine[];
  readonly site: Site;
  readonly rows: ListedHeadlines;
}

/** Whether a line is the caption or the credit of a picture, by its wording or its place. */
function isOfPicture({ lines, site }: Evidence, index: number, { text, wording }: FlowLine): boolean {
  const { credit, isLabelledCaption } = wording.on(site);
  if (credit !== null || isLabelledCaption || isBelowCredit(lines, index, site)) return true;
  return saysCaption(text);
}

function isCandidate(evidence: Evidence, index: number): boolean {
  const { lines, site } = evidence;
  const line = lines[index];
  if (line === undefined || !line.wording.canBeHeadline || isOfPicture(evidence, index, line)) return false;
  if (line.wording.isTitleCase) return !(site.titleCase && namesPlace(line.text));
  if (site.titleCase) return index === 0 && !isCaptionHere(evidence, line.text);
  return index === 0 || lines[0]?.wording.isTitleCase === false;
}

/** A line in sentence case at the top of a page whose site sets headlines in title case. */
function isCaptionHere({ rows }: Evidence, text: string): boolean {
  const printed = [...rows.values()];
  return readsAsCaption(text, printed.length > 0 && printed.every(isTitleCase));
}

/** Above the name of a section: the name of the site. */
function isPageTitle({ text, wording }: FlowLine, below: FlowLine, site: Site): boolean {
  return (
    site.profile.publisher === null &&
    site.sections.has(below.folded) &&
    text.length <= MAX_KICKER &&
    wording.canBeHeadline
  );
}

/** `The Orrin Echo`, `朝凪新聞デジタル` */
const SITE_NAME =
  /^(?:The )?(?:\p{Lu}\S{0,20} ){0,3}(?:Times|News|Post|Herald|Tribune|Journal|Gazette|Courier|Chronicle|Echo|Observer|Mail|Daily|Press|Globe|Star|Standard|Independent|Express|Guardian|Mirror|Sun)(?: (?:Online|Digital))?$|^[\p{Script=Han}\p{Script=Katakana}ー]{2,8}(?:新聞|日報|新報|ニュース|タイムズ)(?:デジタル|オンライン|電子版)?$|^[\p{Script=Hangul}]{2,8}(?:신문|일보|뉴스)$|^[\p{Script=Han}]{2,8}(?:日报|晚报|新闻网|日報|晚報)$/u;

/** The name of a newspaper above a longer line that can be the headline. */
function isSiteName({ text, folded }: FlowLine, below: FlowLine, site: Site): boolean {
  // `News` and `World News` are sections, though newspapers are called so too.
  if (site.profile.publisher !== null || site.sections.has(folded)) return false;
  if (text.length > MAX_KICKER || !SITE_NAME.test(text)) return false;
  return below.text.length > text.length && below.wording.canBeHeadline;
}

/** Of several names of sections the last one, directly above the headline, is the article's. */
function isMenuItem({ folded }: FlowLine, below: FlowLine, { sections }: Site): boolean {
  return sections.has(folded) && (sections.has(below.folded) || SITE_NAME.test(below.text));
}

/** What the line at a place is, where it stands above the headline; null where it can be the headline. */
function roleAbove({ lines, site }: Evidence, at: number): 'kicker' | 'section' | 'ticker' | null {
  const [first, second, third] = [lines[at], lines[at + 1], lines[at + 2]];
  if (first === undefined) return null;
  if (site.kickers.has(first.folded)) return 'kicker';
  if (second === undefined) return null;
  if (isMenuItem(first, second, site) || isSiteName(first, second, site)) return 'ticker';
  if (third !== undefined && isPageTitle(first, second, site)) return 'ticker';
  if (site.sections.has(first.folded)) return 'section';
  return isNameAbove(lines, at, site) ? 'kicker' : null;
}

/** Line by line from the top: section, kicker, headline. Step by step, since a hostile page has a hundred thousand sections. */
function fromTop(evidence: Evidence): HeadlineChoice {
  const above = { kicker: null as FlowLine | null, section: null as FlowLine | null };
  const tickers: FlowLine[] = [];
  let at = 0;
  for (let role = roleAbove(evidence, at); role !== null; role = roleAbove(evidence, at)) {
    const line = evidence.lines[at] as FlowLine;
    if (role === 'ticker' || above[role] !== null) tickers.push(line);
    else above[role] = line;
    at += 1;
  }
  if (at === 0) return firstCandidate(evidence);
  const choice = firstCandidate({ ...evidence, lines: evidence.lines.slice(at) });
  return { ...choice, kicker: above.kicker ?? choice.kicker, section: above.section ?? choice.section, tickers };
}

/** The first line that can be the headline; a short line of capitals above another one is its kicker. */
function firstCandidate(evidence: Evidence): HeadlineChoice {
  const { lines, site } = evidence;
  const at = lines.findIndex((_, index) => isCandidate(evidence, index));
  const headline = lines[at];
  if (headline === undefined) return NONE;
  const rest = lines.slice(at + 1);
  const [next] = rest;
  const shouted = headline.text.length <= MAX_KICKER && SHOUTED.test(headline.text);
  if (next !== undefined && shouted && !SHOUTED.test(next.text) && isCandidate({ ...evidence, lines: rest }, 0)) {
    return { ...NONE, headline: next, kicker: headline, because: 'below a line of capitals' };
  }
  const because = at === 0 ? 'the first line, no sentence' : 'the first line that is no sentence';
  return { ...NONE, headline, because, doubtful: site.titleCase && !headline.wording.isTitleCase };
}

/** Several headlines on top of each other: the lowest one is the article's, those above it are a ticker. */
function belowTickers(evidence: Evidence): HeadlineChoice | null {
  const { lines, site } = evidence;
  if (site.profile.publisher !== null) return null;
  const end = lines.findIndex(({ text }, index) => !(text.length >= MIN_TICKER_LENGTH && isCandidate(evidence, index)));
  const run = end < 0 ? lines : lines.slice(0, end);
  if (run.length <= MIN_TICKERS) return null;
  const seen = new Set<string>();
  const repeated = run.find(({ text }) => seen.has(text) || !seen.add(text));
  const headline = (repeated === undefined ? run.at(-1) : run.find(({ text }) => text === repeated.text)) ?? null;
  const tickers = run.slice(0, headline === null ? 0 : run.indexOf(headline));
  return { ...NONE, headline, tickers, because: 'the last of several headlines above the text' };
}

/** The page's own headline often stands in one of its lists as well; what stands above it there is the page's title. */
function listed({ lines, site, rows }: Evidence): HeadlineChoice | null {
  const near = lines.slice(0, NEAR_TOP).map(({ wording }) => wording.key);
  const at = near.findIndex((key) => rows.has(key));
  // A ticker has more than one headline of the list.
  if (near.some((key, index) => index > at && key !== near[at] && rows.has(key))) return null;
  const headline = at < 0 ? undefined : lines[at];
  if (headline === undefined || !headline.wording.canBeHeadline) return null;
  const above = lines.slice(0, at);
  if (!above.every(({ text, wording }) => wording.canBeHeadline && text.length <= MAX_KICKER)) return null;
  const kicker = above.find(({ folded }, index) => site.kickers.has(folded) || isNameAbove(lines, index, site)) ?? null;
  const section = above.find((line) => line !== kicker && site.sections.has(line.folded)) ?? null;
  const tickers = above.filter((line) => line !== section && line !== kicker);
  return { ...NONE, headline, kicker, section, tickers, because: 'a list of the page has the same headline' };
}

function stated(lines: readonly FlowLine[], headline: string): HeadlineChoice | null {
  const key = foldText(headline);
  const found = lines.find(({ wording }) => wording.key === key);
  return found === undefined ? null : { ...NONE, headline: found, because: 'the headline that the carrier states' };
}

/**
 * Chooses the headline among the lines above the text; the stronger evidence first: the carrier's word, then the place and the wording.
 *
 * @param known the headline that the carrier states, else null
 * @param rows headlines in the page's lists
 */
export function chooseHeadline(
  lines: readonly FlowLine[],
  site: Site,
  known: string | null,
  rows = NO_ROWS,
): HeadlineChoice {
  const evidence = { lines, site, rows };
  const certain = (known === null ? null : stated(lines, known)) ?? listed(evidence);
  return certain ?? belowTickers(evidence) ?? fromTop(evidence);
}
