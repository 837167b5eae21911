import { foldText } from './fold';

/** Whatever is not printable ASCII, a leading mark, and needless spaces: most names are as they are shown. */
const UNUSUAL = /[^ -~]|^[# ]| {2}| $/;
/** Printable ASCII with single spaces: nothing to fold, as in most names. */
const PLAIN_NAME = /^(?!#)[!-~]+(?: [!-~]+)*$/;
const LEADING_MARKS = /^[#＃\s]+/;

/**
 * A tag's name as it is shown: width folded, without the leading `#`, white space collapsed; case stays.
 *
 * @returns `''` where nothing is left
 */
export function tagName(name: string): string {
  if (!UNUSUAL.test(name)) return name;
  if (PLAIN_NAME.test(name)) return name;
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
