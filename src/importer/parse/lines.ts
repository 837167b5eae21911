import { isPlainText } from '../normalise/plain-text';
import { wordingOf, type Wording } from './line-wording';

/** A non-blank line. */
export interface Line {
  /** Its number in the document, from 1. */
  readonly number: number;
  /** Its clean text. */
  readonly text: string;
  /** The folded text that labels are matched with; `''` for a line that is too long to be a label. */
  readonly folded: string;
  /** What its text says by itself. */
  readonly wording: Wording;
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
/** A line's text without invisible characters, with plain spaces, trimmed. */
export function cleanLine(line: string): string {
  if (!NEEDS_CLEANING.test(line)) return line.trim();
  return line.replace(SPACES, ' ').replace(INVISIBLE, '').replace(LONE_SURROGATES, '\ufffd').trim();
}

/** Divides a text into its lines, blank ones included, at every kind of line end. */
export function splitLines(text: string): readonly string[] {
  return text.split(LINE_ENDS);
}

/** The trimmed lines of a plain text, one after the other: looking for each end takes half of the time that `split` takes. */
function eachPlainLine(text: string, add: (clean: string) => void): void {
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    add(text.slice(start, end).trim());
    start = end + 1;
  }
  add(text.slice(start).trim());
}

/**
 * The non-blank lines of a page.
 *
 * @param before number of lines in the document above the page
 * @param isPlain whether the text is plain, where that is known
 */
export function toLines(text: string, before = 0, isPlain = isPlainText(text)): readonly Line[] {
  const lines: Line[] = [];
  let number = before;
  let afterGap = false;
  const add = (clean: string): void => {
    number += 1;
    if (clean !== '') {
      const wording = wordingOf(clean);
      lines.push({ number, text: wording.text, folded: wording.folded, wording, afterGap });
    }
    afterGap = clean === '';
  };
  if (isPlain) eachPlainLine(text, add);
  else for (const row of splitLines(text)) add(cleanLine(row));
  return lines;
}
