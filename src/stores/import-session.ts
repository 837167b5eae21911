import type { Core } from '@strapi/strapi';
import { DEFAULT_LIMITS, type BatchLimits } from '../importer/batches/batches-of';
import { importDocuments } from '../importer/import-documents';
import { importRecords } from '../importer/import-records';
import type { ParsedDocument } from '../importer/documents';
import type { DocumentRecord } from '../importer/records';
import type { Counts, DocumentResult } from '../importer/report';
import { createBulkStore } from './bulk-store';
import { createDocumentStore } from './document-store';
import type { PublicationStatus } from './ranking-lists';
import { finishRun, startRun } from './runs';
import { settledSources, type FindSettled } from './settled-sources';

/** What a run is to do. */
export interface ImportSettings {
  readonly status: PublicationStatus;
  /** Plans only; nothing is written, no run is recorded. */
  readonly dryRun: boolean;
  /** `bulk` writes rows in batches; `documents` goes through Strapi's Document Service, with its hooks and events. */
  readonly store: 'bulk' | 'documents';
  /** At most so many documents, for the record; null for all. */
  readonly limit: number | null;
}

/** What a run counted and found, for its record. */
export interface RunOutcome {
  readonly counts: Counts;
  readonly findings: readonly DocumentResult[];
}

/** One run of an import, wherever the documents come from: the script's own process, or a server that it hands them to. */
export interface ImportSession {
  /** Imports documents; may be called several times. */
  import(documents: AsyncIterable<ParsedDocument>): AsyncGenerator<DocumentResult>;
  /** Imports records that are made already; absent where another process makes them. */
  importRecords?(records: AsyncIterable<DocumentRecord>): AsyncGenerator<DocumentResult>;
  /** Which files need not be read again; absent where another process would have to be asked. */
  readonly findSettled?: FindSettled;
  /** Closes the run's record. */
  finish(outcome: RunOutcome): Promise<void>;
}

const STORES = { bulk: createBulkStore, documents: createDocumentStore } as const;

/**
 * Opens a run.
 *
 * @param limits how much is stored at once: nobody else is answered meanwhile where the database is SQLite
 */
export async function openSession(
  strapi: Core.Strapi,
  settings: ImportSettings,
  limits: BatchLimits = DEFAULT_LIMITS,
): Promise<ImportSession> {
  const { status, dryRun, store: kind, limit } = settings;
  const runId = dryRun ? '' : await startRun(strapi, 'import', { status, store: kind, limit });
  const store = STORES[kind](strapi, { status, runId });
  const options = { importedAt: new Date().toISOString(), dryRun, limits };
  return {
    import: (documents) => importDocuments(documents, store, options),
    importRecords: (records) => importRecords(records, store, options),
    findSettled: settledSources(strapi),
    async finish({ counts, findings }) {
      if (!dryRun) await finishRun(strapi, runId, counts, findings);
    },
  };
}
