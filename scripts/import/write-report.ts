import { writeFile } from 'node:fs/promises';
import type { DocumentResult } from '../../src/importer/report';
import type { RunSummary } from '../../src/stores/import-session';
import { BrokenSetUpError } from './broken-set-up-error';

/** What a report is made of. */
export interface Reported extends RunSummary {
  readonly dryRun: boolean;
  readonly startedAt: Date;
  readonly findings: readonly DocumentResult[];
  readonly omitted: number;
}

/**
 * Writes a run's report as JSON: docs/schema/run-report.schema.json describes it.
 *
 * @throws BrokenSetUpError where the file can't be written; the import is done nevertheless
 */
export async function writeReport(file: string, reported: Reported): Promise<void> {
  const { runId, dryRun, startedAt, counts, mismatches, findings, omitted } = reported;
  const report = {
    ...{ run: runId, verb: 'import', dryRun, startedAt, finishedAt: new Date() },
    ...{ counts, mismatches, documents: findings, omitted },
  };
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`).catch((error: Error) => {
    throw new BrokenSetUpError(`The import is done, but its report can not be written: ${error.message}`);
  });
}
