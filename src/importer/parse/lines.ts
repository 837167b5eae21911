import { foldText } from '../normalise/fold';
import { remembered } from '../normalise/remember';

/** A non-blank line. */
export interface Line {
  /** Its number in the document, from 1. */
  readonly number: number;
  /** Its clean text. */
  readonly text: string;
  /** The folded text that labels are matched with; `''` for a line that is too long to be a label. */
  readonly folded: string;
  /** Whether a blank line stands above it. */
  readonly afterGap: boolean;
  /** The whole line, where `text` is only a part of it. */
  readonly printed?: string;
}

/** LF, CRLF, CR, vertical tab, NEL, line and paragraph separators end a line; a form feed ends a page. */
const LINE_ENDS = /\r\n|[\n\r\v\u0085\u2028\u2029]/;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\t]/g;
// eslint-disable-next-line no-control-regex -- control characters are what is removed here
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Most lines of most newspapers need no cleaning. */
// eslint-disable-next-line no-control-regex -- tells lines with control characters from the rest
const NEEDS_CLEANING = /[\u0000-\u001f\u007f-\u00a0\u00ad\u2000-\u200b\u202f\u205f\u2060\ufeff\ud800-\udfff]/;
/** A page without any of these has nothing to clean, and `\n` alone ends its lines: most pages are so plain. */
const NOT_PLAIN =
  // eslint-disable-next-line no-control-regex -- tells pages with control characters from the rest
  /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u00ad\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\ufeff\ud800-\udfff]/;
/** Labels are short; folding a long paragraph would be work for nothing. */
export const MAX_LABEL_LENGTH = 80;

/** A line's text without invisible characters, with plain spaces, trimmed. */
export function cleanLine(line: string): string {
  if (!NEEDS_CLEANING.test(line)) return line.trim();
  return line.replace(SPACES, ' ').replace(INVISIBLE, '').replace(LONE_SURROGATES, '\ufffd').trim();
}

/** Divides a text into its lines, blank ones included, at every kind of line end. */
export function splitLines(text: string): readonly string[] {
  return text.split(LINE_ENDS);
}

/** The folded text that labels are matched with; `''` for a line that is too long to be a label. */
export const foldLabel = (text: string): string => (text.length > MAX_LABEL_LENGTH ? '' : foldText(text));

/** The text of a line and its folded text, the same ones on every page. */
const wordingOf = remembered((text): Pick<Line, 'text' | 'folded'> => ({ text, folded: foldLabel(text) }));

/**
 * The non-blank lines of a page.
 *
 * @param before number of lines in the document above the page
 */
export function toLines(text: string, before = 0): readonly Line[] {
  const isPlain = !NOT_PLAIN.test(text);
  const rows = isPlain ? text.split('\n') : splitLines(text);
  const lines: Line[] = [];
  let number = before;
  let afterGap = false;
  for (const row of rows) {
    number += 1;
    const clean = isPlain ? row.trim() : cleanLine(row);
    if (clean !== '') {
      const { text: words, folded } = wordingOf(clean);
      lines.push({ number, text: words, folded, afterGap });
    }
    afterGap = clean === '';
  }
  return lines;
}
