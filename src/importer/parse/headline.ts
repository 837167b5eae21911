import { foldText } from '../normalise/fold';
import type { Site } from '../profiles/compile-profile';
import { creditOf, isLabelledCaption } from './credits';
import type { FlowLine } from './page';
import { canBeHeadline, isTitleCase } from './wording';

/** Which line is the headline, and what stands above it. */
export interface HeadlineChoice {
  readonly headline: FlowLine | null;
  readonly kicker: FlowLine | null;
  readonly section: FlowLine | null;
  readonly tickers: readonly FlowLine[];
  readonly because: string;
}

const NONE: HeadlineChoice = { headline: null, kicker: null, section: null, tickers: [], because: '' };
const MIN_TICKER_LENGTH = 25;
const MIN_TICKERS = 2;
const NEAR_TOP = 6;
const NO_ROWS: ReadonlySet<string> = new Set();
const MAX_KICKER = 40;
const SHOUTED = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u;

/** A line below a credit is the caption of its picture, unless credits stand below. */
function isBelowCredit(lines: readonly FlowLine[], index: number, site: Site): boolean {
  const above = lines[index - 1];
  return above !== undefined && site.profile.creditPosition !== 'below' && creditOf(site, above.text) !== null;
}

function isCandidate(lines: readonly FlowLine[], index: number, site: Site): boolean {
  const line = lines[index];
  if (line === undefined || !canBeHeadline(line.text) || creditOf(site, line.text) !== null) return false;
  if (isLabelledCaption(site, line.text) || isBelowCredit(lines, index, site)) return false;
  return (
    isTitleCase(line.text) ||
    (index === 0 && !site.titleCase) ||
    (!site.titleCase && !isTitleCase(lines[0]?.text ?? ''))
  );
}

/** Above the name of a section: the name of the site. */
function isPageTitle({ text }: FlowLine, below: FlowLine, site: Site): boolean {
  return (
    site.profile.publisher === null &&
    site.sections.has(below.folded) &&
    text.length <= MAX_KICKER &&
    canBeHeadline(text)
  );
}

/** Line by line from the top: section, kicker, headline. */
function fromTop(lines: readonly FlowLine[], site: Site): HeadlineChoice {
  const [first, second, third] = lines;
  if (first === undefined) return NONE;
  if (site.kickers.has(first.folded)) return { ...fromTop(lines.slice(1), site), kicker: first };
  if (third !== undefined && second !== undefined && isPageTitle(first, second, site)) {
    return { ...fromTop(lines.slice(2), site), section: second, tickers: [first] };
  }
  const isSection = second !== undefined && site.sections.has(first.folded);
  return isSection ? { ...fromTop(lines.slice(1), site), section: first } : firstCandidate(lines, site);
}

/** The first line that can be the headline; a short line of capitals above another one is its kicker. */
function firstCandidate(lines: readonly FlowLine[], site: Site): HeadlineChoice {
  const at = lines.findIndex((_, index) => isCandidate(lines, index, site));
  const headline = lines[at];
  if (headline === undefined) return NONE;
  const next = lines[at + 1];
  const shouted = headline.text.length <= MAX_KICKER && SHOUTED.test(headline.text);
  if (next !== undefined && shouted && !SHOUTED.test(next.text) && isCandidate(lines, at + 1, site)) {
    return { headline: next, kicker: headline, section: null, tickers: [], because: 'below a line of capitals' };
  }
  const because = at === 0 ? 'the first line, no sentence' : 'the first line that is no sentence';
  return { headline, kicker: null, section: null, tickers: [], because };
}

/** Several headlines on top of each other: the lowest one is the article's, those above it are a ticker. */
function belowTickers(lines: readonly FlowLine[], site: Site): HeadlineChoice | null {
  if (site.profile.publisher !== null) return null;
  const end = lines.findIndex(
    ({ text }, index) => !(text.length >= MIN_TICKER_LENGTH && isCandidate(lines, index, site)),
  );
  const run = end < 0 ? lines : lines.slice(0, end);
  if (run.length <= MIN_TICKERS) return null;
  const seen = new Set<string>();
  const repeated = run.find(({ text }) => seen.has(text) || !seen.add(text));
  const headline = (repeated === undefined ? run.at(-1) : run.find(({ text }) => text === repeated.text)) ?? null;
  const tickers = run.slice(0, headline === null ? 0 : run.indexOf(headline));
  return { ...NONE, headline, tickers, because: 'the last of several headlines above the text' };
}

/** The page's own headline often stands in one of its lists as well; what stands above it there is the page's title. */
function listed(lines: readonly FlowLine[], site: Site, known: ReadonlySet<string>): HeadlineChoice | null {
  const at = lines.findIndex((line, index) => index < NEAR_TOP && known.has(foldText(line.text)));
  const headline = at < 0 ? undefined : lines[at];
  if (headline === undefined || at === 0 || !canBeHeadline(headline.text)) return null;
  const above = lines.slice(0, at);
  if (!above.every(({ text }) => canBeHeadline(text) && text.length <= MAX_KICKER)) return null;
  const section = above.find(({ folded }) => site.sections.has(folded)) ?? null;
  const kicker = above.find(({ folded }) => site.kickers.has(folded)) ?? null;
  const tickers = above.filter((line) => line !== section && line !== kicker);
  return { headline, kicker, section, tickers, because: 'a list of the page has the same headline' };
}

function stated(lines: readonly FlowLine[], headline: string): HeadlineChoice | null {
  const key = foldText(headline);
  const found = lines.find(({ text }) => foldText(text) === key);
  return found === undefined ? null : { ...NONE, headline: found, because: 'the headline that the carrier states' };
}

/**
 * Chooses the headline among the lines above the text; the stronger evidence first: the carrier's word, then the place and the wording.
 *
 * @param known the headline that the carrier states, else null
 * @param rows headlines in the page's lists, folded
 */
export function chooseHeadline(
  lines: readonly FlowLine[],
  site: Site,
  known: string | null,
  rows: ReadonlySet<string> = NO_ROWS,
): HeadlineChoice {
  const certain = (known === null ? null : stated(lines, known)) ?? listed(lines, site, rows);
  return certain ?? belowTickers(lines, site) ?? fromTop(lines, site);
}
