import { blockText } from './blocks';

/** Scripts that are written without spaces; their words are found by the segmenter of ICU. */
const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
const SPACED_WORD = /[^\s—–]*[\p{L}\p{N}][^\s—–]*/gu;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

function countSegments(text: string): number {
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) words += 1;
  return words;
}

/** Below the first of those scripts: most texts need no look at the scripts of their characters. */
const PERHAPS_UNSPACED = /[\u0e00-\u0eff\u1780-\u17ff\u19e0-\u19ff\u2e80-\uffff]/;

function countWords(text: string): number {
  return PERHAPS_UNSPACED.test(text) && UNSPACED_SCRIPT.test(text)
    ? countSegments(text)
    : (text.match(SPACED_WORD)?.length ?? 0);
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
