import Table from 'cli-table3';
import { resolve } from 'node:path';
import { closingLine, countResult, NO_COUNTS, type Counts, type DocumentResult } from '../../../src/importer/report';
import { EXIT } from '../exit-codes';
import { findFiles, readsAll } from '../find-sources';
import { openImporter, type Importer } from '../importer';
import { toReading, type ReadingOptions } from '../parse-options';
import { startProgress } from '../progress';
import { toRules, type RuleOptions } from '../rule-options';
import { runResults, type Work } from '../run-results';
import { vanishedLines, type VanishedOptions, type VanishedReport } from '../vanished';
import { watchSources } from '../watch-sources';
import { writePlan, type PlanWriter } from './plan-file';
import { planRows, type PlanRow } from './plan-rows';

export interface PlanCommandOptions extends ReadingOptions, RuleOptions {
  readonly status: 'draft' | 'published';
  readonly store: 'bulk' | 'documents';
  readonly format: 'table' | 'json';
  readonly limit: number;
  readonly dryRun?: boolean;
  readonly deleteMissing?: boolean;
  readonly deleteAtMost?: number;
  readonly out?: string;
}

/** What is printed as a table lies in memory first. */
const MAX_ROWS = 1000;
const COLUMNS = 120;

/** Prints documents one by one. */
interface Printer {
  add(result: DocumentResult): void;
  end(counts: Counts, vanished: VanishedReport | null): void;
}

function jsonPrinter(): Printer {
  let separator = '';
  process.stdout.write('{"dryRun":true,"documents":[');
  return {
    add(result) {
      process.stdout.write(`${separator}\n${JSON.stringify(result)}`);
      separator = ',';
    },
    end(counts, vanished) {
      process.stdout.write(`\n],"counts":${JSON.stringify(counts)},"vanished":${JSON.stringify(vanished)}}\n`);
    },
  };
}

function tableOf(rows: readonly PlanRow[]): string {
  const width = Math.max(COLUMNS, process.stdout.columns ?? COLUMNS);
  const texts = Math.floor((width - 66) / 2);
  const table = new Table({
    head: ['document', 'action', 'field', 'was', 'becomes'],
    colWidths: [24, 17, 20, texts, texts],
    ...{ wordWrap: true, style: { head: [], border: [] } },
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}

function tablePrinter(): Printer {
  const rows: PlanRow[] = [];
  let omitted = 0;
  return {
    add(result) {
      if (result.action === 'unchanged' && result.diagnostics.length === 0) return;
      if (rows.length < MAX_ROWS) rows.push(...planRows(result));
      else omitted += 1;
    },
    end() {
      if (rows.length > 0) process.stdout.write(`${tableOf(rows)}\n`);
      if (omitted > 0) process.stderr.write(`${omitted} more documents are not listed; --format json lists all.\n`);
    },
  };
}

async function openFile(paths: readonly string[], options: PlanCommandOptions): Promise<PlanWriter | null> {
  const { out, status, store, limit, profile, profiles, timezone, capturedAt } = options;
  const { fieldMap, maxDocumentSize, maxArchiveSize } = options;
  if (out === undefined) return null;
  const reading = {
    ...(profile === undefined ? {} : { profile }),
    ...(profiles === undefined ? {} : { profiles: resolve(profiles) }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(capturedAt === undefined ? {} : { capturedAt }),
    ...{ fieldMap, maxDocumentSize, maxArchiveSize },
  };
  const rules = toRules(options);
  return writePlan(out, { paths, reading, status, store, rules, limit: Number.isFinite(limit) ? limit : null });
}

interface Planned {
  readonly counts: Counts;
  /** Sources that are gone; null where nobody could tell. */
  readonly vanished: VanishedReport | null;
}

/** What is done with each document, printing apart. */
interface Planning {
  readonly importer: Importer;
  readonly work: Work;
  /** Whether the paths are read whole, so that what is missing is gone. */
  readonly isWhole: boolean;
  readonly missing: VanishedOptions;
  onResult(result: DocumentResult): Promise<void>;
}

async function planAll({ importer, work, isWhole, missing, onResult }: Planning): Promise<Planned> {
  const watch = watchSources(isWhole);
  const progress = startProgress(Math.min(work.found.length, work.limit));
  let counts = NO_COUNTS;
  for await (const result of runResults(importer, { ...work, onSources: watch.onSources })) {
    counts = countResult(counts, result);
    watch.onResult(result);
    await onResult(result);
    progress.step();
  }
  progress.stop();
  const vanished = await watch.finish(importer, missing);
  await importer.finish();
  return { counts, vanished };
}

function sayWhatWouldBe({ counts, vanished }: Planned, missing: VanishedOptions, options: PlanCommandOptions): void {
  for (const line of vanishedLines(vanished, missing)) process.stderr.write(`${line}\n`);
  const verb = options.dryRun === true ? 'Dry run' : 'Plan';
  process.stderr.write(`${verb}, nothing was written: ${closingLine(counts)}\n`);
  if (options.out === undefined) return;
  process.stderr.write(`The plan is in ${options.out}: npm run import -- --plan ${options.out} carries it out.\n`);
}

/** `plan`: what an import would do, document by document and field by field; nothing is written but the plan itself. */
export async function planCommand(paths: readonly string[], options: PlanCommandOptions): Promise<number> {
  const { status, store, limit, format, deleteMissing = false, deleteAtMost = 0 } = options;
  const rules = toRules(options);
  await toReading(options);
  const found = await findFiles(paths);
  const settings = {
    ...{ status, store, rules, dryRun: true, isDetailed: true },
    paths: paths.map((path) => resolve(path)),
  };
  const file = await openFile(paths, options);
  const importer = await openImporter({ ...settings, limit: Number.isFinite(limit) ? limit : null });
  const printer = format === 'json' ? jsonPrinter() : tablePrinter();
  const missing = { deleteMissing, deleteAtMost, dryRun: true };
  const onResult = async (result: DocumentResult): Promise<void> => {
    printer.add(result);
    await file?.write(result);
  };
  try {
    const work = { found, limit, options, importedAt: new Date().toISOString() };
    const planned = await planAll({ importer, work, isWhole: readsAll(paths, limit), missing, onResult });
    printer.end(planned.counts, planned.vanished);
    await file?.end(planned.counts);
    sayWhatWouldBe(planned, missing, options);
    return planned.counts.rejected > 0 || planned.vanished?.isStopped === true ? EXIT.someFailed : EXIT.done;
  } finally {
    await importer.close();
    found.close();
  }
}
