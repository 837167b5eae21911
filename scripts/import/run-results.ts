import type { ParsedDocument } from '../../src/importer/documents';
import { sourceIdentity } from '../../src/importer/normalise/identity';
import type { DocumentRecord } from '../../src/importer/records';
import type { DocumentResult } from '../../src/importer/report';
import type { Expected } from '../../src/stores/import-session';
import type { Sources } from './source-list';
import type { Importer } from './importer';
import { readInParallel } from './parallel/read-in-parallel';
import { toReading, type ReadingOptions } from './parse-options';
import { readDocuments } from './read-sources';

/** What is read, and how. */
export interface Work {
  readonly found: Sources;
  readonly limit: number;
  readonly options: ReadingOptions;
  /** The run's time, as an ISO 8601 instant. */
  readonly importedAt: string;
  /** Hears the identities of the sources that are read, some at a time. */
  readonly onSources?: (identities: readonly string[]) => void;
}

type Hear = (identities: readonly string[]) => void;

async function* heard(
  groups: AsyncIterable<readonly DocumentRecord[]>,
  hear: Hear,
): AsyncGenerator<readonly DocumentRecord[]> {
  for await (const group of groups) {
    hear(group.map(({ source }) => source.identity));
    yield group;
  }
}

async function* heardOf(documents: AsyncIterable<ParsedDocument>, hear: Hear): AsyncGenerator<ParsedDocument> {
  for await (const parsed of documents) {
    hear([sourceIdentity(parsed)]);
    yield parsed;
  }
}

/** Reads documents and has them imported; answers what became of each, in their order. */
export async function* runResults(
  importer: Importer,
  { found, limit, options, importedAt, onSources = () => undefined }: Work,
  expected?: Expected,
): AsyncGenerator<DocumentResult> {
  // Records are made in worker threads; a server that takes documents over makes its own.
  if (importer.importGroups === undefined) {
    const documents = readDocuments(found, limit, await toReading(options));
    yield* importer.import(heardOf(documents, onSources), expected);
  } else {
    // A plan looks at every document; else files that are settled need not be read.
    const findSettled = expected === undefined ? importer.findSettled : undefined;
    const groups = readInParallel(found, limit, { options, importedAt, findSettled });
    for await (const results of importer.importGroups(heard(groups, onSources), expected)) yield* results;
  }
}
