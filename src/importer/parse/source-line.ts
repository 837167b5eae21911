import { foldText } from '../normalise/fold';
import type { Site } from '../profiles/compile-profile';
import { chooseHeadline } from './headline';
import type { FlowLine, PageContext } from './page';

/** Names and offices below a credit (`Finance Minister Satsuki Katayama`) have fewer. */
const MIN_HEADLINE_WORDS = 6;

/** Below the publisher's own name stands the headline; below another name that credits pictures a short line is a caption. */
function isHeadlineBelow(line: FlowLine, next: FlowLine, site: Site): boolean {
  const isOwn = foldText(site.profile.publisher ?? '') === line.folded;
  if (!isOwn && next.text.split(' ').length < MIN_HEADLINE_WORDS) return false;
  return chooseHeadline([next], site, null).headline !== null;
}

/** Whether a line is the publisher's name and only says whose page this is; where a caption follows, it credits the picture. */
export function isSourceLine(lines: readonly FlowLine[], index: number, { site }: PageContext): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  if (line?.isSourceName !== true) return false;
  if (line.wording.on(site).credit === null || next === undefined || next.isSourceName) return true;
  if (site.profile.creditPosition === 'below' && index > 0) return false;
  if (next.wording.on(site).authors !== null) return true;
  return index === 0 && isHeadlineBelow(line, next, site);
}
