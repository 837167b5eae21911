import { beginningsLike } from '../profiles/affixes';
import type { Site } from '../profiles/compile-profile';

/** `… as Slump in U.S. Sales EasesThe government said …` */
const SEAM = /^([^\n]{20,200}?[\p{Ll}\p{N})”’"'])(?=\p{Lu}[\p{Ll}’']{0,20} )/u;

/** The rest of a line that begins with a label of related headlines; null where it does not. */
export function behindRelatedLabel(site: Site, text: string): string | null {
  const label = beginningsLike(site.relatedLabels, text.charAt(0).toLowerCase()).find(
    (known) => text.slice(0, known.length).toLowerCase() === known,
  );
  return label === undefined ? null : text.slice(label.length).replace(/^[\s:：]+/, '');
}

/** A related headline and the paragraph that was glued to it; null where no seam shows. */
export function atSeam(text: string): { readonly headline: string; readonly paragraph: string } | null {
  const headline = SEAM.exec(text)?.[1];
  return headline === undefined ? null : { headline, paragraph: text.slice(headline.length) };
}
