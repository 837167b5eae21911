import { foldText } from './fold';

const LEADING_MARKS = /^[#＃\s]+/;

/**
 * A tag's name as it is shown: width folded, without the leading `#`, white space collapsed; case stays.
 *
 * @returns `''` where nothing is left
 */
export function tagName(name: string): string {
  return name.normalize('NFKC').replace(LEADING_MARKS, '').replace(/\s+/g, ' ').trim();
}

/** The key by which two spellings are one tag: `tagName` with case folded. */
export function tagKey(name: string): string {
  return foldText(tagName(name));
}

/** Names normalised, blank ones and repeated ones left out, in their first order. */
export function uniqueTagNames(names: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const name of names.map(tagName)) {
    const key = tagKey(name);
    if (key !== '' && !byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}
