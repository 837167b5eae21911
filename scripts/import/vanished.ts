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
  /** Says only what would be done. */
  readonly dryRun: boolean;
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
    const isDeleting = options.deleteMissing && !options.dryRun && !isStopped && count > 0;
    const done = isDeleting ? await deleteAll(importer, gone) : { deleted: 0, kept: [] };
    return { known, count, sources, isStopped, ...done };
  } finally {
    gone.close();
  }
}

/** What becomes of the entries, where none was deleted. */
function whyNot(
  { isStopped }: VanishedReport,
  { deleteMissing, deleteAtMost, dryRun }: VanishedOptions,
): string | null {
  const rule = `that is more than ${deleteAtMost} percent: check the paths, or raise --delete-at-most.`;
  if (isStopped) return dryRun ? `Nothing would be deleted, since ${rule}` : `Nothing was deleted, since ${rule}`;
  if (!deleteMissing) return 'Their entries stay; --delete-missing deletes them.';
  return dryRun ? 'Their entries would be deleted, except those that an editor changed.' : null;
}

/** The report in sentences, for people. */
export function vanishedLines(report: VanishedReport | null, options: VanishedOptions): readonly string[] {
  if (report === null) {
    const reason = 'since not all that the paths hold could be read.';
    if (!options.deleteMissing) return [];
    return [options.dryRun ? `Nothing would be deleted, ${reason}` : `Nothing was deleted, ${reason}`];
  }
  const { known, count, sources, deleted, kept } = report;
  if (count === 0) return [];
  const more = count > sources.length ? [`  … and ${count - sources.length} more`] : [];
  const head = `${count} of ${known} known sources ${options.dryRun ? 'are' : 'were'} not there any more:`;
  const lines = [head, ...sources.map((path) => `  ${path}`), ...more];
  const because = whyNot(report, options);
  if (because !== null) return [...lines, because];
  const keeping = kept.map(({ path }) => `  kept, since an editor changed or deleted its entry: ${path}`);
  return [...lines, `${deleted} were deleted, ${kept.length} kept.`, ...keeping];
}
