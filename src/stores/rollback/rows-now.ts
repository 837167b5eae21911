import { holdRows } from '../bulk/hold-rows';
import type { Session } from '../bulk/sessions/session';
import type { Table } from '../bulk/tables';
import type { ChangeSchema } from '../changes/change-schema';
import type { Stamps } from '../changes/change-data';

/** When a row was written; ISO 8601 in UTC. */
export interface RowTimes {
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

/** When the rows of an entry were written. */
export interface EntryTimes {
  readonly draft: RowTimes | null;
  readonly published: RowTimes | null;
}

/** A row of an entry as it is now. */
export interface RowNow extends RowTimes {
  readonly id: number;
  /** What ranking rows find an article by; null for other entries. */
  readonly headlineKey: string | null;
}

/** The rows of an entry as they are now. */
export interface EntryNow {
  readonly draft: RowNow | null;
  readonly published: RowNow | null;
}

interface StoredRow {
  readonly id: number;
  readonly document: string;
  readonly created: unknown;
  readonly updated: unknown;
  readonly published: unknown;
  readonly key: string | null;
}

/** The entries of these document ids; one that is gone is absent. Nobody else changes them until the transaction ends. */
export async function entriesNow(
  session: Session,
  table: Table,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, EntryNow>> {
  if (documentIds.length === 0) return new Map();
  const column = (attribute: string): string => session.name(table.column(attribute));
  const key = table.attributes.headlineKey === undefined ? 'null' : column('headlineKey');
  const sql =
    `select id, ${column('documentId')} as document, ${column('createdAt')} as created, ${column('updatedAt')} as updated, ` +
    `${column('publishedAt')} as published, ${key} as ${session.name('key')} ` +
    `from ${session.name(table.name)} where ${session.isOneOf(column('documentId'))} ${holdRows(session, table)}`;
  const entries = new Map<string, EntryNow>();
  for (const row of await session.select<StoredRow>(sql, [session.list(documentIds)])) {
    const now: RowNow = {
      id: row.id,
      createdAt: session.toInstant(row.created),
      updatedAt: session.toInstant(row.updated),
      headlineKey: row.key,
    };
    const kind = row.published === null ? 'draft' : 'published';
    entries.set(row.document, { draft: null, published: null, ...entries.get(row.document), [kind]: now });
  }
  return entries;
}

export const rowIdsOf = ({ draft, published }: EntryNow): readonly number[] =>
  [draft, published].flatMap((row) => row?.id ?? []);

/** Whether the rows are still those that a run left. */
export function isAsLeft(now: EntryTimes, { draft, published }: Stamps): boolean {
  return (now.draft?.updatedAt ?? null) === draft && (now.published?.updatedAt ?? null) === published;
}

/** Whether nobody has touched an entry since it was created. */
export function isAsCreated({ draft, published }: EntryTimes, isPublished: boolean): boolean {
  const isUntouched = (row: RowTimes | null): boolean => row === null || row.createdAt === row.updatedAt;
  return (published !== null) === isPublished && isUntouched(draft) && isUntouched(published);
}

/** A row of the ledger, as far as a rollback asks for it. */
export interface SourceNow {
  readonly id: number;
  readonly documentId: string;
  readonly identity: string;
  readonly runId: string | null;
  readonly articleDocumentId: string | null;
  readonly updatedAt: string | null;
}

interface StoredSource {
  readonly id: number;
  readonly document: string;
  readonly identity: string;
  readonly run: string | null;
  readonly article: string | null;
  readonly updated: unknown;
}

/** Rows of the ledger: those of these document ids, or those that became these articles. */
export async function sourcesNow(
  session: Session,
  { sources }: ChangeSchema,
  by: 'documentId' | 'articleDocumentId',
  values: readonly string[],
): Promise<readonly SourceNow[]> {
  if (values.length === 0) return [];
  const column = (attribute: string): string => session.name(sources.column(attribute));
  const sql =
    `select id, ${column('documentId')} as document, ${column('identity')} as ${session.name('identity')}, ` +
    `${column('runId')} as run, ${column('articleDocumentId')} as article, ${column('updatedAt')} as updated ` +
    `from ${session.name(sources.name)} where ${session.isOneOf(column(by))}`;
  const rows = await session.select<StoredSource>(sql, [session.list(values)]);
  return rows.map(({ id, document, identity, run, article, updated }) => ({
    ...{ id, identity, documentId: document, runId: run, articleDocumentId: article },
    updatedAt: session.toInstant(updated),
  }));
}
