import Table from 'cli-table3';
import { closingLine, countResult, NO_COUNTS, type Counts, type DocumentResult } from '../../src/importer/report';
import { EXIT } from './exit-codes';
import { findFiles, type Found } from './find-sources';
import { openImporter, type Importer } from './importer';
import { readInParallel } from './parallel/read-in-parallel';
import { toReading, type ReadingOptions } from './parse-options';
import { startProgress } from './progress';
import { readDocuments, type Reading } from './read-sources';

export interface ImportCommandOptions extends ReadingOptions {
  readonly status: 'draft' | 'published';
  readonly dryRun: boolean;
  readonly store: 'bulk' | 'documents';
  readonly format: 'table' | 'json';
  readonly limit: number;
}

interface Outcome {
  readonly counts: Counts;
  /** Documents that somebody should look at: all but the plain successes, the first of them where there are very many. */
  readonly findings: readonly DocumentResult[];
  /** Number of such documents that are not listed. */
  readonly omitted: number;
}

const PLAIN = new Set(['create', 'update', 'unchanged']);
/** What is kept in memory, printed and recorded must not grow with the archive. */
const MAX_FINDINGS = 1000;

/** Whether somebody should look at a document; lines that were left out as furniture are no reason. */
function isFinding({ action, diagnostics }: DocumentResult): boolean {
  return !PLAIN.has(action) || diagnostics.some(({ severity }) => severity !== 'info');
}

async function importAll(
  importer: Importer,
  found: readonly Found[],
  reading: Reading,
  options: ImportCommandOptions,
): Promise<Outcome> {
  const { limit } = options;
  const progress = startProgress(Math.min(found.length, limit));
  let counts = NO_COUNTS;
  let omitted = 0;
  const findings: DocumentResult[] = [];
  // Records are made in worker threads; a server that takes documents over makes its own.
  const how = { options, importedAt: new Date().toISOString(), findSettled: importer.findSettled };
  const results =
    importer.importRecords?.(readInParallel(found, limit, how)) ??
    importer.import(readDocuments(found, limit, reading));
  for await (const result of results) {
    counts = countResult(counts, result);
    progress.step();
    if (!isFinding(result)) continue;
    if (findings.length < MAX_FINDINGS) findings.push(result);
    else omitted += 1;
  }
  progress.stop();
  await importer.finish({ counts, findings });
  return { counts, findings, omitted };
}

function toRows({ path, action, diagnostics }: DocumentResult): string[][] {
  const shown = diagnostics.filter(({ severity }) => severity !== 'info');
  if (shown.length === 0) return [[path, action, '', '', '']];
  return shown.map(({ code, severity, line, message, actual }) => {
    const place = line === null ? path : `${path}:${line}`;
    return [place, action, severity, code, actual === null ? message : `${message} (${actual})`];
  });
}

function print({ counts, findings, omitted }: Outcome, { format, dryRun }: ImportCommandOptions): void {
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify({ dryRun, counts, documents: findings, omitted }, null, 2)}\n`);
  } else if (findings.length > 0) {
    const table = new Table({
      head: ['document', 'action', 'severity', 'code', 'message'],
      style: { head: [], border: [] },
    });
    table.push(...findings.flatMap(toRows));
    process.stdout.write(`${table.toString()}\n`);
  }
  if (omitted > 0) process.stderr.write(`${omitted} more documents with findings are not listed.\n`);
  process.stderr.write(`${dryRun ? 'Dry run, nothing was written: ' : ''}${closingLine(counts)}\n`);
}

/** `import`: documents → entries. One bad document does not stop the others. */
export async function importCommand(paths: readonly string[], options: ImportCommandOptions): Promise<number> {
  const reading = await toReading(options);
  const found = await findFiles(paths);
  const { status, dryRun, store, limit } = options;
  const importer = await openImporter({ status, dryRun, store, limit: Number.isFinite(limit) ? limit : null });
  try {
    const outcome = await importAll(importer, found, reading, options);
    print(outcome, options);
    return outcome.counts.rejected > 0 ? EXIT.someFailed : EXIT.done;
  } finally {
    await importer.close();
  }
}
