import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runModule } from './run-module';

const REPORTS = path.join(ROOT, 'reports');
const file = (suite: string) => path.join(REPORTS, `${suite}.json`);

/** Names that no real suite has, since the reports of the running suites lie in the same folder. */
const SUITES = ['unit-a', 'unit-b', 'unit-sum'];

function report(suite: string, passed: number, failed: number, skipped: readonly string[] = []): void {
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(file(suite), JSON.stringify({ suite, passed, failed, skipped }));
}

async function summarise(...steps: readonly (readonly [suite: string, code: number])[]) {
  const list = JSON.stringify(steps.map(([suite, code]) => ({ suite, code })));
  const { stdout } = await runModule(`import { summarise } from '@setup/summary.mjs';
    process.stdout.write('code ' + summarise('unit-sum', ${list}));`);
  const lines = stdout.split('\n');
  return { text: stdout, closing: lines.at(-2), code: Number(lines.at(-1)?.replace('code ', '')) };
}

describe('the summary of suites', () => {
  afterEach(() => SUITES.forEach((suite) => rmSync(file(suite), { force: true })));

  it('adds up, and closes with one plain line', async () => {
    report('unit-a', 5, 0);
    report('unit-b', 2, 0);
    expect(await summarise(['unit-a', 0], ['unit-b', 0])).toMatchObject({ closing: '7 passed, 0 failed', code: 0 });
  });

  it('fails with one failed test', async () => {
    report('unit-a', 5, 1);
    expect(await summarise(['unit-a', 1])).toMatchObject({ closing: '5 passed, 1 failed', code: 1 });
  });

  it('counts a suite that broke without a failed test as one failure', async () => {
    report('unit-a', 5, 0);
    expect(await summarise(['unit-a', 3])).toMatchObject({ closing: '5 passed, 1 failed', code: 1 });
  });

  it('counts a suite without a report by its exit code', async () => {
    expect(await summarise(['unit-a', 0], ['unit-b', 2])).toMatchObject({ closing: '1 passed, 1 failed', code: 1 });
  });

  it('fails where nothing ran, and names what did not run', async () => {
    report('unit-a', 0, 0, ['a test that waits for a database']);
    const { text, code } = await summarise(['unit-a', 0]);
    expect(code).toBe(1);
    expect(text).toContain('not run — a test that waits for a database\n');
  });
});
