import { foldText } from '../normalise/fold';
import { breadcrumbOf } from './breadcrumb';
import { authorsOf } from './bylines';
import { creditOf, isLabelledCaption } from './credits';
import { chooseHeadline } from './headline';
import type { FlowLine, PageContext } from './page';

/** Breadcrumb, byline, publisher, section, kicker: whatever may stand above a text and is no text. */
function isAboveText(line: FlowLine, { site }: PageContext): boolean {
  if (line.isSourceName || site.sections.has(line.folded) || site.kickers.has(line.folded)) return true;
  return breadcrumbOf(line.text) !== null || authorsOf(site, line.text) !== null;
}

const isCredit = (line: FlowLine | undefined, { site }: PageContext): boolean =>
  line !== undefined && creditOf(site, line.text) !== null;

/** A credit, or a caption next to one, on the side where the site sets it. */
function isOfPicture(flow: readonly FlowLine[], at: number, context: PageContext): boolean {
  const { site } = context;
  const { creditPosition } = site.profile;
  const line = flow[at];
  if (isCredit(line, context) || (line !== undefined && isLabelledCaption(site, line.text))) return true;
  if (creditPosition !== 'below' && isCredit(flow[at - 1], context)) return true;
  return creditPosition !== 'above' && isCredit(flow[at + 1], context);
}

/**
 * Number of lines at the top that are no text yet, in a page whose dateline does not say where the text begins.
 *
 * @param stated the headline that the carrier states, else null
 */
export function headLength(flow: readonly FlowLine[], context: PageContext, stated: string | null): number {
  let headline: string | null = null;
  const end = flow.findIndex((line, at) => {
    if (isAboveText(line, context) || isOfPicture(flow, at, context)) return false;
    const key = foldText(line.text);
    if (headline !== null) return key !== headline;
    const isHeadline =
      (stated !== null && key === foldText(stated)) || chooseHeadline([line], context.site, stated).headline !== null;
    if (isHeadline) headline = key;
    return !isHeadline;
  });
  return end < 0 ? flow.length : end;
}
