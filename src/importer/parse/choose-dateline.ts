import { foldText } from '../normalise/fold';
import type { Site } from '../profiles/compile-profile';
import { authorsOf } from './bylines';
import type { Dateline } from './dates/dateline';
import type { FlowLine, PageContext } from './page';

/** The dateline of a page: which line it is, and what it says. */
export interface ChosenDateline {
  readonly index: number;
  readonly line: FlowLine;
  readonly dateline: Dateline;
}

const MAX_BESIDES = 40;
const MAX_BESIDES_CJK = 16;
const GLUED = /\p{Ll}$/u;
const STARTS_DATE = /^[\p{Lu}\d]/u;
const SEPARATED = /[|/·•｜／>»]/;
/** `Mikaze Herald - 10 April 2025` */
const DASHED = /\S [-–—] \S/;
const NAME = /^\p{Lu}[\p{L}.'’&]{0,20}(?: \p{Lu}[\p{L}.'’&]{0,20}){0,4}$/u;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
/** A weak date (without year, relative) counts near the top only, where datelines stand. */
const NEAR_TOP = 6;
/** So many paragraphs above a plain day make it part of the text: a diary's date, say. */
const MANY_PARAGRAPHS = 3;

/** Whether what stands beside the date can stand in a dateline: a byline, a section, words parted by a bar or glued to the date. */
function fits(text: string, { besides, hasYear }: Dateline, { site }: PageContext): boolean {
  if (besides === '') return true;
  if (!hasYear || besides.length > MAX_BESIDES) return false;
  if (isKnown(besides, site) || SEPARATED.test(text) || isGlued(text, besides) || isShortCjk(besides)) return true;
  return DASHED.test(text) && NAME.test(besides);
}

/** A person, a section, the publisher or an agency. */
function isKnown(besides: string, site: Site): boolean {
  const key = foldText(besides);
  if (site.sections.has(key) || site.creditNames.has(key) || site.labels.get(key)?.kind === 'source') return true;
  return authorsOf(site, besides) !== null;
}

/** `World NewsFeb. 20, 2024` */
function isGlued(text: string, besides: string): boolean {
  const next = text.slice(besides.length, besides.length + 1);
  return text.startsWith(besides) && GLUED.test(besides) && STARTS_DATE.test(next);
}

function isShortCjk(besides: string): boolean {
  return CJK.test(besides) && !/[。、]/.test(besides) && besides.length <= MAX_BESIDES_CJK;
}

function candidatesOf(flow: readonly FlowLine[], context: PageContext): readonly ChosenDateline[] {
  const found: ChosenDateline[] = [];
  flow.forEach((line, index) => {
    const dateline = line.wording.datesFor(context.dates);
    if (dateline !== null && fits(line.text, dateline, context)) found.push({ index, line, dateline });
  });
  return found;
}

/** Index of the n-th paragraph, from 1; the number of lines where there are fewer. */
function paragraphAt(flow: readonly FlowLine[], place: number): number {
  let seen = 0;
  const index = flow.findIndex(({ wording }) => wording.isParagraph && (seen += 1) === place);
  return index < 0 ? flow.length : index;
}

function believable(flow: readonly FlowLine[], context: PageContext): readonly ChosenDateline[] {
  const candidates = candidatesOf(flow, context);
  if (candidates.length === 0) return [];
  const [firstParagraph, many] = [paragraphAt(flow, 1), paragraphAt(flow, MANY_PARAGRAPHS)];
  return candidates.filter(({ index, dateline }) => {
    if (!dateline.hasYear) return index < NEAR_TOP && index <= firstParagraph;
    return dateline.hasTime || index >= flow.length - 2 || index <= many;
  });
}

/**
 * Finds the dateline among the lines outside lists: a date with its year before one without, the upper one before the lower.
 *
 * @returns null where no line is one
 */
export function chooseDateline(flow: readonly FlowLine[], context: PageContext): ChosenDateline | null {
  const found = believable(flow, context);
  const dated = found.filter(({ dateline }) => dateline.hasYear);
  return dated.find(({ dateline }) => dateline.published !== null) ?? dated[0] ?? found[0] ?? null;
}

/** Further lines of nothing but dates directly around the dateline: `Updated: …` below `Published: …`. */
export function datesAround(
  flow: readonly FlowLine[],
  { index }: ChosenDateline,
  context: PageContext,
): readonly ChosenDateline[] {
  const around: ChosenDateline[] = [];
  for (const at of [index - 1, index + 1]) {
    const line = flow[at];
    const dateline = line?.wording.datesFor(context.dates) ?? null;
    if (line !== undefined && dateline?.besides === '') around.push({ index: at, line, dateline });
  }
  return around;
}
