import { foldText } from './fold';
import { sha256 } from './hash';
import { remembered } from './remember';

/** Fits an indexed column on every database: 191 characters of four bytes are MySQL's smallest index limit. */
const MAX_KEY_LENGTH = 191;
const HASH_LENGTH = 16;

/** A row that shows fewer characters than this says too little to link it by its beginning. */
export const MIN_PREFIX_LENGTH = 12;

/** `(Update 1)` behind a headline says that the page was revised, not that it is another article. */
const UPDATE_SUFFIX = / ?\(update(?: \d{1,3})?\)$/;
const CUT_MARK = /(?: ?\.{3,}| ?…)$/;

/** `headlineKey` of a headline that is folded already. */
export function foldedHeadlineKey(headline: string): string {
  const folded = headline.endsWith(')') ? headline.replace(UPDATE_SUFFIX, '') : headline;
  if (folded.length <= MAX_KEY_LENGTH) return folded;
  const characters = Array.from(folded);
  if (characters.length <= MAX_KEY_LENGTH) return folded;
  return `${characters.slice(0, MAX_KEY_LENGTH - HASH_LENGTH - 1).join('')}#${sha256(folded).slice(0, HASH_LENGTH)}`;
}

/**
 * The key that headlines are matched by: folded, without `(Update 1)`; a long one keeps its first part and a hash.
 *
 * @param headline as printed
 * @returns at most 191 characters; `''` for a blank headline
 */
export const headlineKey: (headline: string) => string = remembered((headline) =>
  foldedHeadlineKey(foldText(headline)),
);

/**
 * The beginning that the keys of all headlines share which a truncated headline ("… in Ho...") may stand for.
 *
 * @param truncated headline as printed, with its mark of omission
 * @returns a prefix of `headlineKey` of the whole headline
 */
export function headlineKeyPrefix(truncated: string): string {
  const folded = foldText(truncated).replace(CUT_MARK, '');
  return Array.from(folded)
    .slice(0, MAX_KEY_LENGTH - HASH_LENGTH - 1)
    .join('');
}
