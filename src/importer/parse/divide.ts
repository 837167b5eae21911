import { chooseDateline, datesAround, type ChosenDateline } from './choose-dateline';
import { headLength } from './head-length';
import { chooseHeadline } from './headline';
import { letterAbove } from './letter';
import type { FlowLine, PageContext } from './page';

/** The lines above the text, the dateline with further lines of dates around it, and the text. */
export interface Parts {
  readonly head: readonly FlowLine[];
  readonly dateline: ChosenDateline | null;
  readonly dates: readonly ChosenDateline[];
  readonly body: readonly FlowLine[];
}

/** A paragraph is one as well. */
const isText = ({ wording }: FlowLine): boolean => wording.endsSentence;

/** A dateline below the text: nothing but a byline or the publisher's name follows it, and paragraphs stand above. */
function isBelowText(flow: readonly FlowLine[], { index }: ChosenDateline): boolean {
  if (flow.some((line, at) => at > index && isText(line))) return false;
  const above = flow.slice(0, index);
  return above.some(({ wording }) => wording.isParagraph) && above.slice(1).filter(isText).length > 1;
}

/** With nothing above the dateline, a line that can be the headline above longer text is the headline. */
function isHeadlineBelow([line, next]: readonly FlowLine[], { site }: PageContext): boolean {
  if (line === undefined || next === undefined) return false;
  if (line.wording.endsSentence || line.wording.on(site).authors !== null) return false;
  return next.wording.isParagraph && chooseHeadline([line], site, null).headline !== null;
}

/**
 * Divides head from text: at the dateline, which stands between them, or else by what the lines at the top are.
 *
 * @param stated the headline that the carrier states, else null
 */
export function divide(flow: readonly FlowLine[], context: PageContext, stated: string | null): Parts {
  const dateline = chooseDateline(flow, context);
  const dates = dateline === null ? [] : datesAround(flow, dateline, context);
  const isDates = (at: number): boolean => at === dateline?.index || dates.some(({ index }) => index === at);
  const without = dateline === null ? flow : flow.filter((_, index) => !isDates(index));
  if (dateline === null || isBelowText(flow, dateline)) {
    const length = headLength(without, context, stated);
    return { head: without.slice(0, length), dateline, dates, body: without.slice(length) };
  }
  const above = without.filter(({ number }) => number < dateline.line.number);
  const below = without.slice(above.length);
  if (above.length === 0 && isHeadlineBelow(below, context)) {
    return { head: below.slice(0, 1), dateline, dates, body: below.slice(1) };
  }
  const letter = letterAbove(above, context);
  const said = new Set(letter);
  const head = letter.length === 0 ? above : above.filter((line) => !said.has(line));
  return { head, dateline, dates, body: [...letter, ...below] };
}
