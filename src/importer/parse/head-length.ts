import { foldText } from '../normalise/fold';
import { breadcrumbOf } from './breadcrumb';
import { isBelowByline } from './bylines';
import { isPageNumber } from './furniture';
import { chooseHeadline } from './headline';
import { isNameAbove } from './name-above';
import type { FlowLine, PageContext } from './page';
import { isSourceLine } from './source-line';

/** Breadcrumb, byline, publisher, section, kicker: whatever may stand above a text and is no text. */
function isAboveText(flow: readonly FlowLine[], at: number, { site }: PageContext): boolean {
  const [above, line] = [flow[at - 1], flow[at]];
  if (line === undefined) return false;
  if (above !== undefined && isBelowByline(site, above.wording, line.text)) return true;
  if (line.isSourceName || isPageNumber(line.text) || site.sections.has(line.folded) || site.kickers.has(line.folded))
    return true;
  if (at === 0 && isNameAbove(flow, at, site)) return true;
  return breadcrumbOf(line.text) !== null || line.wording.on(site).authors !== null;
}

const isCredit = (line: FlowLine | undefined, { site }: PageContext): boolean =>
  line !== undefined && line.wording.on(site).credit !== null;

/** Two sentences below a credit that has its caption above are text, where nothing but pictures stands above. */
function isBelowCaptions(flow: readonly FlowLine[], at: number, context: PageContext): boolean {
  const [caption, text] = [flow[at - 2], flow[at]];
  if (text?.wording.isParagraph !== true || caption?.wording.endsSentence !== true) return false;
  return at === 2 || isCredit(flow[at - 3], context);
}

/** A credit, or a caption next to one, on the side where the site sets it. */
function isOfPicture(flow: readonly FlowLine[], at: number, context: PageContext): boolean {
  const { site } = context;
  const { creditPosition } = site.profile;
  const line = flow[at];
  if (isCredit(line, context) || (line !== undefined && line.wording.on(site).isLabelledCaption)) return true;
  const isBelowCredit =
    creditPosition !== 'below' && isCredit(flow[at - 1], context) && !isSourceLine(flow, at - 1, context);
  if (isBelowCredit && (creditPosition === 'above' || !isBelowCaptions(flow, at, context))) return true;
  return creditPosition !== 'above' && isCredit(flow[at + 1], context);
}

/** `OSAKA —`, `SEOUL (Jiji Press) —`, `ISE, Mie —`: the first words of an article's text. */
const PLACE_LEAD = /^\p{Lu}[\p{Lu}.'’ -]{2,30}(?:, \p{Lu}[\p{L}. ]{1,30})?(?: \([^()]{2,40}\))? ?[—–] ?\S/u;

/** A single sentence between headline and lead is a caption, where a site sets its credits above and an export leaves them out. */
function isCaptionAboveLead(flow: readonly FlowLine[], at: number, { site }: PageContext): boolean {
  const [line, next] = [flow[at], flow[at + 1]];
  if (site.profile.creditPosition !== 'above' || line === undefined || next === undefined) return false;
  const { endsSentence, isParagraph } = line.wording;
  return endsSentence && !isParagraph && !PLACE_LEAD.test(line.text) && PLACE_LEAD.test(next.text);
}

/**
 * Number of lines at the top that are no text yet, in a page whose dateline does not say where the text begins.
 *
 * @param stated the headline that the carrier states, else null
 */
export function headLength(flow: readonly FlowLine[], context: PageContext, stated: string | null): number {
  let headline: string | null = null;
  const end = flow.findIndex((line, at) => {
    if (isAboveText(flow, at, context) || isOfPicture(flow, at, context)) return false;
    const { key } = line.wording;
    if (headline !== null) return key !== headline && !isCaptionAboveLead(flow, at, context);
    const isHeadline =
      (stated !== null && key === foldText(stated)) || chooseHeadline([line], context.site, stated).headline !== null;
    if (isHeadline) headline = key;
    return !isHeadline;
  });
  return end < 0 ? flow.length : end;
}
