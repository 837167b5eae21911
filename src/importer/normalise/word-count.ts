import { blockText } from './blocks';

/** Scripts that are written without spaces; their words are found by the segmenter of ICU. */
const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
const BETWEEN_WORDS = /[\s—–]/;
const IN_WORD = /[\p{L}\p{N}]/u;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

function countSegments(text: string): number {
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) words += 1;
  return words;
}

const isAsciiWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

const isAsciiSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** Characters behind it take two units of a text. */
const LAST_OF_ONE_UNIT = 0xffff;

/** Words that have a letter or a digit. Every article's text comes through here, character by character. */
function countSpaced(text: string): number {
  let words = 0;
  let counted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    const isAscii = code < 128;
    if (code > LAST_OF_ONE_UNIT) at += 1;
    if (isAscii ? isAsciiSpace(code) : BETWEEN_WORDS.test(String.fromCodePoint(code))) counted = false;
    else if (!counted && (isAscii ? isAsciiWord(code) : IN_WORD.test(String.fromCodePoint(code)))) {
      counted = true;
      words += 1;
    }
  }
  return words;
}

/** Below the first of those scripts: most texts need no look at the scripts of their characters. */
const PERHAPS_UNSPACED = /[\u0e00-\u0eff\u1780-\u17ff\u19e0-\u19ff\u2e80-\uffff]/;

function countWords(text: string): number {
  return PERHAPS_UNSPACED.test(text) && UNSPACED_SCRIPT.test(text) ? countSegments(text) : countSpaced(text);
}

/**
 * The number of words in a body; photo captions and the headline don't count.
 *
 * @param body Strapi blocks, as stored or as an editor sends them
 */
export function wordCount(body: unknown): number {
  if (!Array.isArray(body)) return 0;
  return body.reduce<number>((words, block) => words + countWords(blockText(block)), 0);
}
