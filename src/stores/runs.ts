import type { Core } from '@strapi/strapi';
import type { Counts, DocumentResult } from '../importer/report';

const RUN = 'plugin::copydesk.run';

/** Opens a run in the ledger; `options` are the command's, for people to read. */
export async function startRun(strapi: Core.Strapi, verb: string, options: object): Promise<string> {
  const data = { verb, options, state: 'running', startedAt: new Date() };
  const { documentId } = await strapi.db.query(RUN).create({ data });
  return documentId;
}

/** Closes a run with what it counted and found. */
export async function finishRun(
  strapi: Core.Strapi,
  runId: string,
  counts: Counts,
  findings: readonly DocumentResult[],
): Promise<void> {
  const data = { state: 'finished', finishedAt: new Date(), counts, diagnostics: findings };
  await strapi.db.query(RUN).updateMany({ where: { documentId: runId }, data });
}
