import { existsSync, readFileSync } from 'node:fs';
import { inProject } from './paths.mjs';

/**
 * Adds up the reports of the suites and prints what passed, failed and did not run. The last line is
 * `N passed, N failed` alone, for whoever reads the end of a log.
 *
 * @param {readonly string[]} suites names of the reports that must be there
 * @param {readonly number[]} codes exit codes of the suites
 * @param {readonly string[]} [leftOut] what did not run, and why
 * @returns {number} 0 where all passed, else 1
 */
export function summarise(suites, codes, leftOut = []) {
  const reports = suites.map(readReport);
  const skipped = [...reports.flatMap((report) => report.skipped), ...leftOut];
  const passed = sum(reports, 'passed');
  const failed = sum(reports, 'failed');
  const lines = [
    '',
    ...reports.map((report) => `${report.suite}: ${report.passed} passed, ${report.failed} failed${report.note ?? ''}`),
    ...skipped.map((line) => `not run — ${line}`),
    `${passed} passed, ${failed} failed`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return passed > 0 && failed === 0 && codes.every((code) => code === 0) ? 0 : 1;
}

/** A suite that left no report broke before it could count: one failure. */
function readReport(suite) {
  const file = inProject('reports', `${suite}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  return { suite, passed: 0, failed: 1, skipped: [], note: ' (it broke before it could count)' };
}

const sum = (reports, name) => reports.reduce((total, report) => total + report[name], 0);
