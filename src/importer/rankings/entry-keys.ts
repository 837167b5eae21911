import { headlineKey, headlineKeyPrefix } from '../normalise/headline-key';

/** "… in Ho...": a row that the page cut, and that links by its beginning. */
const CUT_MARK = /(?:\.\.\.|…)\s{0,9}$/;

/** What a row of a ranking list is linked by: the key of its headline, of its beginning where the page cut it. */
export interface EntryKeys {
  readonly truncated: boolean;
  readonly headlineKey: string;
}

/**
 * The keys of a row.
 *
 * @param truncated whether the parser says that the headline was cut; a cut that shows is found anyway
 */
export function entryKeys(headline: string, truncated: boolean): EntryKeys {
  const cut = truncated || CUT_MARK.test(headline);
  return { truncated: cut, headlineKey: cut ? headlineKeyPrefix(headline) : headlineKey(headline) };
}
