import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { recordOf } from '../../../src/importer/import-documents';
import type { DocumentRecord } from '../../../src/importer/records';
import type { Found } from '../find-sources';
import { toReading, type ReadingOptions } from '../parse-options';
import { readDocuments } from '../read-sources';
import { boundHeap } from './bound-heap';
import type { ParseTask } from './parse-files';
import { tasksOf, type Task } from './tasks';

/** Below so many files a worker is not even loaded before the main thread has parsed them all. */
const WORTH_WORKERS = 300;

/** Tasks that lie ready at each worker: enough to keep it busy while the main thread stores a batch and hears nothing. */
const TASKS_AHEAD = 10;

/** How sources are read, and the run's time as an ISO 8601 instant. */
interface How {
  readonly options: ReadingOptions;
  readonly importedAt: string;
}

type Results = AsyncIterable<DocumentRecord> | Promise<readonly DocumentRecord[]>;

async function* readHere(sources: readonly Found[], { options, importedAt }: How): AsyncGenerator<DocumentRecord> {
  const reading = await toReading(options);
  for await (const parsed of readDocuments(sources, Infinity, reading)) yield recordOf(parsed, { importedAt });
}

function startPool(): Piscina<ParseTask, readonly DocumentRecord[]> {
  // Storing keeps the main thread busy: one core is its own.
  const threads = Math.max(1, availableParallelism() - 1);
  return new Piscina({
    filename: join(__dirname, 'parse-files.js'),
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: TASKS_AHEAD,
  });
}

/** Keeps some tasks under way, no more than the workers need to stay busy, and answers their records in the order of the sources. */
async function* runTasks(
  tasks: AsyncIterable<Task>,
  start: (task: Task) => Results,
  ahead: number,
): AsyncGenerator<DocumentRecord> {
  const running: Results[] = [];
  for await (const task of tasks) {
    running.push(start(task));
    if (running.length >= ahead) yield* await (running.shift() ?? []);
  }
  for (const results of running) yield* await results;
}

async function* readWithWorkers(sources: readonly Found[], how: How): AsyncGenerator<DocumentRecord> {
  boundHeap();
  const pool = startPool();
  const start = (task: Task): Results => {
    if ('stream' in task) return readHere([task.stream], how);
    const parsed = pool.run({ files: task.files, ...how });
    // It is awaited in its turn; until then a failure is not an unhandled one.
    parsed.catch(() => undefined);
    return parsed;
  };
  try {
    yield* runTasks(tasksOf(sources), start, pool.threads.length * TASKS_AHEAD);
  } finally {
    await pool.destroy();
  }
}

/**
 * Reads and parses sources: many small files in worker threads, everything else where it is, in the order of the sources. Slow storing slows reading down:
 * only some tasks are under way at a time, however long the archive is.
 */
export async function* readInParallel(
  sources: readonly Found[],
  limit: number,
  how: How,
): AsyncGenerator<DocumentRecord> {
  const records = sources.length < WORTH_WORKERS ? readHere(sources, how) : readWithWorkers(sources, how);
  let count = 0;
  for await (const record of records) {
    if (count >= limit) return;
    count += 1;
    yield record;
  }
}
