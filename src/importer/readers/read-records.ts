import type { Diagnostic, ReadDocument } from '../documents';
import { diagnostic } from '../diagnostics';
import { readSafely, unreadable, type Carrier, type ReadOptions } from './carrier';
import { byteLines, collect } from './chunks';
import { decode } from './decode';
import { readHtml } from './read-html';
import { readText } from './read-text';
import { isNinjs, readNinjs } from './ninjs';

/** Names under which exports give what a record holds; a field map puts its own before them. */
const FIELD_NAMES = {
  text: ['text', 'content', 'body'],
  html: ['html', 'body_html'],
  url: ['url', 'link', 'uri'],
  capturedAt: ['capturedAt', 'captured_at', 'crawledAt', 'fetchedAt'],
  id: ['id', 'recordId', 'guid'],
  path: ['path', 'filename', 'file'],
} as const;

type Field = keyof typeof FIELD_NAMES;
type JsonObject = Readonly<Record<string, unknown>>;

function fieldOf(record: JsonObject, field: Field, { fieldMap }: ReadOptions): string | null {
  const names = [fieldMap[field], ...FIELD_NAMES[field]].filter((name) => name !== undefined);
  const value = names.map((name) => record[name]).find((found) => typeof found === 'string' && found !== '');
  return typeof value === 'string' ? value : null;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A record's own place: `records.jsonl:12`. */
function placeOf(carrier: Carrier, number: number): Carrier {
  return { ...carrier, path: `${carrier.path}:${number}` };
}

function invalid(carrier: Carrier, line: number, actual: string): ReadDocument {
  return unreadable(carrier, diagnostic('invalid-record', { line, actual, expected: 'a JSON object with a text' }));
}

function readRecord(record: JsonObject, carrier: Carrier, line: number, options: ReadOptions): ReadDocument {
  if (isNinjs(record)) return readNinjs(record, carrier);
  const [text, html] = [fieldOf(record, 'text', options), fieldOf(record, 'html', options)];
  const content = html ?? text;
  if (content === null) return invalid(carrier, line, Object.keys(record).slice(0, 12).join(', '));
  const source = {
    path: carrier.path,
    bytes: new TextEncoder().encode(content),
    url: fieldOf(record, 'url', options) ?? carrier.url,
    capturedAt: fieldOf(record, 'capturedAt', options) ?? carrier.capturedAt,
    recordId: fieldOf(record, 'id', options) ?? fieldOf(record, 'path', options) ?? carrier.recordId,
  };
  return readSafely(source, html === null ? readText : readHtml);
}

function parseJson(bytes: Uint8Array): { readonly value: unknown; readonly error: string | null } {
  const { text, encoding, diagnostics } = decode(bytes, null);
  if (encoding === null) return { value: null, error: diagnostics[0]?.message ?? 'no text' };
  try {
    return { value: JSON.parse(text), error: null };
  } catch (error) {
    return { value: null, error: error instanceof Error ? error.message : String(error) };
  }
}

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09);

function tooLarge(carrier: Carrier, line: number, { limits }: ReadOptions): ReadDocument {
  const found: Diagnostic = diagnostic('document-too-large', {
    line,
    expected: `at most ${limits.maxDocumentBytes} bytes`,
  });
  return unreadable(carrier, found);
}

/** Reads JSON lines: a record a line; a line that is none is rejected, and the next one read. */
export async function* readJsonLines(carrier: Carrier, options: ReadOptions): AsyncGenerator<ReadDocument> {
  let records = 0;
  for await (const { number, bytes } of byteLines(carrier.chunks(), options.limits.maxDocumentBytes)) {
    if (bytes !== null && isBlank(bytes)) continue;
    const place = placeOf(carrier, number);
    records += 1;
    yield bytes === null ? tooLarge(place, number, options) : readLine(bytes, place, number, options);
  }
  if (records === 0) yield unreadable(carrier, diagnostic('empty-document'));
}

function readLine(bytes: Uint8Array, place: Carrier, line: number, options: ReadOptions): ReadDocument {
  const { value, error } = parseJson(bytes);
  if (error !== null) return invalid(place, line, error);
  return isObject(value) ? readRecord(value, place, line, options) : invalid(place, line, typeof value);
}

/** Reads a JSON document: one record, or an array of records. */
export async function* readJson(carrier: Carrier, options: ReadOptions): AsyncGenerator<ReadDocument> {
  const bytes = await collect(carrier.chunks(), options.limits.maxDocumentBytes);
  if (bytes === null) {
    yield tooLarge(carrier, 1, options);
    return;
  }
  const { value, error } = parseJson(bytes);
  if (error !== null) yield invalid(carrier, 1, error);
  else if (isObject(value)) yield readRecord(value, carrier, 1, options);
  else if (Array.isArray(value) && value.length > 0) yield* readArray(value, carrier, options);
  else yield invalid(carrier, 1, Array.isArray(value) ? 'an empty array' : typeof value);
}

async function* readArray(
  values: readonly unknown[],
  carrier: Carrier,
  options: ReadOptions,
): AsyncGenerator<ReadDocument> {
  for (const [index, value] of values.entries()) {
    const place = placeOf(carrier, index + 1);
    yield isObject(value) ? readRecord(value, place, 1, options) : invalid(place, 1, typeof value);
  }
}
