import type { Scratch } from '../../src/stores/scratch';
import { openScratch } from '../../src/stores/scratch';
import type { VanishedResult } from '../../src/stores/delete-vanished';
import { FIRST_PAGE, type KnownCursor, type KnownSourceRow } from '../../src/stores/vanished';
import type { Importer } from './importer';

/** What is to be done with sources that are gone. */
export interface VanishedOptions {
  readonly deleteMissing: boolean;
  /** Above so many percent of the known sources nothing is deleted. */
  readonly deleteAtMost: number;
}

/** Sources that earlier imports of the same paths have read, and this one has not. */
export interface VanishedReport {
  readonly known: number;
  readonly count: number;
  /** The first of them. */
  readonly sources: readonly string[];
  readonly deleted: number;
  /** Edited since, and therefore kept. */
  readonly kept: readonly VanishedResult[];
  /** Whether nothing was deleted because it would have been too much. */
  readonly isStopped: boolean;
}

/** What is kept in memory must not grow with the archive. */
const MAX_LISTED = 1000;
const BATCH = 100;

async function* knownSources(importer: Importer): AsyncGenerator<KnownSourceRow> {
  for (let cursor: KnownCursor | null = FIRST_PAGE; cursor !== null;) {
    const page = await importer.listKnown(cursor);
    yield* page.sources;
    cursor = page.next;
  }
}

async function deleteAll(importer: Importer, gone: Scratch): Promise<Pick<VanishedReport, 'deleted' | 'kept'>> {
  const kept: VanishedResult[] = [];
  let deleted = 0;
  let batch: number[] = [];
  const flush = async (): Promise<void> => {
    for (const result of await importer.deleteVanished(batch)) {
      if (result.outcome !== 'kept') deleted += 1;
      else if (kept.length < MAX_LISTED) kept.push(result);
    }
    batch = [];
  };
  for (const [, id] of gone.entries()) {
    batch.push(Number(id));
    if (batch.length >= BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return { deleted, kept };
}

/**
 * Looks for known sources that were not seen, and deletes what they became where that is wanted.
 *
 * @param seen the identities of all sources that were read
 */
export async function findVanished(
  importer: Importer,
  seen: Scratch,
  options: VanishedOptions,
): Promise<VanishedReport> {
  const gone = openScratch();
  const sources: string[] = [];
  let [known, count] = [0, 0];
  try {
    for await (const { id, identity, path } of knownSources(importer)) {
      known += 1;
      if (seen.has(identity)) continue;
      count += 1;
      gone.set(identity, String(id));
      if (sources.length < MAX_LISTED) sources.push(path);
    }
    const isStopped = options.deleteMissing && count * 100 > known * options.deleteAtMost;
    const isDeleting = options.deleteMissing && !isStopped && count > 0;
    const done = isDeleting ? await deleteAll(importer, gone) : { deleted: 0, kept: [] };
    return { known, count, sources, isStopped, ...done };
  } finally {
    gone.close();
  }
}

/** The report in sentences, for people. */
export function vanishedLines(
  report: VanishedReport | null,
  { deleteMissing, deleteAtMost }: VanishedOptions,
): readonly string[] {
  if (report === null) {
    return deleteMissing ? ['Nothing was deleted, since not all that the paths hold could be read.'] : [];
  }
  const { known, count, sources, deleted, kept, isStopped } = report;
  if (count === 0) return [];
  const more = count > sources.length ? [`  … and ${count - sources.length} more`] : [];
  const head = `${count} of ${known} known sources were not there any more:`;
  const lines = [head, ...sources.map((path) => `  ${path}`), ...more];
  if (isStopped) {
    const rule = `that is more than ${deleteAtMost} percent`;
    return [...lines, `Nothing was deleted, since ${rule}: check the paths, or raise --delete-at-most.`];
  }
  if (!deleteMissing) return [...lines, 'Their entries stay; --delete-missing deletes them.'];
  const keeping = kept.map(({ path }) => `  kept, since an editor changed or deleted its entry: ${path}`);
  return [...lines, `${deleted} were deleted, ${kept.length} kept.`, ...keeping];
}
