import type { Core } from '@strapi/strapi';
import { DEFAULT_LIMITS, type BatchLimits } from '../importer/batches/batches-of';
import { oneByOne } from '../importer/batches/one-by-one';
import { importDocuments } from '../importer/import-documents';
import { importGroups } from '../importer/import-records';
import type { ParsedDocument } from '../importer/documents';
import type { PlanRules } from '../importer/plan/plan-rules';
import type { PlannedDocument } from '../importer/plan/planned-document';
import type { DocumentPlan, PlanAction } from '../importer/plan/plan-document';
import type { DocumentRecord } from '../importer/records';
import { countResults, isFinding, NO_COUNTS, resultOf, type Counts, type DocumentResult } from '../importer/report';
import type { Store } from '../importer/store';
import { createBulkStore } from './bulk-store';
import { createDocumentStore, type DocumentStoreOptions } from './document-store';
import type { PublicationStatus } from './ranking-lists';
import { rehearse } from './rehearsal';
import { deleteVanished, type VanishedResult } from './delete-vanished';
import { listKnown, type KnownCursor, type KnownPage } from './vanished';
import { insertFindings } from './runs/findings';
import { takeLease, type Lease } from './runs/lease';
import { keepOnRecord, type OnRecord } from './runs/on-record';
import { openRun, type Run } from './runs/open-run';
import { verifyCounts } from './runs/verify-counts';
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
  /** What the run may do. */
  readonly rules: PlanRules;
  /** Whether results say field by field what is planned. */
  readonly isDetailed: boolean;
  /** The paths that were named, made absolute: the roots that names of sources are below. */
  readonly paths: readonly string[];
}

/** The plan that a run carries out, by the identity of a document. */
export type Expected = (identity: string) => PlannedDocument | null;

/** How a run ended. */
export interface RunSummary {
  /** Null for a dry run, which is not on record. */
  readonly runId: string | null;
  readonly counts: Counts;
  /** Where counts and database don't agree, a sentence for each. */
  readonly mismatches: readonly string[];
}

/** One run of an import, wherever the documents come from: the script's own process, or a server that it hands them to. */
export interface ImportSession {
  /** Imports documents; may be called several times. */
  import(documents: AsyncIterable<ParsedDocument>, expected?: Expected): AsyncGenerator<DocumentResult>;
  /** Imports records that are made already, some at a time; absent where another process makes them. */
  importGroups?(
    groups: AsyncIterable<readonly DocumentRecord[]>,
    expected?: Expected,
  ): AsyncGenerator<readonly DocumentResult[]>;
  /** A page of the sources that earlier imports of the same paths have read. */
  listKnown(cursor: KnownCursor): Promise<KnownPage>;
  /** Deletes what sources that are gone became; `ids` are rows of the ledger. */
  deleteVanished(ids: readonly number[]): Promise<readonly VanishedResult[]>;
  /** Which files need not be read again; absent where another process would have to be asked. */
  readonly findSettled?: FindSettled;
  /** Closes the run's record, and compares what it counted with what is stored. */
  finish(): Promise<RunSummary>;
  /** Closes the record of a run that could not go on. */
  fail(error: unknown): Promise<void>;
}

const STORES = { bulk: createBulkStore, documents: createDocumentStore } as const;

/** What somebody should look at, among what plans come to. */
function findingsOf(plans: readonly DocumentPlan[]): readonly DocumentResult[] {
  return plans.map(resultOf).filter(isFinding);
}

/** Counts the plans that a store carries out, by action; takes down which of their findings are on record with them. */
function counting(store: Store, applied: Map<PlanAction, number>, onRecord: OnRecord): Store {
  return {
    ...store,
    async applyMany(plans) {
      const results = await store.applyMany(plans);
      plans.forEach(({ action }, at) => {
        if (results[at]?.refused === null) applied.set(action, (applied.get(action) ?? 0) + 1);
      });
      findingsOf(plans.filter((_, at) => results[at]?.refused === null)).forEach(onRecord.add);
      return results;
    },
  };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Opens the run's record; a dry run has none, and waits for nobody. */
async function openRecord(strapi: Core.Strapi, settings: ImportSettings, lease: Lease | null): Promise<Run | null> {
  const { dryRun, ...options } = settings;
  return dryRun ? null : openRun(strapi, 'import', options, lease ?? (await takeLease(strapi, () => undefined)));
}

async function openStore(strapi: Core.Strapi, settings: ImportSettings, run: Run | null): Promise<Store> {
  const { status, store } = settings;
  try {
    const runId = run?.id ?? '';
    // A document that is stored is not looked at again: what was found in it must not be lost when the process is killed.
    const saveFound: DocumentStoreOptions['saveFound'] = (session, plans) =>
      insertFindings(strapi, session, runId, findingsOf(plans));
    return STORES[store](strapi, { status, runId, confirm: run?.confirm, saveFound });
  } catch (error) {
    await run?.end({ state: 'failed', counts: null, error: reasonOf(error) });
    throw error;
  }
}

/** SQLite works in this thread, servers beside it. Where each document is stored by itself, a batch takes too long to look the next one up before. */
const limitsOn = (strapi: Core.Strapi, store: ImportSettings['store']): BatchLimits => ({
  ...DEFAULT_LIMITS,
  looksAhead: store === 'bulk' && strapi.db.dialect.client !== 'sqlite',
});

/** How a run is carried out. */
interface How {
  readonly lease?: Lease | null;
  readonly limits?: BatchLimits;
}

/**
 * Opens a run, as soon as no other one writes.
 *
 * @param how.lease where the caller has it already, and keeps it alive
 * @param how.limits how much is stored at once: nobody else is answered meanwhile where the database is SQLite
 * @throws UnmappableSchemaError where the store can't write the content model
 */
export async function openSession(
  strapi: Core.Strapi,
  settings: ImportSettings,
  { lease = null, limits = limitsOn(strapi, settings.store) }: How = {},
): Promise<ImportSession> {
  const { dryRun, rules, isDetailed, paths } = settings;
  const run = await openRecord(strapi, settings, lease);
  const applied = new Map<PlanAction, number>();
  const onRecord = keepOnRecord();
  const writing = await openStore(strapi, settings, run);
  const rehearsal = dryRun ? rehearse(writing) : null;
  const store = counting(rehearsal ?? writing, applied, onRecord);
  const options = { importedAt: new Date().toISOString(), rules, isDetailed, limits };
  let counts = NO_COUNTS;

  async function* recorded(
    groups: AsyncIterable<readonly DocumentResult[]>,
  ): AsyncGenerator<readonly DocumentResult[]> {
    for await (const results of groups) {
      counts = countResults(counts, results);
      for (const result of results) if (isFinding(result) && !onRecord.take(result)) await run?.note(result);
      yield results;
    }
    await run?.flush();
  }

  return {
    async *import(documents, expected) {
      const results = importDocuments(documents, store, { ...options, expected });
      for await (const group of recorded(oneByOne(results))) yield* group;
    },
    importGroups: (groups, expected) => recorded(importGroups(groups, store, { ...options, expected })),
    listKnown: listKnown(strapi, paths),
    deleteVanished: async (ids) => (run === null ? [] : deleteVanished(strapi, run, ids)),
    // What is to be made again is found by reading.
    ...(rules.restore ? {} : { findSettled: settledSources(strapi) }),
    async finish() {
      rehearsal?.close();
      const mismatches = run === null ? [] : await verifyCounts(strapi, run.id, counts, applied);
      const error = mismatches.length === 0 ? null : mismatches.join(' ');
      await run?.end({ state: error === null ? 'finished' : 'failed', counts, error });
      return { runId: run?.id ?? null, counts, mismatches };
    },
    fail: async (error) => run?.end({ state: 'failed', counts, error: reasonOf(error) }),
  };
}
