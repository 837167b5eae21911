import type { Core } from '@strapi/strapi';
import type { Finding } from '../runs/findings';
import type { Lease } from '../runs/lease';
import { openRun } from '../runs/open-run';
import { findRuns, type RunRecord } from '../runs/run-records';
import { rollbackRun, type RollbackCounts } from './rollback-run';

/** A step of a rollback: what is done so far, and the entries that the step kept. */
export interface RollbackProgress {
  readonly counts: RollbackCounts | null;
  readonly kept: readonly Finding[];
  readonly done: boolean;
}

/** A rollback under way; it is a run of its own. */
export interface RollbackSession {
  readonly runId: string;
  /** The run that is taken back. */
  readonly target: string;
  /** Takes the next part back; the last answer says that it's done, and closes the rollback's record. So does a failure. */
  step(): Promise<RollbackProgress>;
}

/** Why a rollback can't begin, for the person who asked for it. */
export interface RollbackRefusal {
  /** The runs that the name may mean. */
  readonly candidates: readonly Pick<RunRecord, 'documentId'>[];
  /** What is in the way of the one that it means. */
  readonly reason: string | null;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Opens the rollback of a run.
 *
 * @param name the run's id, its beginning, or `latest`: the last one that was no rollback
 * @param lease is let go where the rollback can't begin, else when it ends
 */
export async function openRollback(
  strapi: Core.Strapi,
  name: string,
  lease: Lease,
): Promise<RollbackSession | RollbackRefusal> {
  const candidates = await findRuns(strapi, name);
  const [target] = candidates;
  const isRollback = target?.verb === 'rollback';
  if (target === undefined || candidates.length > 1 || isRollback) {
    await lease.release();
    const reason = 'It is a rollback itself: import the documents again instead.';
    return { candidates, reason: isRollback && candidates.length === 1 ? reason : null };
  }
  const run = await openRun(strapi, 'rollback', { run: target.documentId }, lease);
  const steps = rollbackRun(strapi, run, target.documentId);
  let counts: RollbackCounts | null = null;
  let failure: { readonly reason: unknown } | null = null;
  return {
    runId: run.id,
    target: target.documentId,
    async step() {
      if (failure !== null) throw failure.reason;
      const { value, done } = await steps.next().catch(async (reason: unknown) => {
        failure = { reason };
        await run.end({ state: 'failed', counts: null, error: reasonOf(reason) });
        throw reason;
      });
      if (done === true)
        await run.end({ state: 'finished', counts: counts === null ? null : { ...counts }, error: null });
      else counts = value.counts;
      return { counts, kept: done === true ? [] : value.kept, done: done === true };
    },
  };
}
