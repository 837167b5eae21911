import type { Core } from '@strapi/strapi';
import { inSessionAgain } from '../bulk/sessions';
import { readChangeSchema } from '../changes/change-schema';
import type { Finding } from '../runs/findings';
import type { Run } from '../runs/open-run';
import { markRolledBack } from '../runs/run-records';
import { describeKept } from './describe-kept';
import { BEHIND_ALL, nextChanges, type NextChanges } from './next-changes';
import { removeCreated } from './remove-created';
import { restoreChanged } from './restore-changed';
import { restoreDeleted } from './restore-deleted';
import { NOTHING_UNDONE, type Undo, type Undone, type UndoneCounts } from './undo';

/** What a rollback has done, in entries; `kept` are those that were edited, deleted or imported again since. */
export interface RollbackCounts extends UndoneCounts {
  readonly kept: number;
}

export interface RollbackStep {
  readonly counts: RollbackCounts;
  /** The entries that this step kept. */
  readonly kept: readonly Finding[];
}

function add(sum: RollbackCounts, counts: UndoneCounts, kept: number): RollbackCounts {
  const names = Object.keys(counts) as (keyof UndoneCounts)[];
  const added = Object.fromEntries(names.map((name) => [name, sum[name] + counts[name]]));
  return { ...sum, ...added, kept: sum.kept + kept };
}

interface Progress extends RollbackStep {
  readonly lastId: number;
}

function takeBack(undo: Undo, next: NextChanges): Promise<Undone> {
  if ('created' in next) return removeCreated(undo, next.created);
  return 'deleted' in next ? restoreDeleted(undo, next.deleted) : restoreChanged(undo, next.changed);
}

async function undoNext(undo: Undo, sum: RollbackCounts, before: number): Promise<Progress | null> {
  const next = await nextChanges(undo, before);
  if (next === null) return null;
  const { counts, kept } = await takeBack(undo, next);
  return { counts: add(sum, counts, kept.length), kept: await describeKept(undo, kept), lastId: next.lastId };
}

/**
 * Takes back what a run wrote, the newest first: changed entries get their former rows, created ones go, deleted ones come back, and the ledger forgets. Each step is one
 * transaction, which also crosses off what it took back: a rollback that was killed goes on where it stopped. No hooks and no events.
 *
 * @param run the rollback's own
 * @param runId the run that is taken back
 * @returns after each step the counts so far
 */
export async function* rollbackRun(strapi: Core.Strapi, run: Run, runId: string): AsyncGenerator<RollbackStep> {
  const schema = readChangeSchema(strapi);
  let sum: RollbackCounts = { ...NOTHING_UNDONE, kept: 0 };
  let before = BEHIND_ALL;
  for (;;) {
    const [from, counts] = [before, sum];
    const step = await inSessionAgain(strapi, async (session) => {
      await run.confirm(session);
      return undoNext({ strapi, session, schema, runId }, counts, from);
    });
    if (step === null) break;
    for (const finding of step.kept) await run.note(finding);
    sum = step.counts;
    before = step.lastId;
    yield step;
  }
  if (sum.kept === 0) await markRolledBack(strapi, runId);
}
