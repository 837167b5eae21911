import type { Core } from '@strapi/strapi';
import { diagnostic } from '../importer/diagnostics';
import type { Diagnostic } from '../importer/documents';
import { mergeFields } from '../importer/plan/merge-fields';
import type { ArticleFields } from '../importer/records';
import { currentFields } from './article-fields';
import { findLastBase } from './ledger';

const RUN = 'plugin::copydesk.run';
const SOURCE = 'plugin::copydesk.source-document';
const ARTICLE = 'api::article.article';

const PAGE = 1000;

/** A source document that an import below certain paths has read. */
export interface KnownSourceRow {
  readonly id: number;
  readonly identity: string;
  readonly path: string;
  readonly index: number;
}

/** How far the known sources were listed: the run, and the last row of it. */
export interface KnownCursor {
  readonly run: number;
  readonly after: number;
}

export interface KnownPage {
  readonly sources: readonly KnownSourceRow[];
  /** Where the next page begins; null behind the last one. */
  readonly next: KnownCursor | null;
}

export const FIRST_PAGE: KnownCursor = { run: 0, after: 0 };

interface RunRow {
  readonly documentId: string;
  readonly options: { readonly paths?: readonly string[] } | null;
}

/** Runs that named none but these paths: what they wrote must be there still when all of these paths are read. */
async function runsBelow(strapi: Core.Strapi, paths: readonly string[]): Promise<readonly string[]> {
  const rows: readonly RunRow[] = await strapi.db
    .query(RUN)
    .findMany({ where: { verb: 'import' }, select: ['documentId', 'options'], orderBy: { id: 'asc' } });
  const isBelow = ({ options }: RunRow): boolean =>
    (options?.paths ?? []).length > 0 && (options?.paths ?? []).every((path) => paths.includes(path));
  return rows.filter(isBelow).map(({ documentId }) => documentId);
}

/**
 * Lists, page by page, the sources that earlier imports of the same paths have read. A source counts to the run that wrote its row last, so that
 * listing needs no mark on rows that have not changed.
 */
export function listKnown(strapi: Core.Strapi, paths: readonly string[]): (cursor: KnownCursor) => Promise<KnownPage> {
  let runs: Promise<readonly string[]> | null = null;
  return async ({ run, after }) => {
    const ids = await (runs ??= runsBelow(strapi, paths));
    const runId = ids[run];
    if (runId === undefined) return { sources: [], next: null };
    const select = ['id', 'identity', 'path', 'sourceIndex'];
    const rows: readonly (Omit<KnownSourceRow, 'index'> & { readonly sourceIndex: number })[] = await strapi.db
      .query(SOURCE)
      .findMany({ where: { runId, id: { $gt: after } }, select, orderBy: { id: 'asc' }, limit: PAGE });
    const sources = rows.map(({ id, identity, path, sourceIndex }) => ({ id, identity, path, index: sourceIndex }));
    const last = sources.length < PAGE ? null : sources.at(-1);
    const next = last === null || last === undefined ? { run: run + 1, after: 0 } : { run, after: last.id };
    return { sources, next: next.run < ids.length ? next : null };
  };
}

/** What became of a vanished source: its article went with it, has other sources, or was edited and stays. */
export interface VanishedResult {
  readonly path: string;
  readonly index: number;
  readonly outcome: 'deleted' | 'has-other-sources' | 'kept';
  readonly diagnostics: readonly Diagnostic[];
}

interface LedgerRow {
  readonly id: number;
  readonly path: string;
  readonly sourceIndex: number;
  readonly articleDocumentId: string | null;
}

/** Whether an editor changed anything since the last import. */
function isEdited(base: Partial<ArticleFields>, ours: ArticleFields): boolean {
  const theirs = { ...ours, ...base };
  return mergeFields({ base, theirs, ours }, 'ours').some(({ outcome }) => outcome !== 'same');
}

async function deleteOne(strapi: Core.Strapi, row: LedgerRow): Promise<VanishedResult['outcome']> {
  const { id, articleDocumentId } = row;
  const forget = (): Promise<unknown> => strapi.db.query(SOURCE).delete({ where: { id } });
  if (articleDocumentId === null) {
    await forget();
    return 'deleted';
  }
  const others = await strapi.db.query(SOURCE).count({ where: { articleDocumentId, id: { $ne: id } } });
  if (others > 0) {
    await forget();
    return 'has-other-sources';
  }
  const ours = await currentFields(strapi, articleDocumentId);
  // What an editor deleted stays in the ledger, so that it stays deleted when the source comes back.
  if (ours === null) return 'kept';
  if (isEdited((await findLastBase(strapi, articleDocumentId)) ?? {}, ours)) return 'kept';
  await strapi.documents(ARTICLE).delete({ documentId: articleDocumentId });
  await forget();
  return 'deleted';
}

/**
 * Deletes what vanished sources became: the article, unless it has another source or an editor changed it; and the ledger's row. Ranking lists
 * stay: they are records of what a page once showed.
 *
 * @param ids rows of the ledger
 */
export async function deleteVanished(strapi: Core.Strapi, ids: readonly number[]): Promise<readonly VanishedResult[]> {
  const results: VanishedResult[] = [];
  for (const id of ids) {
    const outcome = await strapi.db.transaction(async () => {
      const row: LedgerRow | null = await strapi.db.query(SOURCE).findOne({ where: { id } });
      return row === null ? null : { row, outcome: await deleteOne(strapi, row) };
    });
    if (outcome === null) continue;
    const { path, sourceIndex } = outcome.row;
    const diagnostics = outcome.outcome === 'kept' ? [diagnostic('vanished-but-edited')] : [];
    results.push({ path, index: sourceIndex, outcome: outcome.outcome, diagnostics });
  }
  return results;
}
