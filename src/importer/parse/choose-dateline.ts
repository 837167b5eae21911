import { foldText } from '../normalise/fold';
import { authorsOf } from './bylines';
import { readDateline, type Dateline } from './dates/dateline';
import type { FlowLine, PageContext } from './page';
import { isParagraph } from './wording';

/** The dateline of a page: which line it is, and what it says. */
export interface ChosenDateline {
  readonly index: number;
  readonly line: FlowLine;
  readonly dateline: Dateline;
}

const MAX_BESIDES = 40;
const GLUED = /\p{Ll}$/u;
const SEPARATED = /[|/·•｜／>»]/;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** A weak date (without year, relative) counts near the top only, where datelines stand. */
const NEAR_TOP = 6;
/** So many paragraphs above a plain day make it part of the text: a diary's date, say. */
const MANY_PARAGRAPHS = 3;

/** Whether what stands beside the date can stand in a dateline: a byline, a section, words parted by a bar or glued to the date. */
function fits(text: string, { besides, hasYear }: Dateline, { site }: PageContext): boolean {
  if (besides === '') return true;
  if (!hasYear || besides.length > MAX_BESIDES) return false;
  if (authorsOf(site, besides) !== null || site.sections.has(foldText(besides)) || SEPARATED.test(text)) return true;
  if (site.labels.get(foldText(besides))?.kind === 'source' || site.creditNames.has(foldText(besides))) return true;
  const at = text.indexOf(besides);
  const next = text.slice(at + besides.length, at + besides.length + 1);
  const isGlued = at === 0 && GLUED.test(besides) && /^[\p{Lu}\d]/u.test(next);
  return isGlued || (CJK.test(besides) && !/[。、]/.test(besides) && besides.length <= 16);
}

function candidatesOf(flow: readonly FlowLine[], context: PageContext): readonly ChosenDateline[] {
  return flow.flatMap((line, index) => {
    const dateline = readDateline(line.text, context.rules);
    return dateline !== null && fits(line.text, dateline, context) ? [{ index, line, dateline }] : [];
  });
}

function isBelievable(flow: readonly FlowLine[], { index, dateline }: ChosenDateline): boolean {
  if (!dateline.hasYear) return index < NEAR_TOP && !flow.slice(0, index).some(({ text }) => isParagraph(text));
  if (dateline.hasTime || index >= flow.length - 2) return true;
  return flow.slice(0, index).filter(({ text }) => isParagraph(text)).length < MANY_PARAGRAPHS;
}

/**
 * Finds the dateline among the lines outside lists: a date with its year before one without, the upper one before the lower.
 *
 * @returns null where no line is one
 */
export function chooseDateline(flow: readonly FlowLine[], context: PageContext): ChosenDateline | null {
  const believable = candidatesOf(flow, context).filter((candidate) => isBelievable(flow, candidate));
  const published = believable.filter(({ dateline }) => dateline.hasYear && dateline.published !== null);
  return published[0] ?? believable.find(({ dateline }) => dateline.hasYear) ?? believable[0] ?? null;
}

/** Further lines of nothing but dates directly around the dateline: `Updated: …` below `Published: …`. */
export function datesAround(flow: readonly FlowLine[], { index }: ChosenDateline, context: PageContext): readonly ChosenDateline[] {
  const around = [index - 1, index + 1].flatMap((at) => {
    const line = flow[at];
    const dateline = line === undefined ? null : readDateline(line.text, context.rules);
    return line === undefined || dateline === null || dateline.besides !== '' ? [] : [{ index: at, line, dateline }];
  });
  return around;
}
