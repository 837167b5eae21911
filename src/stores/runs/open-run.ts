import type { Core } from '@strapi/strapi';
import type { Session } from '../bulk/sessions/session';
import { announceRun } from './announce-run';
import { saveFindings, type Finding } from './findings';
import type { Lease } from './lease';
import { endRun, startRun, type RunEnd } from './run-records';

/** Findings that wait to be put on record together. */
const BATCH = 200;

/** A run under way: the one writer, with its record. */
export interface Run {
  readonly id: string;
  /** Makes sure, in a transaction that is about to write, that this run is still the one writer. */
  confirm(session: Session): Promise<void>;
  /** Puts a finding on record, at the latest when the run ends: for what the next run would find again. */
  note(finding: Finding): Promise<void>;
  /** Puts on record what waits. */
  flush(): Promise<void>;
  /** Closes the record, lets the next writer in, and tells the webhooks. */
  end(end: RunEnd): Promise<void>;
}

/** Opens a run under a lease, which ends with it. */
export async function openRun(strapi: Core.Strapi, verb: string, options: object, lease: Lease): Promise<Run> {
  const id = await startRun(strapi, verb, options, lease.owner);
  await lease.nameRun(id);
  let waiting: Finding[] = [];
  const flush = async (): Promise<void> => {
    const findings = waiting;
    waiting = [];
    await saveFindings(strapi, id, findings);
  };
  return {
    id,
    confirm: (session) => lease.confirm(session),
    async note(finding) {
      waiting.push(finding);
      if (waiting.length >= BATCH) await flush();
    },
    flush,
    async end(end) {
      await flush();
      await endRun(strapi, id, end);
      await lease.release();
      await announceRun(strapi, { runId: id, verb, ...end });
    },
  };
}
