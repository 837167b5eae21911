import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockDatabase } from '../../scripts/import/lock-database';
import { ROOT } from './script-run';

const OWNER = `require(${JSON.stringify(path.join(ROOT, 'dist/scripts/import/lock-database.js'))})
  .lockDatabase(process.argv[1]).then((unlock) => { console.log('locked'); process.stdin.once('data', unlock); });`;

let folder: string;
let owner: ChildProcess | null = null;

const database = (): string => path.join(folder, 'below', 'data.db');

/** A process of its own that has the lock; it lets it go when it's written to. */
async function startOwner(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', OWNER, database()], { stdio: ['pipe', 'pipe', 'inherit'] });
  owner = child;
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child;
}

/** Asks for the lock; `has` says whether it is there by now. */
function ask(): { readonly has: () => boolean; readonly unlock: Promise<() => Promise<void>> } {
  let isTaken = false;
  const unlock = lockDatabase(database()).then((release) => {
    isTaken = true;
    return release;
  });
  return { has: () => isTaken, unlock };
}

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-lock-'));
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => {
  owner?.kill('SIGKILL');
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

it('is waited for while its owner sleeps, and free at once when its owner is killed', async () => {
  const child = await startOwner();
  child.kill('SIGSTOP');
  const { has, unlock } = ask();
  await sleep(1000);
  expect(has()).toBe(false);
  expect(process.stderr.write).toHaveBeenCalledTimes(1);
  expect(process.stderr.write).toHaveBeenCalledWith(expect.stringContaining('waiting until it is done'));
  child.kill('SIGKILL');
  await (
    await unlock
  )();
});

it('goes to who waits when it is let go, and to one only', async () => {
  const child = await startOwner();
  const [one, other] = [ask(), ask()];
  child.stdin?.write('go\n');
  const unlock = await Promise.race([one.unlock, other.unlock]);
  await sleep(500);
  expect([one.has(), other.has()].filter(Boolean)).toHaveLength(1);
  await unlock();
  for (const { unlock: last } of [one, other]) await (await last)();
});

it('says in a sentence that there is no place for it', async () => {
  writeFileSync(path.join(folder, 'file'), '');
  await expect(lockDatabase(path.join(folder, 'file', 'data.db'))).rejects.toThrow(
    /^The database can not be used \(.+\): check DATABASE_FILENAME in \.env\.$/,
  );
});
