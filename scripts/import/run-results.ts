import { sourceIdentity } from '../../src/importer/normalise/identity';
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
  /** Hears the identity of each source that is read. */
  readonly onSource?: (identity: string) => void;
}

async function* heard<Item>(items: AsyncIterable<Item>, hear: (item: Item) => void): AsyncGenerator<Item> {
  for await (const item of items) {
    hear(item);
    yield item;
  }
}

/** Reads documents and has them imported; answers what became of each, in their order. */
export async function* runResults(
  importer: Importer,
  { found, limit, options, onSource = () => undefined }: Work,
  expected?: Expected,
): AsyncGenerator<DocumentResult> {
  // Records are made in worker threads; a server that takes documents over makes its own.
  const how = { options, importedAt: new Date().toISOString() };
  if (importer.importRecords === undefined) {
    const documents = readDocuments(found, limit, await toReading(options));
    yield* importer.import(
      heard(documents, (parsed) => onSource(sourceIdentity(parsed))),
      expected,
    );
  } else {
    // A plan looks at every document; else files that are settled need not be read.
    const findSettled = expected === undefined ? importer.findSettled : undefined;
    const records = readInParallel(found, limit, { ...how, findSettled });
    yield* importer.importRecords(
      heard(records, ({ source }) => onSource(source.identity)),
      expected,
    );
  }
}
