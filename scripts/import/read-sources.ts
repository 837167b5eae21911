import type { ParsedDocument } from '../../src/importer/documents';
import { diagnostic } from '../../src/importer/diagnostics';
import { parseCarrier } from '../../src/importer/import-documents';
import type { ParseOptions } from '../../src/importer/parse/parse-document';
import type { ReadOptions } from '../../src/importer/readers/carrier';
import { assumedCapture, withCapture } from './captured-at';
import { openCarrier, type Found } from './find-sources';
import type { Sources } from './source-list';

/** How documents are read and parsed. */
export interface Reading {
  readonly reading: ReadOptions;
  readonly parsing: ParseOptions;
  /** What to assume of documents that name no time of capture: an instant, or `file`. */
  readonly capturedAt?: string;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A source that could not be read, as a rejected document. */
export function unreadable(path: string, reason: string): ParsedDocument {
  return {
    source: { path, index: 0, sha256: '', encoding: null },
    ...{ url: null, capturedAt: null, recordId: null, text: '' },
    ...{ kind: 'rejected', article: null, rankingLists: [] },
    diagnostics: [diagnostic('unreadable-path', { actual: reason, expected: 'a file, a folder, a glob or -' })],
    ...{ profile: 'general', publisher: null, lines: [] },
  };
}

async function* parseFound(found: Found, { reading, parsing, capturedAt }: Reading): AsyncGenerator<ParsedDocument> {
  if (!('file' in found)) {
    yield unreadable(found.path, found.reason);
    return;
  }
  try {
    const assumed = await assumedCapture(found.file, capturedAt);
    for await (const parsed of parseCarrier(await openCarrier(found), reading, parsing)) {
      yield withCapture(parsed, assumed);
    }
  } catch (error) {
    yield unreadable(found.path, reasonOf(error));
  }
}

/** Parses one file after the other; a path that can't be read comes out as a rejected document. */
export async function* readDocuments(found: Sources, limit: number, options: Reading): AsyncGenerator<ParsedDocument> {
  let count = 0;
  for (const item of found) {
    for await (const parsed of parseFound(item, options)) {
      if (count >= limit) return;
      count += 1;
      yield parsed;
    }
  }
}
