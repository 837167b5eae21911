import type { ReadDocument } from '../documents';
import type { DatelineReader } from './dates/dateline';
import { splitLines, type Line } from './lines';

const PAGE_BREAK = '\f';
const SEPARATOR = /^(?:[-=_*~#]{3,}|[─━―═]{3,})$/;
/** So far above its dateline a headline may stand, with captions and a byline between. */
const HEAD_LINES = 6;
/** The time of a dateline that an article of its own may stand above. */
const MAY_HOLD_TIME = /\d ?[:.：時时시点點]|\d ?[ap]\.? ?m/i;
const MIN_HEADLINE = 12;

/** One page of a text, and the number of lines above it. */
export interface TextPage {
  readonly text: string;
  readonly before: number;
}

/** The pages of a text: a form feed, which no plain text has, ends each. */
export function splitPages({ text, isPlain }: Pick<ReadDocument, 'text' | 'isPlain'>): readonly TextPage[] {
  if (isPlain === true || !text.includes(PAGE_BREAK)) return [{ text, before: 0 }];
  let before = 0;
  return text.split(PAGE_BREAK).map((page) => {
    const start = before;
    before += splitLines(page).length - 1;
    return { text: page, before: start };
  });
}

/** Whether a line is a row of a list: behind its mark, or below a mark that stands alone. */
function isRow(lines: readonly Line[], at: number): boolean {
  return lines[at]?.wording.isMarked === true || lines[at - 1]?.wording.isBareMark === true;
}

function canHead({ text, wording }: Line): boolean {
  return wording.canBeHeadline && text.length >= MIN_HEADLINE;
}

/**
 * The headline above a second dateline: the uppermost line that can be one, with captions between. A caption of several sentences could
 * as well be the text of the article before; a list above the headline shows that it is not.
 */
function headlineAbove(lines: readonly Line[], dateline: number, above: number): number | null {
  let found: number | null = null;
  let hasText = false;
  for (let at = dateline - 1; at > above && at >= dateline - HEAD_LINES; at -= 1) {
    const line = lines[at];
    if (line === undefined || SEPARATOR.test(line.text) || isRow(lines, at)) return found;
    if (canHead(line) && (!hasText || isRow(lines, at - 1))) found = at;
    hasText = hasText || line.wording.isParagraph;
    if (hasText && found !== null) return found;
  }
  return found;
}

/**
 * Where the articles of a page begin: at each further dateline with a time, the headline above it. A file with one article begins at 0.
 *
 * @returns indexes into the lines, the first one 0
 */
export function articleStarts(lines: readonly Line[], dates: DatelineReader): readonly number[] {
  const datelines: number[] = [];
  lines.forEach(({ text, wording }, index) => {
    if (wording.mayHoldDate && dates.isFullDateline(wording) && MAY_HOLD_TIME.test(text)) datelines.push(index);
  });
  if (datelines.length < 2) return [0];
  const starts = [0];
  let previous = datelines[0] ?? 0;
  let hasText = false;
  for (const [index, dateline] of datelines.entries()) {
    if (index === 0) continue;
    const between = lines.slice((datelines[index - 1] ?? 0) + 1, dateline);
    hasText = hasText || between.some(({ wording }) => wording.isParagraph);
    if (!hasText) continue;
    const start = headlineAbove(lines, dateline, previous);
    if (start !== null) starts.push(start);
    [previous, hasText] = [dateline, false];
  }
  return starts;
}
