import { foldText } from '../normalise/fold';

/** A non-blank line: its number in the document from 1, its clean text, and the folded text that labels are matched with. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly folded: string;
}

const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g;
// eslint-disable-next-line no-control-regex -- control characters are what is removed here
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Labels are short; folding a long paragraph would be work for nothing. */
const MAX_LABEL_LENGTH = 200;

function cleanLine(line: string): string {
  return line.replace(SPACES, ' ').replace(INVISIBLE, '').replace(LONE_SURROGATES, '\ufffd').trim();
}

/** The non-blank lines of a text with `\n`, `\r\n` or `\r` line ends. */
export function toLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  text.split(/\r\n|\n|\r/).forEach((raw, index) => {
    const clean = cleanLine(raw);
    if (clean === '') return;
    lines.push({ number: index + 1, text: clean, folded: clean.length > MAX_LABEL_LENGTH ? '' : foldText(clean) });
  });
  return lines;
}
