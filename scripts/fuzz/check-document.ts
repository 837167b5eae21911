import type { SourceDocument } from '../../src/importer/documents';
import { DEFAULT_PARSE_OPTIONS } from '../../src/importer/import-documents';
import { parseDocument } from '../../src/importer/parse/parse-document';
import { readText } from '../../src/importer/readers/read-text';
import { exceptionIn, type Finding } from './finding';
import { lineLost } from './lines-kept';

/** What a document may take: 50 ms for every 10 KB, and never less than that. */
const MAX_MS = 50;
const UNIT = 10_240;
/** So often a slow document is timed again: the best of several tries tells. What counts is the processor's time, not the clock's. */
const TRIES = 6;

const sourceOf = (bytes: Uint8Array): SourceDocument => ({
  path: 'fuzz',
  bytes,
  url: null,
  capturedAt: null,
  recordId: null,
});

function parse(bytes: Uint8Array): { readonly milliseconds: number; readonly lost: string | null } {
  const started = process.cpuUsage();
  const read = readText(sourceOf(bytes));
  const documents = parseDocument(read, DEFAULT_PARSE_OPTIONS);
  const { user, system } = process.cpuUsage(started);
  const milliseconds = (user + system) / 1000;
  return { milliseconds, lost: lineLost(read.text, documents) };
}

const allowed = (bytes: Uint8Array): number => MAX_MS * Math.max(1, bytes.length / UNIT);

/** Parses a document: whether it throws, loses a line, gives one twice, or takes too long. */
export function findingIn(bytes: Uint8Array): Finding | null {
  try {
    const { milliseconds, lost } = parse(bytes);
    if (lost !== null) return { kind: 'line-lost', detail: lost };
    if (milliseconds <= allowed(bytes)) return null;
    const best = Math.min(...Array.from({ length: TRIES }, () => parse(bytes).milliseconds));
    return best <= allowed(bytes) ? null : { kind: 'slow', detail: `${best.toFixed(0)} ms for ${bytes.length} bytes` };
  } catch (error) {
    return exceptionIn(error);
  }
}
