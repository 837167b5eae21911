import type { Core } from '@strapi/strapi';
import { diagnostic } from '../importer/diagnostics';
import type { Diagnostic } from '../importer/documents';
import { mergeFields } from '../importer/plan/merge-fields';
import type { ArticleFields } from '../importer/records';
import { currentDraft } from './article-fields';
import { findAsImported, type IsAsImported } from './as-imported';
import type { Session } from './bulk/sessions/session';
import { inSession, inSessionAgain } from './bulk/sessions';
import { readChangeSchema, type ChangeSchema } from './changes/change-schema';
import { saveDeletion } from './changes/save-deletion';
import { findLastBase } from './ledger';
import { entriesNow } from './rollback/rows-now';
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

/** Whether the tags are others than the last import left: an editor may change them from the tag's side, which writes no row of the article. */
function areTagsEdited(base: Partial<ArticleFields>, ours: ArticleFields): boolean {
  const theirs = { ...ours, ...base };
  return mergeFields({ base, theirs, ours }, 'ours').some(
    ({ field, outcome }) => field === 'tags' && outcome !== 'same',
  );
}

/** What the deletions of one call work with. */
interface Deleting {
  readonly strapi: Core.Strapi;
  readonly schema: ChangeSchema;
  readonly runId: string;
  readonly asImported: ReadonlyMap<string, IsAsImported>;
}

/** Whether nobody but imports has written the rows: what is published or not, and fields that no source states, are the editor's too. */
async function isAsImported({ schema, asImported }: Deleting, session: Session, documentId: string): Promise<boolean> {
  const now = (await entriesNow(session, schema.articles, [documentId])).get(documentId);
  return now !== undefined && asImported.get(documentId)?.(now) === true;
}

async function outcomeFor(
  deleting: Deleting,
  session: Session,
  { id, articleDocumentId }: LedgerRow,
): Promise<VanishedResult['outcome']> {
  const { strapi } = deleting;
  if (articleDocumentId === null) return 'deleted';
  const others = await strapi.db.query(SOURCE).count({ where: { articleDocumentId, id: { $ne: id } } });
  if (others > 0) return 'has-other-sources';
  // What an editor deleted stays in the ledger, so that it stays deleted when the source comes back.
  if (!(await isAsImported(deleting, session, articleDocumentId))) return 'kept';
  const { fields: ours } = await currentDraft(strapi, articleDocumentId);
  if (ours === null) return 'kept';
  return areTagsEdited((await findLastBase(strapi, articleDocumentId)) ?? {}, ours) ? 'kept' : 'deleted';
}

async function deleteOne(deleting: Deleting, session: Session, row: LedgerRow): Promise<VanishedResult['outcome']> {
  const { strapi, schema, runId } = deleting;
  const outcome = await outcomeFor(deleting, session, row);
  if (outcome === 'kept') return outcome;
  const article = outcome === 'deleted' ? row.articleDocumentId : null;
  await saveDeletion(session, schema, runId, { source: row.documentId, article });
  // Strapi's own statements are to come behind it, not instead of it where it fails.
  await session.settle();
  if (article !== null) await strapi.documents(ARTICLE).delete({ documentId: article });
  await strapi.db.query(SOURCE).delete({ where: { id: row.id } });
  return outcome;
}

async function openDeleting(strapi: Core.Strapi, runId: string, ids: readonly number[]): Promise<Deleting> {
  const schema = readChangeSchema(strapi);
  const rows: readonly Pick<LedgerRow, 'articleDocumentId'>[] = await strapi.db
    .query(SOURCE)
    .findMany({ where: { id: { $in: [...ids] } }, select: ['articleDocumentId'] });
  const articles = [...new Set(rows.flatMap(({ articleDocumentId }) => articleDocumentId ?? []))];
  const asImported = await inSession(strapi, (session) => findAsImported({ session, schema }, articles));
  return { strapi, schema, runId, asImported };
}

/**
 * Deletes what vanished sources became: the article, unless it has another source or an editor wrote it since; and the ledger's row. All of it goes on
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
  const deleting = await openDeleting(strapi, run.id, ids);
  const results: VanishedResult[] = [];
  for (const id of ids) {
    const result = await inSessionAgain(strapi, async (session): Promise<VanishedResult | null> => {
      await run.confirm(session);
      const row: LedgerRow | null = await strapi.db.query(SOURCE).findOne({ where: { id } });
      if (row === null) return null;
      const outcome = await deleteOne(deleting, session, row);
      const diagnostics = outcome === 'kept' ? [diagnostic('vanished-but-edited')] : [];
      return { path: row.path, index: row.sourceIndex, outcome, diagnostics };
    });
    if (result !== null) results.push(result);
  }
  return results;
}
