import type { Diagnostic } from '../documents';
import { diagnostic } from '../diagnostics';
import { isPlainText } from '../normalise/plain-text';
import { binaryKind, signatureOf, withoutPadding } from './binary';
import { decodeLeniently, decodeStrictly, guessCharset, isIso2022Jp, isWestern } from './charsets';
import { isSurelyPlain } from './plain-bytes';

/** A document's bytes as text; `encoding` is null where they are none. */
export interface Decoded {
  readonly text: string;
  /** Whether `text` is plain (`isPlainText`), where that was looked for. */
  readonly isPlain?: boolean;
  readonly encoding: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

const none = (found: Diagnostic): Decoded => ({ text: '', encoding: null, diagnostics: [found] });

const decoded = (encoding: string, text: string, diagnostics: readonly Diagnostic[] = []): Decoded => ({
  text: text.startsWith('\ufeff') ? text.slice(1) : text,
  encoding,
  diagnostics,
});

/** Controls that texts do not hold, and the escape of ISO-2022-JP: most documents have none and need no closer look. */
const CONTROL = /[\u0000-\u0008\u000e-\u001f]/; // eslint-disable-line no-control-regex -- it looks for them

function rejectBinary({ kind, line }: { readonly kind: string; readonly line: number }): Decoded {
  return none(diagnostic('binary-document', { line, actual: kind, expected: 'text' }));
}

const MAX_SNIFFED = 4096;
/** Fewer bytes show no pattern. */
const MIN_SNIFFED = 4;
/** The look of a text takes some more. */
const MIN_LOOKED_AT = 24;
const MOSTLY = 0.3;
/** Letters of newspapers and line ends. */
const COMMON =
  /[\n\r\t -~\u00a0-\u024f\u0400-\u04ff\u0600-\u06ff\u2010-\u2027\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9f]/g;
const LETTERS = /[A-Za-z\u0621-\u064a\u3041-\u30fa\uac00-\ud7a3]/g;
const NEARLY_ALL = 0.97;

function utf16ByMark([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** UTF-16 by its BOM, or by the NULs that every second byte of ASCII in it is. */
function utf16Of(bytes: Uint8Array): string | null {
  const marked = utf16ByMark(bytes);
  if (marked !== null || !bytes.includes(0)) return marked;
  const sample = bytes.subarray(0, MAX_SNIFFED);
  if (sample.length < MIN_SNIFFED) return null;
  const nulls = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) nulls[index % 2] = (nulls[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nulls;
  const half = sample.length / 2;
  if (odd > half * MOSTLY && even === 0) return 'utf-16le';
  if (even > half * MOSTLY && odd === 0) return 'utf-16be';
  return bytes.length % 2 === 0 && bytes.length >= MIN_LOOKED_AT ? utf16ByLook(sample) : null;
}

/** Japanese in UTF-16 has NULs at line ends only; taken for the wrong charset it's hardly a text. */
function utf16ByLook(sample: Uint8Array): string | null {
  const whole = sample.subarray(0, sample.length - (sample.length % 2));
  return ['utf-16le', 'utf-16be'].find((charset) => looksLikeText(charset, whole)) ?? null;
}

function looksLikeText(charset: string, bytes: Uint8Array): boolean {
  const text = new TextDecoder(charset).decode(bytes);
  const known = text.match(COMMON)?.length ?? 0;
  return known >= text.length * NEARLY_ALL && (text.match(LETTERS)?.length ?? 0) > 0;
}

const REPLACEMENT = '\ufffd';
const REPLACED = /\ufffd/g;
const MULTI_BYTE = /[^\u0000-\u007f\ufffd]/g; // eslint-disable-line no-control-regex -- the range of ASCII
/** A text with so many good characters beyond ASCII for each bad one is UTF-8 that was damaged; among ASCII one is enough. */
const GOOD_FOR_BAD = 3;

function lineOf(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** UTF-8 with some broken characters stays UTF-8: taking the whole for another charset would break the good ones. */
function damagedUtf8(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = text.match(REPLACED)?.length ?? 0;
  const good = text.match(MULTI_BYTE)?.length ?? 0;
  if (good < bad * (isWestern(bytes) ? 1 : GOOD_FOR_BAD)) return null;
  const line = lineOf(text, text.indexOf(REPLACEMENT));
  const actual = `${bad} broken characters`;
  return decoded('utf-8', text, [diagnostic('invalid-bytes', { line, actual, expected: 'UTF-8' })]);
}

function byDeclaration(bytes: Uint8Array, charset: string | null): Decoded | null {
  if (charset === null) return null;
  try {
    const { encoding } = new TextDecoder(charset);
    const text = decodeStrictly(encoding, bytes);
    return text === null ? null : decoded(encoding, text);
  } catch {
    return null;
  }
}

/**
 * Decodes a document: UTF-8 and UTF-16 by their own evidence, then the charset that the carrier states, then the likeliest one.
 *
 * @param charset what the carrier states (an HTTP header, a meta element), else null
 */
export function decode(bytes: Uint8Array, charset: string | null): Decoded {
  if (bytes.length === 0) return none(diagnostic('empty-document'));
  const signature = signatureOf(bytes);
  if (signature !== null) return rejectBinary({ kind: signature, line: 1 });
  const utf8 = decodeStrictly('utf-8', bytes);
  // A plain text has no controls either: most documents need one look. No UTF-16 is valid UTF-8 without a NUL.
  const isPlain = utf8 !== null && (isSurelyPlain(bytes) || isPlainText(utf8));
  if (isPlain) return { text: utf8, isPlain, encoding: 'utf-8', diagnostics: [] };
  if (utf8 !== null && !CONTROL.test(utf8)) return decoded('utf-8', utf8);
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return decoded(utf16, new TextDecoder(utf16).decode(bytes));
  const unpadded = withoutPadding(bytes);
  const text = unpadded.length === bytes.length ? utf8 : decodeStrictly('utf-8', unpadded);
  return decodeText(unpadded, text, charset);
}

/** @param utf8 the bytes as UTF-8, null where they are none */
function decodeText(bytes: Uint8Array, utf8: string | null, charset: string | null): Decoded {
  const binary = binaryKind(bytes);
  if (binary !== null) return rejectBinary(binary);
  if (isIso2022Jp(bytes)) return decoded('iso-2022-jp', new TextDecoder('iso-2022-jp').decode(bytes));
  if (utf8 !== null) return decoded('utf-8', utf8);
  const known = byDeclaration(bytes, charset) ?? damagedUtf8(bytes);
  if (known !== null) return known;
  const guess = guessCharset(bytes);
  return decoded(guess, decodeLeniently(guess, bytes));
}
