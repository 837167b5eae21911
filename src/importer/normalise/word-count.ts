import { blockText } from './blocks';

/** Scripts that are written without spaces; their words are found by the segmenter of ICU. */
const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
const BETWEEN_WORDS = /[\s—–]/;
const IN_WORD = /[\p{L}\p{N}]/u;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** The segmenter takes for each word a time that grows with the text: a paragraph of megabytes would take hours. */
const PIECE = 1000;
/** Where no word goes on. */
const BREAK = /[\s。、！？「」]/;

/** Where the piece from `start` on ends: behind its last break; where it has none, between two characters. */
function endOfPiece(text: string, start: number): number {
  const most = start + PIECE;
  if (most >= text.length) return text.length;
  for (let at = most; at > start; at -= 1) if (BREAK.test(text.charAt(at - 1))) return at;
  return text.codePointAt(most - 1) === text.charCodeAt(most - 1) ? most : most - 1;
}

function countSegments(text: string): number {
  let words = 0;
  for (let start = 0; start < text.length;) {
    const end = endOfPiece(text, start);
    for (const { isWordLike } of segmenter.segment(text.slice(start, end))) if (isWordLike === true) words += 1;
    start = end;
  }
  return words;
}

/** What a character does to the count: nothing, end a word, be a part of one, or leave the counting to the segmenter. */
const [UNKNOWN, OTHER, SPACE, LETTER, UNSPACED] = [0, 1, 2, 3, 4] as const;

function kindOf(code: number): number {
  const character = String.fromCodePoint(code);
  if (BETWEEN_WORDS.test(character)) return SPACE;
  if (UNSPACED_SCRIPT.test(character)) return UNSPACED;
  return IN_WORD.test(character) ? LETTER : OTHER;
}

/** The characters of European texts with their punctuation; each is looked at once. */
const KINDS = new Uint8Array(0x2100).fill(UNKNOWN);

function kindAt(text: string, at: number, unit: number): number {
  const known = KINDS[unit] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const kind = kindOf(text.codePointAt(at) ?? 0);
  if (unit < KINDS.length) KINDS[unit] = kind;
  return kind;
}

/** Longer paragraphs are counted in units of their own. */
const MOST_UNITS = 8192;
const shared = new Uint16Array(MOST_UNITS);
const sharedBytes = Buffer.from(shared.buffer);

/** The units of a text, and more. A paragraph is a slice of its document, in which V8 finds each character anew: a copy is read much quicker. */
function unitsOf(text: string): Uint16Array {
  if (text.length > MOST_UNITS) return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  sharedBytes.write(text, 'utf16le');
  return shared;
}

/**
 * Words that have a letter or a digit. Every article's text comes through here, character by character.
 *
 * @returns null where the text has a character of a script without spaces
 */
function countSpaced(text: string): number | null {
  const units = unitsOf(text);
  let words = 0;
  let counted = false;
  for (let at = 0; at < text.length; at += 1) {
    // The second unit of a character of two is neither space nor letter, and changes nothing.
    const kind = kindAt(text, at, units[at] ?? 0);
    if (kind === SPACE) counted = false;
    else if (kind === LETTER && !counted) {
      counted = true;
      words += 1;
    } else if (kind === UNSPACED) return null;
  }
  return words;
}

const countWords = (text: string): number => countSpaced(text) ?? countSegments(text);

/**
 * The number of words in a body; photo captions and the headline don't count.
 *
 * @param body Strapi blocks, as stored or as an editor sends them
 */
export function wordCount(body: unknown): number {
  if (!Array.isArray(body)) return 0;
  return body.reduce<number>((words, block) => words + countWords(blockText(block)), 0);
}
