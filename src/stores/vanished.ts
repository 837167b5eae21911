import type { Core } from '@strapi/strapi';

const RUN = 'plugin::copydesk.run';
const SOURCE = 'plugin::copydesk.source-document';

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
