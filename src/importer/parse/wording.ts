import { isTitleCase } from './title-case';

/** What the wording of a line says of its kind. Each function looks at one line alone. */

const CLOSING = `["'”’)\\]）」』】»]{0,3}`;
/** Ends like a sentence: `… on Wednesday.”`, `…と話した。` */
const SENTENCE_END = new RegExp(`[.。．｡!?！？؟۔…]${CLOSING}$`);
const FULL_STOP = new RegExp(`[.。．｡۔]${CLOSING}$`);
/** `… on the platform. (Photo: Mikaze Times)` */
const STOP_AND_BRACKETS = /[.。] ?[(（[［][^()（）]{1,80}[)）\]］]$/;
const CUT = /(?:\.{3}|…|‥|\[\.{3}\]|\[…\])$/;
/** A word that ends with its own full stop at the end of a headline: `… in U.S.`, `… Toyota Co.` */
const ABBREVIATION =
  /(?:^|[\s(“"'-])(?:(?:[A-Z]\.){2,}|(?:Co|Corp|Inc|Ltd|Jr|Sr|Gov|Gens?|Sens?|Rep|Dr|Mr|Mrs|Ms|St|No|vs|Prof|Bros|Pref|Univ|Assn|Dept|[ap]\.m)\.)$/;
export const CJK = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
/** What the end of a line tells is within so many characters. */
const END = 16;
const LONG_END = 96;
const INNER_STOP = /[.!?؟۔]["”’)»]? +["“‘(«]?[A-Z\u0600-\u06ff\uac00-\ud7a3]|[。！？](?=.)/;
const WORD = /[\p{L}\p{N}]/u;
/** A word, a full stop, a capital: "… in Asanagi. Reuters/Ken Ode"; abbreviations are shorter. */
const SENTENCE_INSIDE = /[.](?<=[a-z]{4}[.])["”’)]? +["“‘(]?[A-Z]|。(?=.)/;
const ASCII_WORD = /[A-Za-z0-9]/;

/** Lengths are of characters; CJK text says in 40 what English says in 100. */
const LONG = 160;
const LONG_CJK = 60;
const MAX_HEADLINE = 400;
const MAX_QUESTION = 150;

const isAsciiWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);

/** Whether a text has a letter or a digit at all. */
export function hasWords(text: string): boolean {
  return isAsciiWord(text.charCodeAt(0)) || ASCII_WORD.test(text) || WORD.test(text);
}

/** A letter or a digit at the end says without a closer look that the line neither ends a sentence nor was cut. */
const endsWithWord = (text: string): boolean => isAsciiWord(text.charCodeAt(text.length - 1));

/** Whether a headline was cut by the page that lists it (`… in Ho...`). */
export function isCut(text: string): boolean {
  return !endsWithWord(text) && CUT.test(text.slice(-END));
}

/** Whether the text ends with a full stop that ends a sentence, not an abbreviation at the end of a headline. */
export function endsWithFullStop(text: string): boolean {
  if (endsWithWord(text)) return false;
  const end = text.slice(-END);
  if (CUT.test(end) || !(FULL_STOP.test(end) || STOP_AND_BRACKETS.test(text.slice(-LONG_END)))) return false;
  return !(ABBREVIATION.test(end) && isTitleCase(text));
}

/** Whether the text ends like a sentence: full stop, question or exclamation mark, ellipsis. */
export function endsSentence(text: string): boolean {
  if (endsWithWord(text)) return false;
  const end = text.slice(-END);
  return SENTENCE_END.test(end) && !(ABBREVIATION.test(end) && isTitleCase(text));
}

/** Whether the line is long enough that it can only be running text. */
export function isLong(text: string): boolean {
  return text.length > LONG || (text.length > LONG_CJK && CJK.test(text));
}

/** Whether several sentences stand in the line. */
export function holdsSentences(text: string): boolean {
  return INNER_STOP.test(text);
}

/** Whether a line that ends a sentence is running text: a sentence of some length, or several. */
export function isRunningText(text: string): boolean {
  return !isCut(text) && (isLong(text) || holdsSentences(text));
}

/** Whether the line is running text. */
export function isParagraph(text: string): boolean {
  return endsSentence(text) && isRunningText(text);
}

/** A line can be a headline when it does not read as a sentence: no full stop, no address, not endless. */
export function canBeHeadline(text: string): boolean {
  if (text.length > MAX_HEADLINE || /[:：,、;；]$/.test(text) || !hasWords(text)) return false;
  if (endsWithFullStop(text) || SENTENCE_INSIDE.test(text)) return false;
  if (/^(?:[a-z]|[—–-])/.test(text)) return /^[a-z]+[A-Z0-9]/.test(text);
  if (!endsSentence(text)) return true;
  return text.length <= MAX_QUESTION && !INNER_STOP.test(text.replace(CUT, ''));
}

const MAX_SUBHEAD = 70;
const MAX_SUBHEAD_CJK = 30;

/** A line can be a sub-head in the body: short, without any punctuation at its end, and no quotation or signature. */
export function canBeSubhead(text: string): boolean {
  if (text.length > MAX_SUBHEAD || (text.length > MAX_SUBHEAD_CJK && CJK.test(text))) return false;
  if (endsSentence(text) || /[:：,、;；]$/.test(text)) return false;
  if (/^[-—–―*•・"“「『(（[［#@]/.test(text) || !/\p{L}/u.test(text)) return false;
  return !/^\p{Ll}/u.test(text) && !text.includes('://');
}
