import { isRead } from '../../importer/plan/plan-document';
import type { ArticleFields, DocumentRecord } from '../../importer/records';
import type { KnownArticle, KnownSource, StoredState } from '../../importer/store';
import { loadArticles } from './load-articles';
import type { BulkSchema } from './schema';
import type { Session } from './sessions/session';

interface SourceRow extends KnownSource {
  readonly identity: string;
  readonly article: string | null;
}

interface CaptureRow {
  readonly id: number;
  readonly identity: string;
  readonly article: string;
}

interface BaseRow {
  readonly id: number;
  readonly article: string;
  readonly updated: unknown;
}

function ledger(session: Session, { sources }: BulkSchema, columns: Readonly<Record<string, string>>): string {
  const list = Object.entries(columns).map(
    ([alias, attribute]) => `${session.name(sources.column(attribute))} as ${session.name(alias)}`,
  );
  return `select id, ${list.join(', ')} from ${session.name(sources.name)}`;
}

async function findSources(session: Session, schema: BulkSchema, identities: readonly string[]) {
  const columns = {
    identity: 'identity',
    sha256: 'sha256',
    parserVersion: 'parserVersion',
    article: 'articleDocumentId',
  };
  const where = session.isOneOf(session.name(schema.sources.column('identity')));
  const sql = `${ledger(session, schema, columns)} where ${where}`;
  const rows = await session.select<SourceRow>(sql, [session.list(identities)]);
  return new Map(rows.map((row) => [row.identity, row]));
}

/** The articles of these identities, as their first capture says. */
async function findArticleIds(session: Session, schema: BulkSchema, identities: readonly string[]) {
  if (identities.length === 0) return new Map<string, string>();
  const name = (attribute: string): string => session.name(schema.sources.column(attribute));
  const columns = { identity: 'articleIdentity', article: 'articleDocumentId' };
  const where = `${session.isOneOf(name('articleIdentity'))} and ${name('articleDocumentId')} is not null`;
  const sql = `${ledger(session, schema, columns)} where ${where} order by id desc`;
  const rows = await session.select<CaptureRow>(sql, [session.list(identities)]);
  return new Map(rows.map(({ identity, article }) => [identity, article]));
}

/** The fields of articles as last imported: those of the capture that was written last. */
async function findBases(session: Session, schema: BulkSchema, documentIds: readonly string[]) {
  const name = (attribute: string): string => session.name(schema.sources.column(attribute));
  const columns = { article: 'articleDocumentId', updated: 'updatedAt' };
  const order = `order by ${name('updatedAt')}, id`;
  const captures = `${ledger(session, schema, columns)} where ${session.isOneOf(name('articleDocumentId'))} ${order}`;
  const rows = await session.select<BaseRow>(captures, [session.list(documentIds)]);
  const last = new Map(rows.map(({ article, id }) => [article, id]));
  const sql = `${ledger(session, schema, { base: 'base' })} where ${session.isOneOf('id')}`;
  const found = await session.select<{ id: number; base: unknown }>(sql, [session.list([...last.values()])]);
  const bases = new Map(found.map(({ id, base }) => [id, session.toJson(base)]));
  return new Map([...last].map(([article, id]) => [article, bases.get(id) as Partial<ArticleFields> | null]));
}

async function findKnown(session: Session, schema: BulkSchema, documentIds: readonly string[]) {
  if (documentIds.length === 0) return new Map<string, KnownArticle>();
  const fields = await loadArticles(session, schema, documentIds);
  const bases = await findBases(session, schema, documentIds);
  return new Map(
    documentIds.map((documentId): [string, KnownArticle] => {
      return [documentId, { documentId, fields: fields.get(documentId) ?? null, base: bases.get(documentId) ?? {} }];
    }),
  );
}

/** What is stored of documents and their articles; the number of queries does not grow with theirs. */
export async function loadStates(
  session: Session,
  schema: BulkSchema,
  records: readonly DocumentRecord[],
): Promise<readonly StoredState[]> {
  const sources = await findSources(
    session,
    schema,
    records.map(({ source }) => source.identity),
  );
  const sourceOf = ({ source }: DocumentRecord): SourceRow | null => sources.get(source.identity) ?? null;
  const unread = records.filter((record) => !isRead(record, sourceOf(record)));
  const identities = unread.flatMap(({ article }) => article?.identity ?? []);
  const articleIds = await findArticleIds(session, schema, identities);
  const articleOf = (record: DocumentRecord): string | null =>
    sourceOf(record)?.article ?? articleIds.get(record.article?.identity ?? '') ?? null;
  const known = await findKnown(session, schema, [...new Set(unread.flatMap((record) => articleOf(record) ?? []))]);
  return records.map((record) => {
    const source = sourceOf(record);
    return { source, article: isRead(record, source) ? null : (known.get(articleOf(record) ?? '') ?? null) };
  });
}
