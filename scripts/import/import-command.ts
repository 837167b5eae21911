import Table from 'cli-table3';
import { closingLine, isFinding, type DocumentResult } from '../../src/importer/report';
import { EXIT } from './exit-codes';
import { findFiles, type Found } from './find-sources';
import { openImporter, type Importer } from './importer';
import { readInParallel } from './parallel/read-in-parallel';
import { toReading, type ReadingOptions } from './parse-options';
import { startProgress } from './progress';
import { writeReport } from './write-report';
import type { RunSummary } from '../../src/stores/import-session';
import { shortId } from './run-ids';
import { readDocuments, type Reading } from './read-sources';

export interface ImportCommandOptions extends ReadingOptions {
  readonly status: 'draft' | 'published';
  readonly dryRun: boolean;
  readonly store: 'bulk' | 'documents';
  readonly format: 'table' | 'json';
  readonly limit: number;
  /** Where the run's report goes, as JSON. */
  readonly report?: string;
}

interface Outcome extends RunSummary {
  /** Documents that somebody should look at: all but the plain successes, the first of them where there are very many. */
  readonly findings: readonly DocumentResult[];
  /** Number of such documents that are not listed. */
  readonly omitted: number;
}

/** What is kept in memory and printed must not grow with the archive; the run's record has all of it. */
const MAX_FINDINGS = 1000;

async function importAll(
  importer: Importer,
  found: readonly Found[],
  reading: Reading,
  options: ImportCommandOptions,
): Promise<Outcome> {
  const { limit } = options;
  const progress = startProgress(Math.min(found.length, limit));
  let omitted = 0;
  const findings: DocumentResult[] = [];
  // Records are made in worker threads; a server that takes documents over makes its own.
  const how = { options, importedAt: new Date().toISOString(), findSettled: importer.findSettled };
  const results =
    importer.importRecords?.(readInParallel(found, limit, how)) ??
    importer.import(readDocuments(found, limit, reading));
  for await (const result of results) {
    progress.step();
    if (!isFinding(result)) continue;
    if (findings.length < MAX_FINDINGS) findings.push(result);
    else omitted += 1;
  }
  progress.stop();
  return { ...(await importer.finish()), findings, omitted };
}

function toRows({ path, action, diagnostics }: DocumentResult): string[][] {
  const shown = diagnostics.filter(({ severity }) => severity !== 'info');
  if (shown.length === 0) return [[path, action, '', '', '']];
  return shown.map(({ code, severity, line, message, actual }) => {
    const place = line === null ? path : `${path}:${line}`;
    return [place, action, severity, code, actual === null ? message : `${message} (${actual})`];
  });
}

function print(
  { runId, counts, mismatches, findings, omitted }: Outcome,
  { format, dryRun }: ImportCommandOptions,
): void {
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify({ run: runId, dryRun, counts, documents: findings, omitted }, null, 2)}\n`);
  } else if (findings.length > 0) {
    const table = new Table({
      head: ['document', 'action', 'severity', 'code', 'message'],
      style: { head: [], border: [] },
    });
    table.push(...findings.flatMap(toRows));
    process.stdout.write(`${table.toString()}\n`);
  }
  if (omitted > 0) {
    const how = runId === null ? '' : `; npm run import -- messages ${shortId(runId)} lists all`;
    process.stderr.write(`${omitted} more documents with findings are not listed here${how}.\n`);
  }
  for (const mismatch of mismatches) process.stderr.write(`${mismatch}\n`);
  process.stderr.write(`${dryRun ? 'Dry run, nothing was written: ' : ''}${closingLine(counts)}\n`);
}

/** `import`: documents → entries. One bad document does not stop the others. */
export async function importCommand(paths: readonly string[], options: ImportCommandOptions): Promise<number> {
  const reading = await toReading(options);
  const startedAt = new Date();
  const found = await findFiles(paths);
  const { status, dryRun, store, limit } = options;
  const importer = await openImporter({ status, dryRun, store, limit: Number.isFinite(limit) ? limit : null });
  try {
    const outcome = await importAll(importer, found, reading, options);
    print(outcome, options);
    if (options.report !== undefined) await writeReport(options.report, { ...outcome, dryRun, startedAt });
    return outcome.counts.rejected + outcome.mismatches.length > 0 ? EXIT.someFailed : EXIT.done;
  } catch (error) {
    await importer.fail(error);
    throw error;
  } finally {
    await importer.close();
  }
}
