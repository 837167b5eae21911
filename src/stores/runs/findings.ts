import type { Core } from '@strapi/strapi';
import type { Diagnostic } from '../../importer/documents';
import { newDocumentId } from '../bulk/document-ids';
import { WRITTEN } from '../bulk/schema';
import { inSession } from '../bulk/sessions';
import type { Session } from '../bulk/sessions/session';
import { tableOf } from '../bulk/tables';

const FINDING = 'plugin::copydesk.finding';
/** Findings that are read at once. */
const PAGE = 500;
const ORDER = ['error', 'warning', 'info'] as const;

/** What a run found in one document, or in an entry that it kept. */
export interface Finding {
  readonly path: string;
  readonly index: number;
  readonly action: string;
  readonly diagnostics: readonly Diagnostic[];
}

const worstOf = (diagnostics: readonly Diagnostic[]): string | null =>
  ORDER.find((level) => diagnostics.some(({ severity }) => severity === level)) ?? null;

/** Puts findings of a run on record, in the transaction of the session. */
export async function insertFindings(
  strapi: Core.Strapi,
  session: Session,
  runId: string,
  findings: readonly Finding[],
): Promise<void> {
  if (findings.length === 0) return;
  const table = tableOf(strapi, FINDING, WRITTEN[FINDING]);
  const now = new Date().toISOString();
  const times = { createdAt: now, updatedAt: now, publishedAt: now };
  const rows = findings.map(({ path, index, action, diagnostics }) =>
    table.row({
      ...{ ...times, documentId: newDocumentId(), runId, path, action },
      ...{ sourceIndex: index, severity: worstOf(diagnostics), diagnostics: JSON.stringify(diagnostics) },
    }),
  );
  await session.add(table.name, table.columns, rows);
}

/** Puts findings of a run on record, however many a run has: some rows at a time. */
export async function saveFindings(strapi: Core.Strapi, runId: string, findings: readonly Finding[]): Promise<void> {
  if (findings.length === 0) return;
  await inSession(strapi, (session) => insertFindings(strapi, session, runId, findings));
}

interface FindingRow extends Omit<Finding, 'index'> {
  readonly id: number;
  readonly sourceIndex: number;
}

/** The findings of a run behind a number, in the order in which they were made; an empty page is the last one. */
export async function findingsAfter(
  strapi: Core.Strapi,
  runId: string,
  lastId: number,
): Promise<readonly (Finding & { readonly id: number })[]> {
  const where = { runId, id: { $gt: lastId } };
  const rows: readonly FindingRow[] = await strapi.db
    .query(FINDING)
    .findMany({ where, orderBy: { id: 'asc' }, limit: PAGE });
  return rows.map(({ id, path, sourceIndex, action, diagnostics }) => {
    return { id, path, index: sourceIndex, action, diagnostics: diagnostics ?? [] };
  });
}
