import type { TestApp } from '../app/strapi';
import { importRecords } from '../../src/importer/import-records';
import { packRecords } from '../../src/importer/packing/pack-records';
import { unpackRecords } from '../../src/importer/packing/unpack-records';
import type { DocumentRecord } from '../../src/importer/records';
import type { DocumentResult } from '../../src/importer/report';
import { createBulkStore } from '../../src/stores/bulk-store';
import { withUncheckedKeys } from '../../src/stores/bulk/sessions/unchecked-keys';
import { createDocumentStore } from '../../src/stores/document-store';
import { startOnFreshDatabase } from './app';
import { dumpTables } from './dump';
import { STEPS, type Step } from './scenario';

jest.setTimeout(240_000);

/** What the import script gives the bulk store comes from worker threads, as bytes. */
const travelled = (records: readonly DocumentRecord[]): readonly DocumentRecord[] =>
  unpackRecords(packRecords(records));

const STORES = { document: createDocumentStore, bulk: createBulkStore };

async function* stream(records: readonly DocumentRecord[]): AsyncGenerator<DocumentRecord> {
  yield* records;
}

async function runStep(app: TestApp, kind: keyof typeof STORES, step: Step): Promise<readonly string[]> {
  if ('edit' in step) {
    await step.edit(app.strapi);
    return [];
  }
  const store = STORES[kind](app.strapi, { status: step.status, runId: 'run' });
  const results: DocumentResult[] = [];
  const options = { importedAt: '2025-05-01T00:00:00.000Z' };
  const records = kind === 'bulk' ? travelled(step.records) : step.records;
  const imported = importRecords(stream(records), store, options);
  // As the import script does it.
  const isUnchecked = kind === 'bulk' && app.strapi.db.dialect.client === 'sqlite';
  for await (const result of isUnchecked ? withUncheckedKeys(app.strapi, imported) : imported) results.push(result);
  return results.map(({ path, action }) => `${path}: ${action}`);
}

interface Outcome {
  readonly results: readonly string[];
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

async function outcomes(kind: keyof typeof STORES): Promise<readonly Outcome[]> {
  const app = await startOnFreshDatabase();
  try {
    const found: Outcome[] = [];
    for (const step of STEPS) {
      const results = await runStep(app, kind, step);
      found.push({ results, tables: await dumpTables(app.strapi, step.exact === true) });
    }
    return found;
  } finally {
    await app.stop();
  }
}

describe('both stores', () => {
  let documents: readonly Outcome[];
  let bulk: readonly Outcome[];

  beforeAll(async () => {
    documents = await outcomes('document');
    bulk = await outcomes('bulk');
  });

  it.each(STEPS.map(({ name }, at) => [name, at] as const))('leave the same rows: %s', (_name, at) => {
    expect(bulk[at]?.results).toEqual(documents[at]?.results);
    expect(bulk[at]?.tables).toEqual(documents[at]?.tables);
  });

  it('compare rows at all', () => {
    const tables = documents[0]?.tables ?? {};
    const empty = Object.keys(tables).filter((name) => tables[name]?.length === 0);
    expect(empty).toEqual([]);
  });
});
