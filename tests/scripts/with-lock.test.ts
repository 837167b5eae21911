import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runModule, temporaryFolder } from './run-module';

const locked = (folder: string, body: string) =>
  runModule(`import { withLock } from '@setup/with-lock.mjs';
    import { appendFileSync } from 'node:fs';
    import { setTimeout as sleep } from 'node:timers/promises';
    await withLock('${folder}/lock', async () => { ${body} });`);

describe('a lock', () => {
  it('lets one process in at a time', async () => {
    const folder = temporaryFolder();
    const body = `appendFileSync('${folder}/log', 'in '); await sleep(150); appendFileSync('${folder}/log', 'out ');`;
    await Promise.all([locked(folder, body), locked(folder, body), locked(folder, body)]);
    expect(readFileSync(path.join(folder, 'log'), 'utf8')).toBe('in out in out in out ');
  });

  it('is taken over from a process that is gone', async () => {
    const folder = temporaryFolder();
    const gone = await runModule('console.log(process.pid)');
    mkdirSync(path.join(folder, 'lock'));
    writeFileSync(path.join(folder, 'lock', 'owner'), gone.stdout.trim());
    const { code, stdout } = await locked(folder, 'console.log("mine")');
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'mine\n' });
  });

  it('is given back after a failure', async () => {
    const folder = temporaryFolder();
    await locked(folder, 'throw new Error("broken")');
    expect((await locked(folder, 'console.log("mine")')).stdout).toBe('mine\n');
  });
});
