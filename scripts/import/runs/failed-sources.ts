import { openScratch, type Scratch } from '../../../src/stores/scratch';
import { UsageError } from '../usage-error';
import { theRun } from './find-run';
import { findingsOf } from './findings';
import { lookInto } from './open-archive';
import { runsNamed } from './stored-runs';

/** What a run could not import. */
export interface FailedSources {
  /** The paths that the run was given, made absolute. */
  readonly paths: readonly string[];
  /** Whether a file has a document that the run rejected. */
  has(path: string): boolean;
  close(): void;
}

/** `old.zip!a.jsonl:3` lies in `old.zip!a.jsonl`, and that in `old.zip`. */
function* carriersOf(path: string): Generator<string> {
  yield path;
  for (let at = path.search(/[!:]/); at >= 0;) {
    yield path.slice(0, at);
    const next = path.slice(at + 1).search(/[!:]/);
    at = next < 0 ? -1 : at + 1 + next;
  }
}

function toPaths(name: string, options: Readonly<Record<string, unknown>> | null): readonly string[] {
  const { paths } = options ?? {};
  if (Array.isArray(paths) && paths.length > 0 && !paths.includes('-')) return paths.map(String);
  throw new UsageError(`What run "${name}" read is not on record: name the paths to read again.`);
}

async function readFailed(name: string, named: readonly string[], failed: Scratch): Promise<readonly string[] | null> {
  return lookInto(async (archive) => {
    const run = theRun(name, await runsNamed(archive, name));
    for await (const { path, action } of findingsOf(archive, run.documentId)) {
      if (action === 'rejected') for (const carrier of carriersOf(path)) failed.set(carrier, '');
    }
    return named.length > 0 ? named : toPaths(name, run.options);
  }, null);
}

/**
 * Looks up what a run rejected. The list lies on disk, not in memory.
 *
 * @param name the run: its id, the beginning of it, or `latest`
 * @param named paths to look below instead of the run's own; none for these
 * @throws UsageError where there is no such run
 */
export async function findFailed(name: string, named: readonly string[]): Promise<FailedSources> {
  const failed = openScratch();
  try {
    const paths = (await readFailed(name, named, failed)) ?? [];
    if (paths.length === 0) theRun(name, []);
    return { paths, has: failed.has, close: failed.close };
  } catch (error) {
    failed.close();
    throw error;
  }
}
