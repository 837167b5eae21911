import { recordOf } from '../../../src/importer/import-documents';
import { unpackRecords } from '../../../src/importer/packing/unpack-records';
import type { DocumentRecord } from '../../../src/importer/records';
import type { FindSettled } from '../../../src/stores/settled-sources';
import type { FoundFile } from '../find-sources';
import { toReading } from '../parse-options';
import { readDocuments } from '../read-sources';
import type { Sources } from '../source-list';
import type { ParsedFiles } from './parse-files';
import { tasksOf, type Task } from './tasks';
import { isWorthWorkers, takeWorkers, type Way } from './worker-pool';

/** How sources are read. */
interface How extends Way {
  /** Which files need not be read again; by default all are read. */
  readonly findSettled?: FindSettled | undefined;
}

/** Records, some at a time. */
type Groups = AsyncGenerator<readonly DocumentRecord[]>;

async function* readHere(sources: Sources, { options, importedAt }: How): Groups {
  const reading = await toReading(options);
  for await (const parsed of readDocuments(sources, Infinity, reading)) yield [recordOf(parsed, { importedAt })];
}

type Parse = (files: readonly FoundFile[]) => Promise<ParsedFiles>;

/** The documents of a task's files: of those that a worker has read, of a large one from here, and so on. */
async function* followUp(files: readonly FoundFile[], first: Promise<ParsedFiles>, parse: Parse, how: How): Groups {
  const { done, isNextLarge, packed } = await first;
  yield unpackRecords(packed);
  const large = isNextLarge ? files.slice(done, done + 1) : [];
  yield* readHere(large, how);
  const rest = files.slice(done + large.length);
  if (rest.length > 0) yield* followUp(rest, parse(rest), parse, how);
}

/** Keeps some tasks under way, no more than the workers need to stay busy, and answers their records in the order of the sources. */
async function* runTasks(tasks: Iterable<Task>, start: (task: Task) => Groups, ahead: number): Groups {
  const running: Groups[] = [];
  for (const task of tasks) {
    running.push(start(task));
    if (running.length >= ahead) yield* running.shift() ?? [];
  }
  for (const results of running) yield* results;
}

async function* readWithWorkers(sources: Sources, how: How): Groups {
  const workers = takeWorkers();
  const { options, importedAt, findSettled = () => Promise.resolve([]) } = how;
  const parseNow = async (files: readonly FoundFile[]): Promise<ParsedFiles> => {
    const settled = await findSettled(files.map(({ path }) => path));
    return workers.run({ files, settled, options, importedAt });
  };
  const parse: Parse = (files) => {
    const parsed = workers.takeRead(files, { options, importedAt }) ?? parseNow(files);
    // It is awaited in its turn; until then a failure is not an unhandled one.
    parsed.catch(() => undefined);
    return parsed;
  };
  const start = (task: Task): Groups =>
    'source' in task ? readHere([task.source], how) : followUp(task.files, parse(task.files), parse, how);
  try {
    yield* runTasks(tasksOf(sources), start, workers.tasksAhead);
  } finally {
    await workers.end();
  }
}

/**
 * Reads and parses sources: files in worker threads, everything else where it is, in the order of the sources. Slow storing slows reading down:
 * only some tasks are under way at a time, however long the archive is.
 *
 * @returns records, some at a time: what a worker has read comes together
 */
export async function* readInParallel(sources: Sources, limit: number, how: How): Groups {
  const groups = isWorthWorkers(sources) ? readWithWorkers(sources, how) : readHere(sources, how);
  let left = limit;
  for await (const group of groups) {
    yield group.length <= left ? group : group.slice(0, left);
    left -= group.length;
    if (left <= 0) return;
  }
}
