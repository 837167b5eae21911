import type { ParsedDocument } from '../../src/importer/documents';
import { diagnostic } from '../../src/importer/diagnostics';
import { parseSource } from '../../src/importer/import-documents';
import type { ParseOptions } from '../../src/importer/parse/parse-document';
import { readSource, type Found } from './find-sources';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function unreadable(path: string, reason: string): ParsedDocument {
  return {
    source: { path, index: 0, sha256: '', encoding: null },
    ...{ url: null, capturedAt: null, recordId: null, text: '' },
    ...{ kind: 'rejected', article: null, rankingLists: [] },
    diagnostics: [diagnostic('unreadable-path', { actual: reason, expected: 'a file, a folder, a glob or -' })],
    ...{ profile: 'general', publisher: null, lines: [] },
  };
}

async function parseFound(found: Found, options: ParseOptions): Promise<readonly ParsedDocument[]> {
  if (!('file' in found)) return [unreadable(found.path, found.reason)];
  try {
    return parseSource(await readSource(found), options);
  } catch (error) {
    return [unreadable(found.path, reasonOf(error))];
  }
}

/** Parses one file after the other; a path that can't be read comes out as a rejected document. */
export async function* readDocuments(
  found: readonly Found[],
  limit: number,
  options: ParseOptions,
): AsyncGenerator<ParsedDocument> {
  let count = 0;
  for (const item of found) {
    for (const parsed of await parseFound(item, options)) {
      if (count >= limit) return;
      count += 1;
      yield parsed;
    }
  }
}
