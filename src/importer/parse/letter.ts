import { saysCaption } from './caption-signs';
import { chooseHeadline } from './headline';
import type { FlowLine, PageContext } from './page';
import type { SiteWording } from './site-wording';

const SALUTATION = /^(?:(?:Dear|Hello|Hi|Greetings) .{1,60}|Good (?:morning|afternoon|evening).{0,40})[,:!.]$/;
const QUOTED = /["“][^"“”]*["”]/g;
/** Outside quotations only letters and columns speak so; `World War I` is no speaker. */
const SPEAKS =
  /\b(?:we|We|us|you|You|our|Our|your|Your|my|My)\b|(?:^|[.!?,;] |\b(?:that|and|when|if|as|but|what) )I\b(?! [A-Z])/;
/** So many paragraphs are no captions, whatever they say. */
const MANY_PARAGRAPHS = 3;
const MIN_SENTENCES = 2;

const QUESTION = /[?？]["”’」]?$/;

/** A question that stands alone: a headline, or a sub-head between two paragraphs. */
const isQuestion = ({ text, wording }: FlowLine): boolean => QUESTION.test(text) && !wording.isParagraph;

const isBetweenParagraphs = (run: readonly FlowLine[], at: number): boolean =>
  [run[at - 1], run[at + 1]].every((line) => line !== undefined && line.wording.isParagraph);

const isSaid = ({ text, wording }: FlowLine): boolean => wording.endsSentence || SALUTATION.test(text);

const speaks = ({ text }: FlowLine): boolean => SALUTATION.test(text) || SPEAKS.test(text.replace(QUOTED, ' '));

function isText(run: readonly FlowLine[], below: FlowLine | undefined, isTop: boolean, context: PageContext): boolean {
  const paragraphs = run.filter(({ text, wording }) => wording.isParagraph && !saysCaption(text)).length;
  if (paragraphs >= MANY_PARAGRAPHS) return true;
  if (run.some((line, at) => isQuestion(line) && isBetweenParagraphs(run, at))) return true;
  if ((paragraphs > 0 || run.some(({ text }) => SALUTATION.test(text))) && run.some(speaks)) return true;
  if (!isTop || paragraphs === 0 || run.length <= MIN_SENTENCES || below === undefined) return false;
  return chooseHeadline([below], context.site, null).headline !== null;
}

const isOfPicture = ({ credit, isLabelledCaption }: SiteWording): boolean => credit !== null || isLabelledCaption;

/**
 * The lines above a dateline that are text and no captions: a letter, a newsletter's own words. Credits speak for captions.
 *
 * @param above the lines above the dateline
 * @returns the lines of the text, in their order; none where all of them belong to the head
 */
export function letterAbove(above: readonly FlowLine[], context: PageContext): readonly FlowLine[] {
  const { site } = context;
  if (above.some(({ wording }) => isOfPicture(wording.on(site)))) return [];
  const start = above.findIndex((line) => isSaid(line) && !isQuestion(line));
  if (start < 0) return [];
  const length = above.slice(start).findIndex((line) => !isSaid(line));
  const said = length < 0 ? above.slice(start) : above.slice(start, start + length);
  // A question directly above the dateline is the headline.
  const run = said.slice(0, said.findLastIndex((line) => !isQuestion(line)) + 1);
  if (run.length < MIN_SENTENCES || !isText(run, above[start + run.length], start === 0, context)) return [];
  return run;
}
