import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { check, lock } from 'proper-lockfile';
import { BrokenSetUpError } from './broken-set-up-error';

/** The owner renews the lock every two seconds; one that was not renewed for ten is of a process that died. */
const OPTIONS = {
  ...{ realpath: false, stale: 10_000, update: 2_000 },
  // A process that a busy machine kept from renewing may have lost the lock. It goes on: the lease in the database says who writes.
  onCompromised: () => undefined,
} as const;
/** Twelve hours: longer than any import, so that nobody waits for ever. */
const WAITING = { retries: 43_200, factor: 1, minTimeout: 1_000, maxTimeout: 1_000 } as const;

/** Like `mkdir -p`. Node's own `recursive` never comes back where a folder can't be made, as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}

/**
 * Takes an SQLite database for this process; another import, or a server that starts, is waited for.
 *
 * @returns how to let it go
 * @throws BrokenSetUpError where the database's folder can't be written
 */
export async function lockDatabase(database: string): Promise<() => Promise<void>> {
  try {
    makeFolder(dirname(database));
    if (await check(database, OPTIONS)) {
      process.stderr.write('Another process has the database for itself: waiting until it is done.\n');
    }
    const release = await lock(database, { ...OPTIONS, retries: WAITING });
    // One that was lost can't be let go, and need not be.
    return () => release().catch(() => undefined);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BrokenSetUpError(`The database can not be used (${reason}): check DATABASE_FILENAME in .env.`);
  }
}
