import type { Core } from '@strapi/strapi';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ImportSession } from '../../../src/stores/import-session';

/** Pages of a log, 400 MB, from which on it begins anew; where the thread falls so far behind that it has twice as many, each commit copies it. */
const LONG_LOG = 100_000;

/**
 * What SQLite has to know of a connection that imports. A statement that inserts several rows keeps a copy of each page before it changes it, in a file
 * unless it is told otherwise.
 */
const PRAGMAS = [`wal_autocheckpoint = ${2 * LONG_LOG}`, 'temp_store = memory'];

interface CheckpointThread {
  /** Whether it has just copied a long log; true once for each time. */
  hasCopiedMuch(): boolean;
  end(): Promise<void>;
}

function startThread(database: string): CheckpointThread {
  const thread = new Worker(join(__dirname, 'checkpoint-thread.js'), { workerData: database });
  const ended = once(thread, 'exit');
  let isLong = false;
  thread.on('message', (pages: number) => (isLong = pages >= LONG_LOG));
  // The import does without it.
  thread.on('error', () => undefined);
  ended.catch(() => undefined);
  return {
    hasCopiedMuch() {
      const wasLong = isLong;
      isLong = false;
      return wasLong;
    },
    async end() {
      thread.postMessage('end');
      await ended.catch(() => undefined);
    },
  };
}

/**
 * Between two batches, has a long log begin anew. SQLite does so where all of it is copied when somebody begins to write, which the thread can't bring about:
 * the next batch is on its way when it is done. What it has left is little.
 */
async function* beginningAnew<Results>(
  strapi: Core.Strapi,
  batches: AsyncIterable<Results>,
  thread: CheckpointThread,
): AsyncGenerator<Results> {
  for await (const results of batches) {
    if (thread.hasCopiedMuch()) await strapi.db.connection.raw('pragma wal_checkpoint(passive)');
    yield results;
  }
}

/**
 * Has a thread of its own copy what a run commits from SQLite's log into the database, until the run ends. The run would have to do so itself, and
 * stand still meanwhile.
 *
 * @param database the database's file
 */
export async function withShortLog(
  strapi: Core.Strapi,
  session: ImportSession,
  database: string,
): Promise<ImportSession> {
  for (const pragma of PRAGMAS) await strapi.db.connection.raw(`pragma ${pragma}`);
  const thread = startThread(database);
  const { importGroups } = session;
  return {
    ...session,
    ...(importGroups === undefined
      ? {}
      : {
          importGroups: (groups, expected) => beginningAnew(strapi, importGroups(groups, expected), thread),
        }),
    async finish() {
      const summary = await session.finish();
      await thread.end();
      return summary;
    },
    async fail(error) {
      await session.fail(error);
      await thread.end();
    },
  };
}
