/** Marks that open a row of a list: bullets, printed numbers, or both. */

/** What stands before a row's headline. `position` is the printed number, null for a bullet. `strength` tells how sure it's a mark. */
export interface Marker {
  readonly position: number | null;
  readonly rest: string;
  readonly strength: 'strong' | 'number-word';
}

const BULLET = /^(?:[-–—−*·‣▪▸▹»›](?= |$)|[•・●○◯■□◆◇▶►★☆▲△](?!\S*[■□◆◇●○]$)) ?/;
const GLUED_DASH = /^-(?=\p{L})/u;
/** 【第3位】…, 第3位 …, 3位 …, 3위 …, 第3名 … */
const RANK = /^[【[(]?第? ?(\d{1,3}) ?[位名위][】\])]?[:：.、]? ?/;
/** 1. … 1) … (1) … 1、… No. 1 … #1 … */
const NUMBER = /^(?:No\. ?|#)?[([]?(\d{1,3})(?:[.．](?!\d)|[)）\]、:](?![\d])) ?/i;
const SHARP = /^(?:No\. ?|#)(\d{1,3})(?: |$)/i;
const ALONE = /^(\d{1,3})$/;
const NUMBER_WORD = /^(\d{1,2}) +(?=\S)/;
const CIRCLED = /^[①-⑳] ?/;
const CIRCLED_ONE = 0x2460;

const BULLET_ALONE: Marker = { position: null, rest: '', strength: 'strong' };
const FULL_WIDTH = /[０-９]/;
const FULL_WIDTH_DIGITS = /[０-９]/g;

const narrow = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) - 0xfee0);

function numbered(text: string): Marker | null {
  const match = RANK.exec(text) ?? NUMBER.exec(text) ?? SHARP.exec(text) ?? ALONE.exec(text);
  if (match !== null) return { position: Number(match[1]), rest: text.slice(match[0].length), strength: 'strong' };
  const circled = CIRCLED.exec(text);
  if (circled === null) return null;
  return { position: text.charCodeAt(0) - CIRCLED_ONE + 1, rest: text.slice(circled[0].length), strength: 'strong' };
}

const between = (code: number, first: number, last: number): boolean => code >= first && code <= last;

/** Most lines begin with a quotation or a letter that no mark begins with (`No. 1` and `第1位` do). */
function beginsWithText(code: number): boolean {
  if (between(code, 0x41, 0x5a) || between(code, 0x61, 0x7a)) return code !== 0x4e && code !== 0x6e;
  if (code === 0x22 || code === 0x201c) return true;
  return (
    (between(code, 0x3041, 0x30fa) || between(code, 0x3400, 0x9fff) || between(code, 0xac00, 0xd7a3)) && code !== 0x7b2c
  );
}

/**
 * Reads the mark at the beginning of a line.
 *
 * @param text a cleaned line
 * @returns null where the line begins with text. `3 Dead in Fire` has the strength `number-word`: only the rows around it can tell
 */
export function readMarker(text: string): Marker | null {
  if (beginsWithText(text.charCodeAt(0))) return null;
  const plain = FULL_WIDTH.test(text) ? text.replace(FULL_WIDTH_DIGITS, narrow) : text;
  const bullet = BULLET.exec(plain) ?? GLUED_DASH.exec(plain);
  if (bullet !== null) {
    const rest = plain.slice(bullet[0].length).trim();
    if (rest === '') return BULLET_ALONE;
    return numbered(rest) ?? { position: null, rest: text.slice(bullet[0].length).trim(), strength: 'strong' };
  }
  const strong = numbered(plain);
  if (strong !== null) {
    const rest = text.slice(text.length - strong.rest.length).trim();
    return { position: strong.position, rest, strength: 'strong' };
  }
  const word = NUMBER_WORD.exec(plain);
  return word === null
    ? null
    : { position: Number(word[1]), rest: text.slice(word[0].length), strength: 'number-word' };
}
