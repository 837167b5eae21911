import type { DocumentResult } from '../../src/importer/report';
import type { Expected } from '../../src/stores/import-session';
import type { Found } from './find-sources';
import type { Importer } from './importer';
import { readInParallel } from './parallel/read-in-parallel';
import { toReading, type ReadingOptions } from './parse-options';
import { readDocuments } from './read-sources';

/** What is read, and how. */
export interface Work {
  readonly found: readonly Found[];
  readonly limit: number;
  readonly options: ReadingOptions;
}

/** Reads documents and has them imported; answers what became of each, in their order. */
export async function* runResults(
  importer: Importer,
  { found, limit, options }: Work,
  expected?: Expected,
): AsyncGenerator<DocumentResult> {
  // Records are made in worker threads; a server that takes documents over makes its own.
  const how = { options, importedAt: new Date().toISOString() };
  if (importer.importRecords === undefined) {
    yield* importer.import(readDocuments(found, limit, await toReading(options)), expected);
  } else {
    yield* importer.importRecords(readInParallel(found, limit, how), expected);
  }
}
