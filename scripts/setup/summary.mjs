import { existsSync, readFileSync, rmSync } from 'node:fs';
import { writeReport } from './checklist.mjs';
import { inProject } from './paths.mjs';

const reportFile = (suite) => inProject('reports', `${suite}.json`);

/** Removes what an earlier run counted, so that nobody reads it for this one. @param {readonly string[]} suites */
export function forgetReports(suites) {
  for (const suite of suites) rmSync(reportFile(suite), { force: true });
}

/**
 * Adds up suites, writes the sum as a report of its own, and prints what passed, failed and did not run.
 * The last line is `N passed, N failed` alone, for whoever reads the end of a log.
 *
 * @param {string} name of the sum's report
 * @param {readonly {suite: string, code: number}[]} steps suites with their exit codes
 * @param {readonly string[]} [leftOut] what did not run, and why
 * @returns {number} 0 where all passed, else 1
 */
export function summarise(name, steps, leftOut = []) {
  const counts = steps.map(count);
  const skipped = [...counts.flatMap((one) => one.skipped), ...leftOut];
  const passed = sum(counts, 'passed');
  const failed = sum(counts, 'failed');
  writeReport(name, { passed, failed, skipped });
  const lines = [
    ...counts.map((one) => `${one.suite}: ${one.passed} passed, ${one.failed} failed`),
    ...skipped.map((line) => `not run — ${line}`),
    `${passed} passed, ${failed} failed`,
  ];
  process.stdout.write(`\n${lines.join('\n')}\n`);
  return passed > 0 && failed === 0 ? 0 : 1;
}

/** A suite that left no report, such as the linter, is one check; one that failed without a failed check broke. */
function count({ suite, code }) {
  const file = reportFile(suite);
  const report = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { suite, passed: code === 0 ? 1 : 0, failed: 0, skipped: [] };
  return { ...report, failed: code === 0 ? report.failed : Math.max(report.failed, 1) };
}

const sum = (counts, name) => counts.reduce((total, one) => total + one[name], 0);
