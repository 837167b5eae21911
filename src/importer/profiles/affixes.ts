import { isAscii } from '../normalise/fold';

/** Beginnings (or ends) of lines by their first (or last) character. */
export type Affixes = ReadonlyMap<string, readonly string[]>;

const NONE: readonly string[] = [];

function grouped(texts: readonly string[], key: (text: string) => string): Affixes {
  const groups = new Map<string, string[]>();
  for (const text of texts) groups.set(key(text), [...(groups.get(key(text)) ?? []), text]);
  return groups;
}

const first = (text: string): string => text.charAt(0);
const last = (text: string): string => text.charAt(text.length - 1);

export const beginnings = (texts: readonly string[]): Affixes => grouped(texts, first);
export const ends = (texts: readonly string[]): Affixes => grouped(texts, last);

/** The beginnings that a text may have: most texts have none, and one look-up tells. */
export const beginningsLike = (affixes: Affixes, text: string): readonly string[] => affixes.get(first(text)) ?? NONE;

/** The ends that a text may have. */
export const endsLike = (affixes: Affixes, text: string): readonly string[] => affixes.get(last(text)) ?? NONE;

/** The first of the beginnings that a text has; null where it has none. */
export function beginningOf(affixes: Affixes, text: string): string | null {
  return beginningsLike(affixes, text).find((beginning) => text.startsWith(beginning)) ?? null;
}

const isPrintable = (code: number): boolean => code >= 0x20 && code <= 0x7e;

/** Affixes are compared with texts in this form. */
export const affixForm = (text: string): string => (isAscii(text) ? text : text.normalize('NFKC')).toLowerCase();

/**
 * Whether a text may have one of the beginnings, whatever its width and case. Where its first two characters are ASCII, folding changes
 * nothing of the first one but its case: that one tells, and most texts need no folding.
 */
export function mayBeginLike(affixes: Affixes, text: string): boolean {
  const isPlain = isPrintable(text.charCodeAt(0)) && isPrintable(text.charCodeAt(1));
  return !isPlain || affixes.has(first(text).toLowerCase());
}
