import Table from 'cli-table3';
import { resolve } from 'node:path';
import { diagnostic } from '../../src/importer/diagnostics';
import { closingLine, isFinding, type DocumentResult } from '../../src/importer/report';
import { EXIT } from './exit-codes';
import { findFiles, readsAll } from './find-sources';
import { openImporter, type Importer } from './importer';
import { toReading, type ReadingOptions } from './parse-options';
import { startProgress } from './progress';
import { readPlan, type SavedPlan } from './plan/plan-file';
import { toRules, type RuleOptions } from './rule-options';
import { runResults, type Work } from './run-results';
import type { ImportSettings, RunSummary } from '../../src/stores/import-session';
import { shortId } from './run-ids';
import type { SourceList } from './source-list';
import { findFailed, type FailedSources } from './runs/failed-sources';
import { UsageError } from './usage-error';
import { dropWorkers, startWorkers } from './parallel/worker-pool';
import { vanishedLines, type VanishedOptions, type VanishedReport } from './vanished';
import { watchSources } from './watch-sources';
import { writeReport } from './write-report';

export interface ImportCommandOptions extends ReadingOptions, RuleOptions {
  readonly status: 'draft' | 'published';
  readonly dryRun: boolean;
  /** A plan to carry out. */
  readonly plan?: string;
  readonly store: 'bulk' | 'documents';
  readonly format: 'table' | 'json';
  readonly limit: number;
  readonly deleteMissing: boolean;
  readonly deleteAtMost: number;
  /** A run: only what it rejected is read. */
  readonly retryFailed?: string;
  /** Where the run's report goes, as JSON. */
  readonly report?: string;
}

interface Outcome extends RunSummary {
  /** Documents that somebody should look at: all but the plain successes, the first of them where there are very many. */
  readonly findings: readonly DocumentResult[];
  /** Number of such documents that are not listed. */
  readonly omitted: number;
  /** Sources that are gone; null where nobody could tell. */
  readonly vanished: VanishedReport | null;
  /** Whether no document was rejected, and all of a plan was found. */
  readonly isComplete: boolean;
}

/** What is kept in memory and printed must not grow with the archive; the run's record has all of it. */
const MAX_FINDINGS = 1000;

/** What became of the documents, and behind them those of the plan that were not there. */
async function* carryOut(importer: Importer, work: Work, plan: SavedPlan | null): AsyncGenerator<DocumentResult> {
  if (plan === null) {
    yield* runResults(importer, work);
    return;
  }
  yield* runResults(importer, work, plan.take);
  const diagnostics = [diagnostic('plan-source-missing')];
  for (const { path, index } of plan.left()) yield { path, index, action: 'rejected', diagnostics };
}

async function importAll(
  importer: Importer,
  work: Work,
  plan: SavedPlan | null,
  options: VanishedOptions & { readonly isWhole: boolean },
): Promise<Outcome> {
  const watch = watchSources(options.isWhole);
  const progress = startProgress(Math.min(work.found.length, work.limit));
  let omitted = 0;
  let isComplete = true;
  const findings: DocumentResult[] = [];
  for await (const result of carryOut(importer, { ...work, onSources: watch.onSources }, plan)) {
    watch.onResult(result);
    isComplete &&= result.action !== 'rejected';
    progress.step();
    if (!isFinding(result)) continue;
    if (findings.length < MAX_FINDINGS) findings.push(result);
    else omitted += 1;
  }
  progress.stop();
  const vanished = await watch.finish(importer, options);
  return { ...(await importer.finish()), findings, omitted, vanished, isComplete };
}

function toRows({ path, action, diagnostics }: DocumentResult): string[][] {
  const shown = diagnostics.filter(({ severity }) => severity !== 'info');
  if (shown.length === 0) return [[path, action, '', '', '']];
  return shown.map(({ code, severity, line, message, actual }) => {
    const place = line === null ? path : `${path}:${line}`;
    return [place, action, severity, code, actual === null ? message : `${message} (${actual})`];
  });
}

function print(outcome: Outcome, options: ImportCommandOptions): void {
  const { runId, counts, mismatches, findings, omitted, vanished } = outcome;
  const { format, dryRun } = options;
  if (format === 'json') {
    const printed = { run: runId, dryRun, counts, documents: findings, omitted, vanished };
    process.stdout.write(`${JSON.stringify(printed, null, 2)}\n`);
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
  for (const line of vanishedLines(vanished, options)) process.stderr.write(`${line}\n`);
  process.stderr.write(`${dryRun ? 'Dry run, nothing was written: ' : ''}${closingLine(counts)}\n`);
}

/** What is to be done: by the command line, or by a plan, which brings the options that it was made with. */
interface Task {
  readonly settings: ImportSettings;
  readonly reading: ReadingOptions;
  readonly paths: readonly string[];
}

function toTask(named: readonly string[], options: ImportCommandOptions, plan: SavedPlan | null): Task {
  const { status, store, limit } = plan?.header ?? options;
  const rules = plan?.header.rules ?? toRules(options);
  const paths = named.length === 0 && plan !== null ? plan.header.paths : named;
  if (paths.length === 0) throw new UsageError("error: missing required argument 'path'");
  const absolute = paths.map((path) => (path === '-' ? path : resolve(path)));
  const count = limit === null || !Number.isFinite(limit) ? null : limit;
  const settings = { ...{ status, store, rules, dryRun: false, isDetailed: false }, limit: count, paths: absolute };
  return { settings, reading: plan?.header.reading ?? options, paths };
}

/** Whether something stays to be done: the exit code says so. */
function hasFailed({ isComplete, mismatches, vanished }: Outcome): boolean {
  return !isComplete || mismatches.length > 0 || vanished?.isStopped === true;
}

function checkUsage({ deleteMissing, limit }: ImportCommandOptions): void {
  if (!deleteMissing || !Number.isFinite(limit)) return;
  throw new UsageError('--delete-missing and --limit exclude each other: what was not read is not gone.');
}

/** The files that the paths name; of those only what an earlier run rejected, where that is wanted. */
async function findWanted(paths: readonly string[], failed: FailedSources | null): Promise<SourceList> {
  if (failed === null) return findFiles(paths);
  const wanted = await findFiles(paths, (path) => failed.has(path));
  failed.close();
  return wanted;
}

/** What a run goes by. */
interface Prepared {
  readonly work: Work;
  readonly plan: SavedPlan | null;
  /** Whether all is read that the paths hold. */
  readonly isWhole: boolean;
  readonly options: ImportCommandOptions;
}

/** A run whose importer is open: imports, prints what came of it, and closes the record whatever happens. */
async function carryThrough(
  importer: Importer,
  { work, plan, isWhole, options }: Prepared,
  startedAt: Date,
): Promise<number> {
  try {
    const outcome = await importAll(importer, work, plan, { ...options, isWhole });
    print(outcome, options);
    if (options.report !== undefined) await writeReport(options.report, { ...outcome, dryRun: false, startedAt });
    return hasFailed(outcome) ? EXIT.someFailed : EXIT.done;
  } catch (error) {
    await importer.fail(error);
    throw error;
  } finally {
    await importer.close();
  }
}

/** `import`: documents → entries. One bad document does not stop the others. */
export async function importCommand(named: readonly string[], options: ImportCommandOptions): Promise<number> {
  checkUsage(options);
  if (options.dryRun && named.length > 0) return (await import('./plan/plan-command')).planCommand(named, options);
  const plan = options.plan === undefined ? null : await readPlan(options.plan);
  const failed = options.retryFailed === undefined ? null : await findFailed(options.retryFailed, named);
  const { settings, reading, paths } = toTask(failed?.paths ?? named, options, plan);
  await toReading(reading);
  const startedAt = new Date();
  const found = await findWanted(paths, failed);
  try {
    const way = { options: reading, importedAt: startedAt.toISOString() };
    const work = { found, limit: settings.limit ?? Infinity, ...way };
    const isWhole = plan === null && failed === null && readsAll(paths, work.limit);
    const importer = await openImporter(settings, () => startWorkers(found, way));
    return await carryThrough(importer, { work, plan, isWhole, options }, startedAt);
  } finally {
    await dropWorkers();
    plan?.close();
    found.close();
  }
}
