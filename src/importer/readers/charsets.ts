import { detect } from 'chardet';

/** Charsets that Node decodes and newspapers' exports are in, by the names that detection gives them. */
const DETECTED: Readonly<Record<string, string>> = {
  GB18030: 'gb18030',
  Big5: 'big5',
  'EUC-KR': 'euc-kr',
  'ISO-2022-JP': 'iso-2022-jp',
  'windows-1251': 'windows-1251',
  'windows-1256': 'windows-1256',
  'KOI8-R': 'koi8-r',
};

const HIRAGANA_KATAKANA = /[\u3041-\u3096\u30a1-\u30fa\u30fc]/g;
const KANJI = /[\u4e00-\u9fff]/g;
const HALF_WIDTH_KATAKANA = /[\uff61-\uff9f]/g;
/** Rare kanji show that bytes of another charset were taken for this one. */
const RARE = /[\u3400-\u4dff\ue000-\uf8ff\uf900-\ufaff]/g;
const NOT_ASCII = /[^\u0000-\u007f]/g; // eslint-disable-line no-control-regex -- the range of ASCII

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const WINDOWS_1252 = 'windows-1252';
/** The bytes 0x80 to 0x9f in windows-1252; five of them are no character. */
const HIGH_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const C1 = /[\u0080-\u009f]/g;
const FIRST_C1 = 0x80;

/** Node before 22.13 decodes windows-1252 as ISO-8859-1 (nodejs/node#56542), and loses curly quotes and dashes. */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.replace(C1, (control) => HIGH_CONTROLS[control.charCodeAt(0) - FIRST_C1] ?? control);
}

/** Making a decoder costs more than decoding a short document. */
const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Decodes strictly; null where the bytes are no text of that charset. */
export function decodeStrictly(charset: string, bytes: Uint8Array): string | null {
  try {
    if (charset === WINDOWS_1252) return decodeWindows1252(bytes);
    const decoder = charset === 'utf-8' ? STRICT_UTF8 : new TextDecoder(charset, { fatal: true });
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Decodes what there is; bytes that are no characters become U+FFFD. */
export function decodeLeniently(charset: string, bytes: Uint8Array): string {
  return charset === WINDOWS_1252 ? decodeWindows1252(bytes) : new TextDecoder(charset).decode(bytes);
}

/** How Japanese a text looks, from -1 to 1: kana and kanji speak for it, half-width katakana and rare kanji against it. */
function japaneseness(text: string): number {
  const all = count(text, NOT_ASCII);
  if (all === 0) return 0;
  const kana = count(text, HIRAGANA_KATAKANA);
  // Korean and Chinese bytes taken for EUC-JP are kanji as well; a Japanese text of some length has kana.
  const kanji = count(text, KANJI) * (all >= WITH_KANA && kana * MIN_KANA_SHARE < all ? 0.3 : 0.8);
  const good = kana * 1.5 + kanji;
  return (good - 2 * (count(text, HALF_WIDTH_KATAKANA) + count(text, RARE))) / all;
}

/** A text of so many characters has kana, in Japanese; a headline may have none. */
const WITH_KANA = 12;
/** One character in so many is kana then. */
const MIN_KANA_SHARE = 20;
const JAPANESE = 0.5;
const HIGH_BYTES = 0.3;
const MAX_LOOKED_AT = 200_000;

function highByteShare(bytes: Uint8Array): number {
  let high = 0;
  for (const byte of bytes) if (byte >= 0x80) high += 1;
  return bytes.length === 0 ? 0 : high / bytes.length;
}

function japaneseCharset(bytes: Uint8Array): string | null {
  const scores = ['shift_jis', 'euc-jp'].map((charset) => {
    const text = decodeStrictly(charset, bytes);
    return { charset, score: text === null ? -1 : japaneseness(text) };
  });
  const best = scores.reduce((left, right) => (right.score > left.score ? right : left));
  return best.score >= JAPANESE ? best.charset : null;
}

/** A line that is cut in the middle of a character would fail the strict decoding: the sample ends at a line's end. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= MAX_LOOKED_AT) return bytes;
  const end = bytes.lastIndexOf(0x0a, MAX_LOOKED_AT);
  return bytes.subarray(0, end > 0 ? end : MAX_LOOKED_AT);
}

/** Western letters stand alone among ASCII; in other scripts nearly every byte is high. */
export function isWestern(bytes: Uint8Array): boolean {
  return highByteShare(bytes) < HIGH_BYTES;
}

const ESCAPES = /\u001b(?:\$[@B]|\([BJI])/; // eslint-disable-line no-control-regex -- ISO-2022-JP announces kanji by ESC

/** Whether bytes are ISO-2022-JP: ASCII with escape sequences. */
export function isIso2022Jp(bytes: Uint8Array): boolean {
  if (!bytes.includes(0x1b)) return false;
  const text = decodeStrictly('us-ascii', sampleOf(bytes));
  return text !== null && highByteShare(bytes) === 0 && ESCAPES.test(text);
}

/**
 * The charset of bytes that are not valid UTF-8: Shift_JIS and EUC-JP by what the text then looks like, other scripts by their
 * statistics, else windows-1252.
 */
export function guessCharset(bytes: Uint8Array): string {
  const sample = sampleOf(bytes);
  const japanese = japaneseCharset(sample);
  if (
    japanese !== null &&
    !(isWestern(sample) && count(decodeStrictly(japanese, sample) ?? '', HIRAGANA_KATAKANA) === 0)
  ) {
    return japanese;
  }
  if (isWestern(sample)) return 'windows-1252';
  const detected = DETECTED[detect(sample) ?? ''];
  return detected !== undefined && decodeStrictly(detected, sample) !== null ? detected : 'windows-1252';
}
