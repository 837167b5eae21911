import type { Core } from '@strapi/strapi';

const RUN = 'plugin::copydesk.run';

export type RunState = 'running' | 'finished' | 'failed' | 'interrupted' | 'rolled-back';

/** A run as it is on record. */
export interface RunRecord {
  readonly id: number;
  readonly documentId: string;
  readonly verb: string;
  readonly state: RunState;
  readonly options: Readonly<Record<string, unknown>> | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly owner: string | null;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly error: string | null;
}

/** How a run ended. */
export interface RunEnd {
  readonly state: Exclude<RunState, 'running'>;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly error: string | null;
}

/**
 * Opens a run; whoever does so is the only writer, so that runs which are still called running are of processes that died.
 *
 * @param options the command's, for people to read
 * @param owner host and process
 */
export async function startRun(strapi: Core.Strapi, verb: string, options: object, owner: string): Promise<string> {
  await strapi.db.query(RUN).updateMany({ where: { state: 'running' }, data: { state: 'interrupted' } });
  const data = { verb, options, owner, state: 'running', startedAt: new Date() };
  const { documentId } = await strapi.db.query(RUN).create({ data });
  return documentId;
}

/** Whether a run has begun or ended since a time, by the clock of whoever ran it. */
export async function hasRunSince(strapi: Core.Strapi, time: Date): Promise<boolean> {
  const where = { $or: [{ startedAt: { $gt: time } }, { finishedAt: { $gt: time } }] };
  return (await strapi.db.query(RUN).count({ where })) > 0;
}

/** Closes a run, unless it was rolled back meanwhile: then it had lost its lease. */
export async function endRun(strapi: Core.Strapi, runId: string, end: RunEnd): Promise<void> {
  const where = { documentId: runId, state: { $ne: 'rolled-back' } };
  await strapi.db.query(RUN).updateMany({ where, data: { ...end, finishedAt: new Date() } });
}

/** Notes that all that a run wrote was taken back. */
export async function markRolledBack(strapi: Core.Strapi, runId: string): Promise<void> {
  await strapi.db.query(RUN).updateMany({ where: { documentId: runId }, data: { state: 'rolled-back' } });
}

/** The runs on record, the newest first. */
export async function listRuns(strapi: Core.Strapi, limit: number): Promise<readonly RunRecord[]> {
  return strapi.db.query(RUN).findMany({ orderBy: { id: 'desc' }, limit });
}

/**
 * The run that a person means.
 *
 * @param name a run's id, its beginning, or `latest`
 * @returns the runs that it may mean: one, none, or the first few of several
 */
export async function findRuns(strapi: Core.Strapi, name: string): Promise<readonly RunRecord[]> {
  if (name === 'latest') return listRuns(strapi, 1);
  const where = { documentId: { $startsWith: name } };
  return strapi.db.query(RUN).findMany({ where, orderBy: { id: 'desc' }, limit: 5 });
}
