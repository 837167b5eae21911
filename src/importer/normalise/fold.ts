/** Folding: one spelling for texts that differ only in what a typesetter or an export chose. */

const QUOTES: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
};

const QUOTE_CHARACTERS = /[‘’‚‛′`“”„‟″]/g;
const DASH_CHARACTERS = /[‐‑‒–—―−]/g;
const INVISIBLE_CHARACTERS = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g;
const WHITE_SPACE = /\s+/g;
/** Printable ASCII without the back quote and without doubled spaces: most of an English text, and nothing to fold in it. */
const PLAIN = /^(?! )(?:[!-_a-~]| (?! |$))*$/;

/**
 * Folds quotes, dashes, width (NFKC), white space and invisible characters; case stays.
 *
 * @param text any text
 * @returns the text on one line, trimmed
 */
export function foldTypography(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(INVISIBLE_CHARACTERS, '')
    .normalize('NFKC')
    .replace(QUOTE_CHARACTERS, (character) => QUOTES[character] ?? character)
    .replace(DASH_CHARACTERS, '-')
    .replace(WHITE_SPACE, ' ')
    .trim();
}

/** Folds typography and case, for keys that compare texts. */
export function foldText(text: string): string {
  return foldTypography(text).toLowerCase();
}
