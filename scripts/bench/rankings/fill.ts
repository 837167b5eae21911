import type { Core } from '@strapi/strapi';
import { importRecords } from '../../../src/importer/import-records';
import type { ParsedDocument } from '../../../src/importer/documents';
import { toRecord } from '../../../src/importer/normalise/to-record';
import { createBulkStore } from '../../../src/stores/bulk-store';
import { articleDocument, capturesOf, pageDocument, shuffled, stateOf, type Capture, type MonthSize } from './month';

const IMPORTED_AT = '2026-01-01T00:00:00.000Z';

/**
 * Imports documents through the bulk store.
 *
 * @throws where one is not new, or is refused
 */
export async function importAll(
  strapi: Core.Strapi,
  documents: Iterable<() => ParsedDocument>,
  status: 'draft' | 'published',
): Promise<void> {
  const store = createBulkStore(strapi, { status, runId: 'generated' });
  async function* records() {
    for (const make of documents) yield toRecord(make(), { importedAt: IMPORTED_AT });
  }
  for await (const { path, action, diagnostics } of importRecords(records(), store, {
    importedAt: IMPORTED_AT,
  })) {
    if (action !== 'create') throw new Error(`${path}: ${action} ${JSON.stringify(diagnostics)}`);
  }
}

/** A page shows all lists of its time. */
function pagesOf(size: MonthSize): readonly (() => ParsedDocument)[] {
  const byTime = new Map<string, Capture[]>();
  for (const capture of capturesOf(size)) byTime.set(capture.at, [...(byTime.get(capture.at) ?? []), capture]);
  return [...byTime].map(
    ([at, captures]) =>
      () =>
        pageDocument(at, captures),
  );
}

/** Imports a generated time in shuffled order, articles among lists, through the bulk store. */
export async function fillWithMonth(strapi: Core.Strapi, size: MonthSize): Promise<void> {
  const numbers = Array.from({ length: size.articles }, (_, at) => at);
  const ofState = (state: string) => numbers.filter((number) => stateOf(number) === state);
  const drafts = ofState('draft').map((number) => () => articleDocument(number));
  const articles = ofState('published').map((number) => () => articleDocument(number));
  await importAll(strapi, drafts, 'draft');
  await importAll(strapi, shuffled([...articles, ...pagesOf(size)], size.seed), 'published');
}
