import type { Site } from '../profiles/compile-profile';
import { foldText } from '../normalise/fold';

/** `… as Slump in U.S. Sales EasesThe government said …` */
const SEAM = /^([^\n]{20,200}?[\p{Ll}\p{N})”’"'])(?=\p{Lu}[\p{Ll}’']{0,20} )/u;
const MAX_LABEL = 60;

/** The rest of a line that begins with a label of related headlines; null where it does not. */
export function behindRelatedLabel(site: Site, text: string): string | null {
  for (const [label, { kind }] of site.labels) {
    if (kind !== 'related') continue;
    const start = foldText(text.slice(0, MAX_LABEL));
    if (start.startsWith(label)) return text.slice(label.length).replace(/^[\s:：]+/, '');
  }
  return null;
}

/** A related headline and the paragraph that was glued to it; null where no seam shows. */
export function atSeam(text: string): { readonly headline: string; readonly paragraph: string } | null {
  const headline = SEAM.exec(text)?.[1];
  return headline === undefined ? null : { headline, paragraph: text.slice(headline.length) };
}
