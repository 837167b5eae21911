import { Piscina } from 'piscina';
import type { ParsedDocument } from '../../../src/importer/documents';
import { parseCarrier, parseSource, recordOf } from '../../../src/importer/import-documents';
import { sha256 } from '../../../src/importer/normalise/hash';
import { pathIdentity } from '../../../src/importer/normalise/identity';
import { PARSER_VERSION } from '../../../src/importer/normalise/to-record';
import { packRecords } from '../../../src/importer/packing/pack-records';
import type { Carrier } from '../../../src/importer/readers/carrier';
import { formatOf } from '../../../src/importer/readers/formats';
import type { DocumentRecord } from '../../../src/importer/records';
import { assumedCapture, withCapture } from '../captured-at';
import type { FoundFile } from '../find-sources';
import { toReading, type ReadingOptions } from '../parse-options';
import { unreadable, type Reading } from '../read-sources';
import { readSmallFile } from './small-files';

/** What a worker is given: files, and how to read them. */
export interface ParseTask {
  readonly files: readonly FoundFile[];
  /** SHA-256 of the bytes that need not be read again, for each file; null where there are none. */
  readonly settled: readonly (string | null)[];
  readonly options: ReadingOptions;
  readonly importedAt: string;
}

/** What comes back of the first files of a task. */
export interface ParsedFiles {
  /** Number of files that were read; the rest is for another task. */
  readonly done: number;
  /** The file behind them is too large for a worker. */
  readonly isNextLarge: boolean;
  /** `packRecords` of the documents in them. */
  readonly packed: Uint8Array;
}

/** As much text as goes back at once. */
const MAX_CHARACTERS = 2 * 1024 * 1024;

/** Options come as plain values; the profiles that they name are compiled once a worker. */
let known: { readonly options: string; readonly reading: Promise<Reading> } | null = null;

function readingFor(options: ReadingOptions): Promise<Reading> {
  const text = JSON.stringify(options);
  if (known?.options !== text) known = { options: text, reading: toReading(options) };
  return known.reading;
}

const STATED = { url: null, capturedAt: null, recordId: null };

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Any format; its reader may keep the bytes. */
async function parseAny(path: string, shared: Uint8Array, { reading, parsing }: Reading) {
  const bytes = shared.slice();
  const range = (start: number, end: number): AsyncIterable<Uint8Array> => once(bytes.subarray(start, end));
  const randomAccess = { size: bytes.length, range };
  const carrier: Carrier = { ...STATED, path, charset: null, chunks: () => once(bytes), randomAccess };
  const documents: ParsedDocument[] = [];
  for await (const parsed of parseCarrier(carrier, reading, parsing)) documents.push(parsed);
  return documents;
}

/** Plain texts, the most of most archives, are read without detours through streams. */
function isPlain(path: string, bytes: Uint8Array, { reading }: Reading): boolean {
  return bytes.length <= reading.limits.maxDocumentBytes && formatOf(path, bytes) === 'text';
}

/** A file that was not read: it has the bytes that the ledger knows. */
function unreadRecord(path: string, hash: string): DocumentRecord {
  const stated = { path, index: 0, url: null, capturedAt: null, encoding: null, raw: '', profile: '' };
  const source = { ...stated, identity: pathIdentity(path), sha256: hash, parserVersion: PARSER_VERSION };
  return { source, article: null, rankingLists: [], diagnostics: [], isUnread: true };
}

const isPlainSuccess = ({ kind, diagnostics }: ParsedDocument): boolean =>
  kind !== 'rejected' && diagnostics.every(({ severity }) => severity === 'info');

function toRecords(parsed: readonly ParsedDocument[], importedAt: string): readonly DocumentRecord[] {
  const isSettled = parsed.length === 1 && parsed.every(isPlainSuccess);
  return parsed.map((document) => recordOf(document, { importedAt, isSettled }));
}

/** @returns null for a file that is too large */
async function parseFile(
  { file, path }: FoundFile,
  settled: string | null,
  how: Reading,
  importedAt: string,
): Promise<readonly DocumentRecord[] | null> {
  try {
    const assumed = await assumedCapture(file, how.capturedAt);
    // The bytes are another file's after the next `await`.
    const bytes = readSmallFile(file);
    if (bytes === null) return null;
    if (settled !== null && sha256(bytes) === settled) return [unreadRecord(path, settled)];
    const isText = isPlain(path, bytes, how);
    const parsed = isText
      ? parseSource({ path, bytes, url: null, capturedAt: null, recordId: null }, how.parsing)
      : await parseAny(path, bytes, how);
    return toRecords(
      parsed.map((document) => withCapture(document, assumed)),
      importedAt,
    );
  } catch (error) {
    return toRecords([unreadable(path, error instanceof Error ? error.message : String(error))], importedAt);
  }
}

/** An answer whose bytes change hands instead of being copied. */
function moved(answer: ParsedFiles): ParsedFiles {
  const transferable = {
    get [Piscina.transferableSymbol]() {
      return answer.packed.buffer;
    },
    get [Piscina.valueSymbol]() {
      return answer;
    },
  };
  return Piscina.move(transferable as never) as unknown as ParsedFiles;
}

async function parseTask({ files, settled, options, importedAt }: ParseTask): Promise<ParsedFiles> {
  const reading = await readingFor(options);
  const records: DocumentRecord[] = [];
  let characters = 0;
  let done = 0;
  let isNextLarge = false;
  while (done < files.length && characters < MAX_CHARACTERS && !isNextLarge) {
    const file = files[done] ?? { file: '', path: '' };
    const found = await parseFile(file, settled[done] ?? null, reading, importedAt);
    if (found === null) isNextLarge = true;
    else done += 1;
    for (const record of found ?? []) {
      records.push(record);
      characters += record.source.raw.length;
    }
  }
  return moved({ done, isNextLarge, packed: packRecords(records) });
}

/** The task that this thread has been given last. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads and parses files into records; runs in a worker thread. One task after the other, however many are given: taken up together they would take
 * turns file by file, and the first would be done when all are.
 */
export default function parseFiles(task: ParseTask): Promise<ParsedFiles> {
  const answer = last.then(() => parseTask(task));
  last = answer.catch(() => undefined);
  return answer;
}
