import Database from 'better-sqlite3';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BrokenSetUpError } from './broken-set-up-error';

const POLL_MS = 200;

/** Like `mkdir -p`. Node's own `recursive` never comes back where a folder can't be made, as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Whether the lock is this process's now; false where another one has it. */
function take(lock: Database.Database): boolean {
  try {
    lock.exec('begin immediate');
    return true;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'SQLITE_BUSY') return false;
    throw error;
  }
}

async function openLock(file: string): Promise<Database.Database> {
  const lock = new Database(file, { timeout: 0 });
  for (let tries = 0; !take(lock); tries += 1) {
    if (tries === 0) process.stderr.write('Another process has the database for itself: waiting until it is done.\n');
    await sleep(POLL_MS);
  }
  return lock;
}

/**
 * Takes an SQLite database for this process; another import, or a server that starts, is waited for.
 *
 * The lock is an open transaction on an empty database beside it, `data.db.writer`: a lock of the operating system, which ends with its process however
 * that ends, and which a process keeps that a busy machine makes wait. The file stays: a lock file that is deleted can be locked twice.
 *
 * @returns how to let it go
 * @throws BrokenSetUpError where the database's folder can't be written
 */
export async function lockDatabase(database: string): Promise<() => Promise<void>> {
  try {
    makeFolder(dirname(database));
    const lock = await openLock(`${database}.writer`);
    return async () => void lock.close();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BrokenSetUpError(`The database can not be used (${reason}): check DATABASE_FILENAME in .env.`);
  }
}
