import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { FoundFile } from '../find-sources';
import type { ParsedFiles, ParseTask } from './parse-files';
import type { Sources } from '../source-list';
import { tasksOf } from './tasks';
import { boundHeap, compileLate } from './tune-v8';

/** Below so many files a worker is not even loaded before the main thread has parsed them all. */
const WORTH_WORKERS = 300;

/** Tasks that lie ready at each worker: enough to keep it busy while the main thread stores a batch and hears nothing. */
export const TASKS_AHEAD = 20;

/** So many tasks are read before anybody takes them: the first batches, and with them the code that reads pages becomes hot. */
const TASKS_BEFORE = 20;

type WorkerPool = Piscina<ParseTask, ParsedFiles>;

/** How files are read: two that are read in the same way make the same records. `importedAt` is the run's time as an ISO 8601 instant. */
export type Way = Pick<ParseTask, 'options' | 'importedAt'>;

/** Files that were read before anybody took them. */
interface ReadBefore {
  readonly files: readonly FoundFile[];
  readonly way: string;
  readonly parsed: Promise<ParsedFiles>;
}

/** Threads that read files. */
export class Workers {
  readonly #pool: WorkerPool;
  #before: readonly ReadBefore[] = [];

  constructor() {
    // Storing keeps the main thread busy: one core is its own.
    const threads = Math.max(1, availableParallelism() - 1);
    this.#pool = new Piscina({
      filename: join(__dirname, 'parse-files.js'),
      minThreads: threads,
      maxThreads: threads,
      concurrentTasksPerWorker: TASKS_AHEAD,
    });
  }

  /** So many tasks keep them busy. */
  get tasksAhead(): number {
    return this.#pool.threads.length * TASKS_AHEAD;
  }

  run(task: ParseTask): Promise<ParsedFiles> {
    return this.#pool.run(task);
  }

  /** Begins with the first files of some sources. */
  readBefore(sources: Sources, way: Way): void {
    const before: ReadBefore[] = [];
    for (const task of tasksOf(sources)) {
      if (before.length >= TASKS_BEFORE || !('files' in task)) break;
      const parsed = this.run({ files: task.files, settled: [], ...way });
      // It is awaited when it is taken; until then a failure is not an unhandled one.
      parsed.catch(() => undefined);
      before.push({ files: task.files, way: JSON.stringify(way), parsed });
    }
    this.#before = before;
  }

  /** What was read of these files before; null where they were not, or in another way. */
  takeRead(files: readonly FoundFile[], way: Way): Promise<ParsedFiles> | null {
    const [next, ...others] = this.#before;
    this.#before = others;
    const isSame =
      next?.way === JSON.stringify(way) &&
      next.files.length === files.length &&
      next.files.every(({ file }, at) => file === files[at]?.file);
    if (!isSame) this.forget();
    return isSame ? next.parsed : null;
  }

  /** Forgets what was read before: it may have changed. */
  forget(): void {
    this.#before = [];
  }

  end(): Promise<void> {
    return this.#pool.destroy();
  }
}

/** Those that were started before they were needed. */
let ready: Workers | null = null;

/** Whether reading so many sources is work for workers. */
export const isWorthWorkers = (sources: Sources): boolean => sources.length >= WORTH_WORKERS;

/**
 * Starts workers while something else takes time, as Strapi does to boot, and has them read the first files. Whoever starts them ends them, by taking
 * them or by `dropWorkers`.
 */
export function startWorkers(sources: Sources, way: Way): void {
  if (!isWorthWorkers(sources) || ready !== null) return;
  compileLate();
  ready = new Workers();
  ready.readBefore(sources, way);
}

/** To be called when something else has taken its time and left its garbage. */
export function settleHeap(): void {
  if (ready !== null) boundHeap();
}

/** To be called where another run came between: what workers have read is read again. */
export function forgetRead(): void {
  ready?.forget();
}

/** The workers that are ready, or new ones; whoever takes them ends them. */
export function takeWorkers(): Workers {
  if (ready === null) boundHeap();
  const workers = ready ?? new Workers();
  ready = null;
  return workers;
}

/** Ends workers that nobody has taken. */
export async function dropWorkers(): Promise<void> {
  const workers = ready;
  ready = null;
  await workers?.end();
}
