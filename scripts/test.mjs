/**
 * `npm test`: everything that needs Node alone. Installs and compiles where needed, runs jest, then the boot smoke check.
 * Arguments go to jest, as in `npm test -- --selectProjects core`; the smoke check is then left out, and the summary says so.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeReport } from './setup/checklist.mjs';
import { ensureCompiled } from './setup/ensure-compiled.mjs';
import { ensureDependencies } from './setup/ensure-dependencies.mjs';
import { ensureEnvFile } from './setup/ensure-env-file.mjs';
import { ensureNode } from './setup/ensure-node.mjs';
import { inProject, ROOT } from './setup/paths.mjs';
import { runNode } from './setup/run-node.mjs';
import { runCommand } from './setup/setup-error.mjs';
import { forgetReports, summarise } from './setup/summary.mjs';

const JEST_RESULTS = '.tmp/jest-results.json';

await runCommand(async () => {
  ensureNode();
  await ensureDependencies();
  await ensureEnvFile();
  await ensureCompiled();
  forgetReports(['jest', 'boot-smoke', 'test']);
  const args = process.argv.slice(2);
  const jest = { suite: 'jest', code: await runJest(args) };
  if (args.length > 0) return summarise('test', [jest], ['boot-smoke: left out, since arguments were given']);
  return summarise('test', [jest, { suite: 'boot-smoke', code: await runNode(['scripts/boot-smoke.mjs']) }]);
});

async function runJest(args) {
  rmSync(inProject(JEST_RESULTS), { force: true });
  const code = await runNode([
    'node_modules/jest/bin/jest.js',
    '--json',
    `--outputFile=${inProject(JEST_RESULTS)}`,
    ...args,
  ]);
  if (existsSync(inProject(JEST_RESULTS))) writeReport('jest', countJest());
  return code;
}

/** A file that breaks before its first test counts as one failure. */
function countJest() {
  const results = JSON.parse(readFileSync(inProject(JEST_RESULTS), 'utf8'));
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: results.testResults.flatMap(skippedTests),
  };
}

function skippedTests({ name, assertionResults }) {
  const notRun = assertionResults.filter(({ status }) => !['passed', 'failed'].includes(status));
  return notRun.map(({ fullName, status }) => `${path.relative(ROOT, name)}: ${fullName} (${status})`);
}
