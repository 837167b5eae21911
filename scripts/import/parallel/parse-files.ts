import { readFileSync } from 'node:fs';
import type { ParsedDocument } from '../../../src/importer/documents';
import { parseCarrier, recordOf } from '../../../src/importer/import-documents';
import type { Carrier } from '../../../src/importer/readers/carrier';
import type { DocumentRecord } from '../../../src/importer/records';
import { assumedCapture, withCapture } from '../captured-at';
import type { FoundFile } from '../find-sources';
import { toReading, type ReadingOptions } from '../parse-options';
import { unreadable, type Reading } from '../read-sources';

/** What a worker is given: small files, and how to read them. */
export interface ParseTask {
  readonly files: readonly FoundFile[];
  readonly options: ReadingOptions;
  readonly importedAt: string;
}

/** Options come as plain values; the profiles that they name are compiled once a worker. */
let known: { readonly options: string; readonly reading: Promise<Reading> } | null = null;

function readingFor(options: ReadingOptions): Promise<Reading> {
  const text = JSON.stringify(options);
  if (known?.options !== text) known = { options: text, reading: toReading(options) };
  return known.reading;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A small file as a whole, while nothing else waits in this thread: opening a stream takes longer than reading it. */
function toCarrier({ file, path }: FoundFile): Carrier {
  const bytes = readFileSync(file);
  const range = (start: number, end: number): AsyncIterable<Uint8Array> => once(bytes.subarray(start, end));
  const stated = { url: null, capturedAt: null, recordId: null, charset: null };
  return { ...stated, path, chunks: () => once(bytes), randomAccess: { size: bytes.length, range } };
}

async function parseFile(
  file: FoundFile,
  { reading, parsing, capturedAt }: Reading,
): Promise<readonly ParsedDocument[]> {
  try {
    const documents: ParsedDocument[] = [];
    const assumed = await assumedCapture(file.file, capturedAt);
    for await (const parsed of parseCarrier(toCarrier(file), reading, parsing)) {
      documents.push(withCapture(parsed, assumed));
    }
    return documents;
  } catch (error) {
    return [unreadable(file.path, error instanceof Error ? error.message : String(error))];
  }
}

/** Reads and parses files into records; runs in a worker thread. */
export default async function parseFiles({
  files,
  options,
  importedAt,
}: ParseTask): Promise<readonly DocumentRecord[]> {
  const reading = await readingFor(options);
  const records: DocumentRecord[] = [];
  for (const file of files) {
    for (const parsed of await parseFile(file, reading)) records.push(recordOf(parsed, { importedAt }));
  }
  return records;
}
