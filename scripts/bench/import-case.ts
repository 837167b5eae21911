import { DEFAULT_RULES } from '../../src/importer/plan/plan-rules';
import type { Core } from '@strapi/strapi';
import { closingLine } from '../../src/importer/report';
import { openSession } from '../../src/stores/import-session';
import { alone } from '../import/alone';
import { bootStrapi } from '../import/boot';
import { settleHeap, startWorkers } from '../import/parallel/worker-pool';
import { readInParallel } from '../import/parallel/read-in-parallel';
import { corpusFiles } from './write-corpus';
import { Curve } from './curve';
import { toResult, type CaseResult, type CaseSettings } from './settings';

const READING = { fieldMap: {}, maxDocumentSize: 50, maxArchiveSize: 1000 };

interface Part {
  readonly from: number;
  readonly to: number;
  readonly revision: number;
  readonly store: CaseSettings['store'];
  /** The run's time, as an ISO 8601 instant. */
  readonly importedAt: string;
}

/** From files to committed rows, the ledger and the run's report included. Calls back after each document. */
export async function importPart(strapi: Core.Strapi, part: Part, onDocument: () => void): Promise<void> {
  const { from, to, revision, store, importedAt } = part;
  const opened = await openSession(strapi, {
    ...{ status: 'published', dryRun: false, store, limit: null },
    ...{ rules: DEFAULT_RULES, isDetailed: false, paths: [] },
  });
  // As the script does it.
  const session = await alone(strapi, opened, { store });
  const how = { options: READING, importedAt, findSettled: session.findSettled };
  const groups = readInParallel(corpusFiles(from, to, revision), Infinity, how);
  let documents = 0;
  for await (const results of session.importGroups?.(groups) ?? []) {
    for (const { action } of results) {
      if (action !== 'rejected') documents += 1;
      onDocument();
    }
  }
  const { counts, mismatches } = await session.finish();
  if (mismatches.length > 0) throw new Error(mismatches.join(' '));
  process.stderr.write(`${store}, ${documents} imported: ${closingLine(counts)}\n`);
}

/** Runs one case on a database of its own: boots, prepares, measures. */
export async function runImportCase(settings: CaseSettings): Promise<readonly (CaseResult | object)[]> {
  const { name, documents, before, revision, store } = settings;
  const importedAt = new Date().toISOString();
  // As the script does it: workers start while Strapi boots.
  if (store === 'bulk') startWorkers(corpusFiles(0, documents, revision), { options: READING, importedAt });
  const strapi = await bootStrapi();
  settleHeap();
  try {
    const prepared = { from: 0, to: before, revision: 0, store: 'bulk', importedAt } as const;
    if (before > 0) await importPart(strapi, prepared, () => undefined);
    const from = revision === 0 && name !== 'unchanged' ? before : 0;
    const curve = new Curve(documents);
    const started = performance.now();
    await importPart(strapi, { from, to: from + documents, revision, store, importedAt }, () => curve.step());
    const result = toResult(name, documents, performance.now() - started);
    return [result, ...curve.toLines(name)];
  } finally {
    await strapi.destroy();
  }
}
