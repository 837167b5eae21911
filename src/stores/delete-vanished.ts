import type { Core } from '@strapi/strapi';
import { diagnostic } from '../importer/diagnostics';
import type { Diagnostic } from '../importer/documents';
import { mergeFields } from '../importer/plan/merge-fields';
import type { ArticleFields } from '../importer/records';
import { currentFields } from './article-fields';
import type { Session } from './bulk/sessions/session';
import { inSession } from './bulk/sessions';
import { readChangeSchema } from './changes/change-schema';
import { saveDeletion } from './changes/save-deletion';
import { findLastBase } from './ledger';
import type { Run } from './runs/open-run';

const SOURCE = 'plugin::copydesk.source-document';
const ARTICLE = 'api::article.article';

/** What became of a vanished source: its article went with it, has other sources, or was edited and stays. */
export interface VanishedResult {
  readonly path: string;
  readonly index: number;
  readonly outcome: 'deleted' | 'has-other-sources' | 'kept';
  readonly diagnostics: readonly Diagnostic[];
}

interface LedgerRow {
  readonly id: number;
  readonly documentId: string;
  readonly path: string;
  readonly sourceIndex: number;
  readonly articleDocumentId: string | null;
}

/** Whether an editor changed anything since the last import. */
function isEdited(base: Partial<ArticleFields>, ours: ArticleFields): boolean {
  const theirs = { ...ours, ...base };
  return mergeFields({ base, theirs, ours }, 'ours').some(({ outcome }) => outcome !== 'same');
}

async function outcomeFor(
  strapi: Core.Strapi,
  { id, articleDocumentId }: LedgerRow,
): Promise<VanishedResult['outcome']> {
  if (articleDocumentId === null) return 'deleted';
  const others = await strapi.db.query(SOURCE).count({ where: { articleDocumentId, id: { $ne: id } } });
  if (others > 0) return 'has-other-sources';
  const ours = await currentFields(strapi, articleDocumentId);
  // What an editor deleted stays in the ledger, so that it stays deleted when the source comes back.
  if (ours === null) return 'kept';
  return isEdited((await findLastBase(strapi, articleDocumentId)) ?? {}, ours) ? 'kept' : 'deleted';
}

async function deleteOne(
  strapi: Core.Strapi,
  session: Session,
  runId: string,
  row: LedgerRow,
): Promise<VanishedResult['outcome']> {
  const outcome = await outcomeFor(strapi, row);
  if (outcome === 'kept') return outcome;
  const article = outcome === 'deleted' ? row.articleDocumentId : null;
  await saveDeletion(session, readChangeSchema(strapi), runId, { source: row.documentId, article });
  if (article !== null) await strapi.documents(ARTICLE).delete({ documentId: article });
  await strapi.db.query(SOURCE).delete({ where: { id: row.id } });
  return outcome;
}

/**
 * Deletes what vanished sources became: the article, unless it has another source or an editor changed it; and the ledger's row. All of it goes on
 * record, so that the run can be taken back. Ranking lists stay: they are records of what a page once showed.
 *
 * @param run the run that deletes
 * @param ids rows of the ledger
 */
export async function deleteVanished(
  strapi: Core.Strapi,
  run: Pick<Run, 'id' | 'confirm'>,
  ids: readonly number[],
): Promise<readonly VanishedResult[]> {
  const results: VanishedResult[] = [];
  for (const id of ids) {
    const result = await inSession(strapi, async (session): Promise<VanishedResult | null> => {
      await run.confirm(session);
      const row: LedgerRow | null = await strapi.db.query(SOURCE).findOne({ where: { id } });
      if (row === null) return null;
      const outcome = await deleteOne(strapi, session, run.id, row);
      const diagnostics = outcome === 'kept' ? [diagnostic('vanished-but-edited')] : [];
      return { path: row.path, index: row.sourceIndex, outcome, diagnostics };
    });
    if (result !== null) results.push(result);
  }
  return results;
}
