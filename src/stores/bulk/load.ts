import { isRead } from '../../importer/plan/plan-document';
import { showsDeleted } from '../../importer/plan/plan-lists';
import type { PlanRules } from '../../importer/plan/plan-rules';
import type { ArticleFields, DocumentRecord } from '../../importer/records';
import type { KnownArticle, KnownSource, StoredState } from '../../importer/store';
import { findArticleIds, ledger } from './article-keys';
import { findDeletedLists } from './find-lists';
import { loadArticles } from './load-articles';
import type { BulkSchema } from './schema';
import type { Session } from './sessions/session';
import { findTwins } from './twins';

interface SourceRow extends KnownSource {
  readonly id: number;
  readonly identity: string;
  readonly article: string | null;
}

interface LastRow {
  readonly id: number;
  readonly article: string;
  readonly updated: unknown;
}

interface BaseRow {
  readonly id: number;
  readonly base: unknown;
  readonly stated: unknown;
}

type Fields = Partial<ArticleFields>;

/** What sources said last: of the article, and each for itself. */
interface Said {
  readonly base: Fields | null;
  readonly own: Fields | null;
}

async function findSources(session: Session, schema: BulkSchema, identities: readonly string[]) {
  const columns = {
    identity: 'identity',
    contentHash: 'contentHash',
    parserVersion: 'parserVersion',
    article: 'articleDocumentId',
    articleIdentity: 'articleIdentity',
    articleAlias: 'articleAlias',
  };
  const where = session.isOneOf(session.name(schema.sources.column('identity')));
  const sql = `${ledger(session, schema, columns)} where ${where}`;
  const rows = await session.select<SourceRow>(sql, [session.list(identities)]);
  return new Map(rows.map((row) => [row.identity, row]));
}

/** Which capture of an article was written last. */
async function findLastCaptures(session: Session, schema: BulkSchema, documentIds: readonly string[]) {
  const name = (attribute: string): string => session.name(schema.sources.column(attribute));
  const columns = { article: 'articleDocumentId', updated: 'updatedAt' };
  const order = `order by ${name('updatedAt')}, id`;
  const captures = `${ledger(session, schema, columns)} where ${session.isOneOf(name('articleDocumentId'))} ${order}`;
  const rows = await session.select<LastRow>(captures, [session.list(documentIds)]);
  return new Map(rows.map(({ article, id }) => [article, id]));
}

async function findSaid(session: Session, schema: BulkSchema, ids: readonly number[]): Promise<Map<number, Said>> {
  const sql = `${ledger(session, schema, { base: 'base', stated: 'stated' })} where ${session.isOneOf('id')}`;
  const rows = await session.select<BaseRow>(sql, [session.list(ids)]);
  return new Map(
    rows.map((row) => {
      const base = session.toJson(row.base) as Fields | null;
      return [row.id, { base, own: (session.toJson(row.stated) as Fields | null) ?? base }];
    }),
  );
}

/** A record that is to be compared, with what is known of it. */
interface Unread {
  readonly source: SourceRow | null;
  readonly articleId: string | null;
}

async function findKnown(session: Session, schema: BulkSchema, unread: readonly Unread[]) {
  const documentIds = [...new Set(unread.flatMap(({ articleId }) => articleId ?? []))];
  if (documentIds.length === 0) return () => null;
  const drafts = await loadArticles(session, schema, documentIds);
  const last = await findLastCaptures(session, schema, documentIds);
  const said = await findSaid(session, schema, [...last.values(), ...unread.flatMap(({ source }) => source?.id ?? [])]);
  return ({ source, articleId }: Unread): KnownArticle | null => {
    if (articleId === null) return null;
    const base = said.get(last.get(articleId) ?? 0)?.base ?? {};
    const own = said.get(source?.id ?? 0)?.own ?? null;
    const { fields = null, version = null } = drafts.get(articleId) ?? {};
    return { documentId: articleId, fields, version, base, own };
  };
}

/** Those of these articles that an editor deleted. */
async function findDeleted(session: Session, { articles }: BulkSchema, documentIds: readonly string[]) {
  if (documentIds.length === 0) return new Set<string>();
  const column = session.name(articles.column('documentId'));
  const sql = `select distinct ${column} as document from ${session.name(articles.name)} where ${session.isOneOf(column)}`;
  const rows = await session.select<{ readonly document: string }>(sql, [session.list(documentIds)]);
  const found = new Set(rows.map(({ document }) => document));
  return new Set(documentIds.filter((documentId) => !found.has(documentId)));
}

const DELETED = { fields: null, version: null, base: {}, own: null };

/** What is stored of documents and their articles; the number of queries does not grow with theirs. */
export async function loadStates(
  session: Session,
  schema: BulkSchema,
  records: readonly DocumentRecord[],
  { restore }: Pick<PlanRules, 'restore'>,
): Promise<readonly StoredState[]> {
  const sources = await findSources(
    session,
    schema,
    records.map(({ source }) => source.identity),
  );
  const sourceOf = ({ source }: DocumentRecord): SourceRow | null => sources.get(source.identity) ?? null;
  const isSame = (record: DocumentRecord): boolean => isRead(record, sourceOf(record));
  const lists = records.flatMap((record) => (restore || !isSame(record) ? record.rankingLists : []));
  const deletedLists = await findDeletedLists({ session, schema }, lists);
  const isSettled = (record: DocumentRecord): boolean =>
    isSame(record) && !(restore && showsDeleted(record, { deletedLists }));
  const unread = records.filter((record) => !isSettled(record));
  const articleIdOf = await findArticleIds(session, schema, unread);
  const lookUp = (record: DocumentRecord): Unread => {
    const source = sourceOf(record);
    return { source, articleId: source?.article ?? articleIdOf(record) };
  };
  const knownOf = await findKnown(session, schema, unread.map(lookUp));
  const readArticles = records.flatMap((record) => (isSettled(record) ? (sourceOf(record)?.article ?? []) : []));
  const deleted = await findDeleted(session, schema, readArticles);
  const isNew = (record: DocumentRecord): boolean => knownOf(lookUp(record)) === null;
  const twins = await findTwins(session, schema, unread.filter(isNew));
  return records.map((record) => {
    const source = sourceOf(record);
    if (!isSettled(record)) {
      return { source, article: knownOf(lookUp(record)), twin: twins.get(record) ?? null, deletedLists };
    }
    const documentId = source?.article ?? '';
    return { source, article: deleted.has(documentId) ? { documentId, ...DELETED } : null };
  });
}
