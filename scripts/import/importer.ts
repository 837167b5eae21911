import type { Core } from '@strapi/strapi';
import type { ImportSession, ImportSettings } from '../../src/stores/import-session';
import { bootStrapi } from './boot';
import { BrokenSetUpError } from './broken-set-up-error';
import { lockDatabase } from './lock-database';
import { openRemoteSession } from './remote-session';
import { findServer } from '../../src/handover/server-file';
import { sqlitePath } from './sqlite-path';

/** A run, and what has to be let go behind it. */
export interface Importer extends ImportSession {
  close(): Promise<void>;
}

/** A content model that the store can't write is the installation's to mend; the message says how. */
async function openOn(strapi: Core.Strapi, settings: ImportSettings): Promise<ImportSession> {
  // Strapi and its stores take seconds to load: not before it's known that this process does the work.
  const { openSession } = await import('../../src/stores/import-session');
  const { UnmappableSchemaError } = await import('../../src/stores/bulk/schema');
  try {
    return await openSession(strapi, settings);
  } catch (error) {
    await strapi.destroy();
    throw error instanceof UnmappableSchemaError ? new BrokenSetUpError(error.message) : error;
  }
}

async function openLocally(settings: ImportSettings, unlock: () => Promise<void>): Promise<Importer> {
  try {
    const strapi = await bootStrapi();
    const session = await openOn(strapi, settings);
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

/**
 * Opens a run where it may write: on SQLite a running server takes the documents over, else the database is this process's alone while it
 * lasts; other databases take several writers. It says on standard error which of these it is.
 *
 * @throws BrokenSetUpError where the database can't be used
 */
export async function openImporter(settings: ImportSettings): Promise<Importer> {
  const database = sqlitePath();
  if (database === null) return openLocally(settings, () => Promise.resolve());
  const server = findServer(database);
  if (server !== null) {
    process.stderr.write(`The server on port ${server.port} has the database: it takes the documents over.\n`);
    return openRemoteSession(server, settings);
  }
  const unlock = await lockDatabase(database);
  process.stderr.write('No server runs: this process takes the database for itself.\n');
  return openLocally(settings, unlock);
}
