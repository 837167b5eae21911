/** Folding: one spelling for texts that differ only in what a typesetter or an export chose. */

const MARKS: Readonly<Record<string, string>> = {
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
  ...Object.fromEntries(Array.from('‐‑‒–—―−', (dash) => [dash, '-'])),
};

const MARK_CHARACTERS = /[‘’‚‛′`“”„‟″‐‑‒–—―−]/g;
const INVISIBLE_CHARACTERS = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g;
const WHITE_SPACE = /\s+/g;
/** Whatever is not printable ASCII, the back quote, and needless spaces: most of an English text has nothing to fold in it. */
const FOLDABLE = /[^ -_a-~]| {2}|^ | $/;

// eslint-disable-next-line no-control-regex -- the range of ASCII
const BEYOND_ASCII = /[^\u0000-\u007f]/;

/** Whether a text is ASCII alone, as most lines of an English page: it needs no folding of width and holds no signs of other scripts. */
export function isAscii(text: string): boolean {
  return !BEYOND_ASCII.test(text);
}

const foldMarks = (text: string): string => text.replace(MARK_CHARACTERS, (mark) => MARKS[mark] ?? mark);

/**
 * Folds quotes, dashes, width (NFKC), white space and invisible characters; case stays.
 *
 * @param text any text
 * @returns the text on one line, trimmed
 */
export function foldTypography(text: string): string {
  if (!FOLDABLE.test(text)) return text;
  const typed = foldMarks(text);
  if (!FOLDABLE.test(typed)) return typed;
  return foldMarks(typed.replace(INVISIBLE_CHARACTERS, '').normalize('NFKC')).replace(WHITE_SPACE, ' ').trim();
}

/** Folds typography and case, for keys that compare texts. */
export function foldText(text: string): string {
  return foldTypography(text).toLowerCase();
}
