import type { Core } from '@strapi/strapi';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Pages of a log, 400 MB, from which on it begins anew. */
const LONG_LOG = 100_000;

/** Has a thread of its own copy an SQLite database's log into it. */
export interface ShortLog {
  /**
   * Passes batches on, and between two of them has a long log begin anew. SQLite does so where all of it is copied when somebody begins to write, which
   * the thread can't bring about: the next batch is on its way when it is done. What it has left is little.
   */
  beginAnew<Results>(batches: AsyncIterable<Results>): AsyncGenerator<Results>;
  end(): Promise<void>;
}

interface CheckpointThread {
  /** Whether it has just copied a long log; true once for each time. */
  hasCopiedMuch(): boolean;
  end(): Promise<void>;
}

function startThread(database: string, longLog: number): CheckpointThread {
  const thread = new Worker(join(__dirname, 'checkpoint-thread.js'), { workerData: database });
  const ended = once(thread, 'exit');
  let isLong = false;
  thread.on('message', (pages: number) => (isLong = pages >= longLog));
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
 * Has a thread of its own copy what is committed from SQLite's log into the database. Whoever commits would have to do so himself, and stand still
 * meanwhile.
 *
 * @param database the database's file
 * @param longLog pages of a log from which on it begins anew; where the thread falls so far behind that it has twice as many, each commit copies it
 */
export async function keepLogShort(strapi: Core.Strapi, database: string, longLog = LONG_LOG): Promise<ShortLog> {
  const run = (sql: string): Promise<unknown> => Promise.resolve(strapi.db.connection.raw(sql));
  await run(`pragma wal_autocheckpoint = ${2 * longLog}`);
  const thread = startThread(database, longLog);
  return {
    async *beginAnew(batches) {
      for await (const results of batches) {
        if (thread.hasCopiedMuch()) await run('pragma wal_checkpoint(passive)');
        yield results;
      }
    },
    end: () => thread.end(),
  };
}
