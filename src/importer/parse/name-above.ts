import type { Site } from '../profiles/compile-profile';
import { namesPlace, readsAsCaption, saysCaption } from './caption-signs';
import type { FlowLine } from './page';

/** `Ana Lund`, `Rhys J. Pell`: two or three words, each with one capital; `Cherry Blossoms` is nobody's name. */
const NAME =
  /^\p{Lu}\p{Ll}{1,15}(?: \p{Lu}\.)?(?: (?:Mc|O['’])?\p{Lu}\p{Ll}{1,15}(?:-\p{Lu}\p{Ll}{1,15})?(?<!s)){1,2}$/u;
/** A headline below a name has so many words. */
const MIN_WORDS = 5;

/** Whether a line can be the headline below a name, and is no caption. */
function isHeadline({ text, wording }: FlowLine, site: Site): boolean {
  if (!wording.canBeHeadline || text.split(' ').length < MIN_WORDS || wording.on(site).credit !== null) return false;
  return !saysCaption(text) && !readsAsCaption(text, false) && (!site.titleCase || wording.isTitleCase);
}

/** Whether the line at a place is a bare name above the headline; text, or nothing, stands below that. */
export function isNameAbove(lines: readonly FlowLine[], at: number, site: Site): boolean {
  const [line, below, third] = [lines[at], lines[at + 1], lines[at + 2]];
  if (line === undefined || below === undefined || !NAME.test(line.text) || namesPlace(line.text)) return false;
  return isHeadline(below, site) && (third === undefined || third.wording.endsSentence);
}
