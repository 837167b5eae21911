import type { Core } from '@strapi/strapi';
import { findServer, type RunningServer } from '../../src/handover/server-file';
import { bootStrapi } from './boot';
import { lockDatabase } from './lock-database';
import { sqlitePath } from './sqlite-path';

/** What has to be let go in the end. */
export interface Closing {
  close(): Promise<void>;
}

/** The two ways to a session that writes: in this process, or in a server that has the database. */
export interface Ways<Session> {
  /** What the server takes over, for people. */
  readonly what: string;
  /** Called when it is known that this process does the work, before Strapi boots. */
  readonly beforeBoot?: () => void;
  locally(strapi: Core.Strapi): Promise<Session>;
  remotely(server: RunningServer): Promise<Session & Closing>;
}

async function openLocally<Session extends object>(
  { locally, beforeBoot }: Ways<Session>,
  unlock: () => Promise<void>,
): Promise<Session & Closing> {
  try {
    beforeBoot?.();
    const strapi = await bootStrapi();
    const session = await locally(strapi).catch(async (error: unknown) => {
      await strapi.destroy();
      throw error;
    });
    const close = async (): Promise<void> => {
      await strapi.destroy();
      await unlock();
    };
    return { ...session, close };
  } catch (error) {
    await unlock();
    throw error;
  }
}

function openRemotely<Session>({ what, remotely }: Ways<Session>, server: RunningServer): Promise<Session & Closing> {
  process.stderr.write(`The server on port ${server.port} has the database: it takes ${what} over.\n`);
  return remotely(server);
}

/**
 * Opens a session where it may write: on SQLite a running server takes it over, else the database is this process's alone while it lasts; other
 * databases take several processes. It says on standard error which of these it is.
 *
 * @throws BrokenSetUpError where the database can't be used
 */
export async function openWriter<Session extends object>(ways: Ways<Session>): Promise<Session & Closing> {
  const database = sqlitePath();
  if (database === null) return openLocally(ways, () => Promise.resolve());
  const before = findServer(database);
  if (before !== null) return openRemotely(ways, before);
  const unlock = await lockDatabase(database);
  // A server that started meanwhile has held the lock until it was there.
  const since = findServer(database);
  if (since !== null) {
    await unlock();
    return openRemotely(ways, since);
  }
  process.stderr.write('No server runs: this process takes the database for itself.\n');
  return openLocally(ways, unlock);
}
