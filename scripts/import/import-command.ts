import Table from 'cli-table3';
import type { Core } from '@strapi/strapi';
import { importDocuments } from '../../src/importer/import-documents';
import { closingLine, countResult, NO_COUNTS, type Counts, type DocumentResult } from '../../src/importer/report';
import { createDocumentStore } from '../../src/stores/document-store';
import { finishRun, startRun } from '../../src/stores/runs';
import { bootStrapi } from './boot';
import { EXIT } from './exit-codes';
import { findFiles, type Found } from './find-sources';
import { toReading, type ReadingOptions } from './parse-options';
import { startProgress } from './progress';
import { readDocuments, type Reading } from './read-sources';

export interface ImportCommandOptions extends ReadingOptions {
  readonly status: 'draft' | 'published';
  readonly dryRun: boolean;
  readonly format: 'table' | 'json';
  readonly limit: number;
}

interface Outcome {
  readonly counts: Counts;
  /** Documents that somebody should look at: all but the plain successes. */
  readonly findings: readonly DocumentResult[];
}

const PLAIN = new Set(['create', 'update', 'unchanged']);

async function importAll(
  strapi: Core.Strapi,
  found: readonly Found[],
  reading: Reading,
  options: ImportCommandOptions,
): Promise<Outcome> {
  const { status, dryRun, limit } = options;
  const runId = dryRun
    ? ''
    : await startRun(strapi, 'import', { status, limit: Number.isFinite(limit) ? limit : null });
  const store = createDocumentStore(strapi, { status, runId });
  const progress = startProgress(Math.min(found.length, limit));
  let counts = NO_COUNTS;
  const findings: DocumentResult[] = [];
  const importedAt = new Date().toISOString();
  for await (const result of importDocuments(readDocuments(found, limit, reading), store, { importedAt, dryRun })) {
    counts = countResult(counts, result);
    if (!PLAIN.has(result.action) || result.diagnostics.length > 0) findings.push(result);
    progress.step();
  }
  progress.stop();
  if (!dryRun) await finishRun(strapi, runId, counts, findings);
  return { counts, findings };
}

function toRows({ path, action, diagnostics }: DocumentResult): string[][] {
  return diagnostics.map(({ code, severity, line, message, actual }) => {
    const place = line === null ? path : `${path}:${line}`;
    return [place, action, severity, code, actual === null ? message : `${message} (${actual})`];
  });
}

function print({ counts, findings }: Outcome, { format, dryRun }: ImportCommandOptions): void {
  if (format === 'json') process.stdout.write(`${JSON.stringify({ dryRun, counts, documents: findings }, null, 2)}\n`);
  else if (findings.length > 0) {
    const table = new Table({
      head: ['document', 'action', 'severity', 'code', 'message'],
      style: { head: [], border: [] },
    });
    table.push(...findings.flatMap(toRows));
    process.stdout.write(`${table.toString()}\n`);
  }
  process.stderr.write(`${dryRun ? 'Dry run, nothing was written: ' : ''}${closingLine(counts)}\n`);
}

/** `import`: documents → entries. One bad document does not stop the others. */
export async function importCommand(paths: readonly string[], options: ImportCommandOptions): Promise<number> {
  const reading = await toReading(options);
  const found = await findFiles(paths);
  const strapi = await bootStrapi();
  try {
    const outcome = await importAll(strapi, found, reading, options);
    print(outcome, options);
    return outcome.counts.rejected > 0 ? EXIT.someFailed : EXIT.done;
  } finally {
    await strapi.destroy();
  }
}
