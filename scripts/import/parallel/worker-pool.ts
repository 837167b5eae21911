import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { ReadingOptions } from '../parse-options';
import type { ParsedFiles, ParseTask } from './parse-files';
import type { Sources } from '../source-list';
import { tasksOf } from './tasks';
import { compileLate } from './tune-v8';

/** Below so many files a worker is not even loaded before the main thread has parsed them all. */
const WORTH_WORKERS = 300;

/** Tasks that lie ready at each worker: enough to keep it busy while the main thread stores a batch and hears nothing. */
export const TASKS_AHEAD = 10;

/** So many tasks make the code that reads pages hot: it is compiled while it runs. */
const WARMING_TASKS = 6;

export type WorkerPool = Piscina<ParseTask, ParsedFiles>;

/** One that was started before it was needed. */
let ready: WorkerPool | null = null;

/** Whether reading so many sources is work for workers. */
export const isWorthWorkers = (sources: Sources): boolean => sources.length >= WORTH_WORKERS;

function startPool(): WorkerPool {
  // Storing keeps the main thread busy: one core is its own.
  const threads = Math.max(1, availableParallelism() - 1);
  return new Piscina({
    filename: join(__dirname, 'parse-files.js'),
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: TASKS_AHEAD,
  });
}

/**
 * Starts the workers while something else takes time, as Strapi does to boot, and has them read the first files, whose records nobody takes: then they are as fast as they get
 * when they are needed. Whoever starts them ends them, by taking the pool or by `dropPool`.
 */
export function warmUp(sources: Sources, options: ReadingOptions): void {
  if (!isWorthWorkers(sources) || ready !== null) return;
  compileLate();
  const pool = startPool();
  ready = pool;
  let tasks = 0;
  for (const task of tasksOf(sources)) {
    if ((tasks += 1) > WARMING_TASKS) break;
    if (!('files' in task)) continue;
    // What can't be read is said when it is read in earnest.
    pool.run({ files: task.files, settled: [], options, importedAt: new Date().toISOString() }).catch(() => undefined);
  }
}

/** The pool that is ready, or a new one; whoever takes it destroys it. */
export function takePool(): WorkerPool {
  const pool = ready ?? startPool();
  ready = null;
  return pool;
}

/** Ends workers that nobody has taken. */
export async function dropPool(): Promise<void> {
  const pool = ready;
  ready = null;
  await pool?.destroy();
}
