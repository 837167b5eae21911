import { detect } from 'chardet';
import type { Diagnostic, ReadDocument, SourceDocument } from '../documents';
import { diagnostic } from '../diagnostics';
import { sha256 } from '../normalise/hash';

interface Decoded {
  readonly text: string;
  readonly encoding: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Charsets that a text without BOM may be in, besides UTF-8. */
const CHARSETS: Readonly<Record<string, string>> = { Shift_JIS: 'shift_jis', 'EUC-JP': 'euc-jp' };

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function utf16Of(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function encodingOf(bytes: Uint8Array): string {
  return utf16Of(bytes) ?? CHARSETS[detect(bytes) ?? ''] ?? 'windows-1252';
}

const none = (diagnostics: readonly Diagnostic[]): Decoded => ({ text: '', encoding: null, diagnostics });

function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return none([diagnostic('empty-document')]);
  const utf16 = utf16Of(bytes);
  if (utf16 === null && bytes.includes(0))
    return none([diagnostic('binary-document', { actual: 'a NUL byte', expected: 'text' })]);
  const utf8 = utf16 === null ? decodeAs('utf-8', bytes) : null;
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', diagnostics: [] };
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding, diagnostics: [] };
}

/**
 * Reads a plain text document: bytes → text. An empty or binary one comes back with an error diagnostic and no text.
 *
 * @param source bytes with what the carrier states
 */
export function readTextDocument(source: SourceDocument): ReadDocument {
  const { path, bytes, url, capturedAt, recordId } = source;
  const { text, encoding, diagnostics } = decode(bytes);
  return {
    source: { path, index: 0, sha256: sha256(bytes), encoding },
    ...{ url, capturedAt, recordId, text, diagnostics },
    raw: null,
    stated: {},
    statedLists: [],
  };
}
