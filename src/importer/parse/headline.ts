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

/** Line by line from the top: section, kicker, headline. */
function fromTop(lines: readonly FlowLine[], site: Site): HeadlineChoice {
  const [first, second] = lines;
  if (first === undefined) return NONE;
  if (site.kickers.has(first.folded)) return { ...fromTop(lines.slice(1), site), kicker: first };
  if (second !== undefined && site.sections.has(first.folded))
    return { ...fromTop(lines.slice(1), site), section: first };
  const at = lines.findIndex((_, index) => isCandidate(lines, index, site));
  const headline = lines[at];
  if (headline === undefined) return NONE;
  const next = lines[at + 1];
  const shouted = headline.text.length <= MAX_KICKER && SHOUTED.test(headline.text);
  if (next !== undefined && shouted && !SHOUTED.test(next.text) && isCandidate(lines, at + 1, site)) {
    return { ...NONE, headline: next, kicker: headline, because: 'below a line of capitals' };
  }
  const because = at === 0 ? 'the first line, no sentence' : 'the first line that is no sentence';
  return { ...NONE, headline, because };
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
  const headline = repeated ?? run.at(-1) ?? null;
  const tickers = run.filter(({ text }) => text !== headline?.text);
  return { ...NONE, headline, tickers, because: 'the last of several headlines above the text' };
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
 */
export function chooseHeadline(lines: readonly FlowLine[], site: Site, known: string | null): HeadlineChoice {
  return (known === null ? null : stated(lines, known)) ?? belowTickers(lines, site) ?? fromTop(lines, site);
}
