import type { Core } from '@strapi/strapi';
import { importDocuments } from '../importer/import-documents';
import { importRecords } from '../importer/import-records';
import type { ParsedDocument } from '../importer/documents';
import type { PlanRules } from '../importer/plan/plan-rules';
import type { PlannedDocument } from '../importer/plan/planned-document';
import type { DocumentRecord } from '../importer/records';
import type { Counts, DocumentResult } from '../importer/report';
import { createBulkStore } from './bulk-store';
import { createDocumentStore } from './document-store';
import type { PublicationStatus } from './ranking-lists';
import { rehearse } from './rehearsal';
import { deleteVanished, listKnown, type KnownCursor, type KnownPage, type VanishedResult } from './vanished';
import { finishRun, startRun } from './runs';

/** What a run is to do. */
export interface ImportSettings {
  readonly status: PublicationStatus;
  /** Plans only; nothing is written, no run is recorded. */
  readonly dryRun: boolean;
  /** `bulk` writes rows in batches; `documents` goes through Strapi's Document Service, with its hooks and events. */
  readonly store: 'bulk' | 'documents';
  /** At most so many documents, for the record; null for all. */
  readonly limit: number | null;
  /** What the run may do. */
  readonly rules: PlanRules;
  /** Whether results say field by field what is planned. */
  readonly isDetailed: boolean;
  /** The paths that were named, made absolute: the roots that names of sources are below. */
  readonly paths: readonly string[];
}

/** The plan that a run carries out, by the identity of a document. */
export type Expected = (identity: string) => PlannedDocument | null;

/** What a run counted and found, for its record. */
export interface RunOutcome {
  readonly counts: Counts;
  readonly findings: readonly DocumentResult[];
}

/** One run of an import, wherever the documents come from: the script's own process, or a server that it hands them to. */
export interface ImportSession {
  /** Imports documents; may be called several times. */
  import(documents: AsyncIterable<ParsedDocument>, expected?: Expected): AsyncGenerator<DocumentResult>;
  /** Imports records that are made already; absent where another process makes them. */
  importRecords?(records: AsyncIterable<DocumentRecord>, expected?: Expected): AsyncGenerator<DocumentResult>;
  /** A page of the sources that earlier imports of the same paths have read. */
  listKnown(cursor: KnownCursor): Promise<KnownPage>;
  /** Deletes what sources that are gone became; `ids` are rows of the ledger. */
  deleteVanished(ids: readonly number[]): Promise<readonly VanishedResult[]>;
  /** Closes the run's record. */
  finish(outcome: RunOutcome): Promise<void>;
}

const STORES = { bulk: createBulkStore, documents: createDocumentStore } as const;

/** Opens a run. */
export async function openSession(strapi: Core.Strapi, settings: ImportSettings): Promise<ImportSession> {
  const { status, dryRun, store: kind, rules, isDetailed, limit, paths } = settings;
  const runId = dryRun ? '' : await startRun(strapi, 'import', { status, store: kind, limit, rules, paths });
  const writing = STORES[kind](strapi, { status, runId });
  const rehearsal = dryRun ? rehearse(writing) : null;
  const store = rehearsal ?? writing;
  const options = { importedAt: new Date().toISOString(), rules, isDetailed };
  return {
    import: (documents, expected) => importDocuments(documents, store, { ...options, expected }),
    importRecords: (records, expected) => importRecords(records, store, { ...options, expected }),
    listKnown: listKnown(strapi, paths),
    deleteVanished: async (ids) => (dryRun ? [] : deleteVanished(strapi, ids)),
    async finish({ counts, findings }) {
      rehearsal?.close();
      if (!dryRun) await finishRun(strapi, runId, counts, findings);
    },
  };
}
