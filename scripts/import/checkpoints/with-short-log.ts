import type { Core } from '@strapi/strapi';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ImportSession } from '../../../src/stores/import-session';

/** Starts the thread; answers how to end it. */
function startThread(database: string): () => Promise<void> {
  const thread = new Worker(join(__dirname, 'checkpoint-thread.js'), { workerData: database });
  const ended = once(thread, 'exit');
  // The import does without it.
  thread.on('error', () => undefined);
  ended.catch(() => undefined);
  return async () => {
    thread.postMessage('end');
    await ended.catch(() => undefined);
  };
}

/** Pages of the log, 120 MB: some five batches that the thread may be behind. */
const LONGEST_LOG = 30_000;

/**
 * What SQLite has to know of a connection that imports. A statement that inserts several rows keeps a copy of each page before it changes it, in a file
 * unless it is told otherwise.
 */
const PRAGMAS = [`wal_autocheckpoint = ${LONGEST_LOG}`, 'temp_store = memory'];

/**
 * Has a thread of its own copy what a run commits from SQLite's log into the database, until the run ends. The run would have to do so itself, and
 * stand still meanwhile; it still does where the thread falls far behind, so that the log does not grow without end.
 *
 * @param database the database's file
 */
export async function withShortLog(
  strapi: Core.Strapi,
  session: ImportSession,
  database: string,
): Promise<ImportSession> {
  for (const pragma of PRAGMAS) await strapi.db.connection.raw(`pragma ${pragma}`);
  const endThread = startThread(database);
  return {
    ...session,
    async finish() {
      const summary = await session.finish();
      await endThread();
      return summary;
    },
    async fail(error) {
      await session.fail(error);
      await endThread();
    },
  };
}
