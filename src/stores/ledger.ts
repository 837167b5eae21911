import type { Core } from '@strapi/strapi';
import type { ArticleFields, SourceRecord } from '../importer/records';

const SOURCE = 'plugin::copydesk.source-document';

/** SQLite and PostgreSQL limit the number of values in one statement. */
const CHUNK = 400;

/** A source document with what it became: one row of the ledger. */
export interface LedgerRecord extends SourceRecord {
  readonly articleIdentity: string | null;
  readonly articleAlias: string | null;
  readonly articleDocumentId: string | null;
  readonly rankingListDocumentIds: readonly string[];
  /** Each field of the article as last imported. */
  readonly base: Partial<ArticleFields> | null;
  /** What this source says itself, where that is something else than `base`. */
  readonly stated: Partial<ArticleFields> | null;
  /** Hash of the bytes; null where not all that they say was taken over. */
  readonly contentHash: string | null;
  readonly runId: string | null;
}

interface LedgerRow extends Omit<LedgerRecord, 'index'> {
  readonly id: number;
  readonly documentId: string;
  readonly sourceIndex: number;
  readonly lastSeenRunId: string | null;
}

/** A stored row: `id` and `documentId` are the row's own. */
export interface StoredLedgerRecord extends LedgerRecord {
  readonly id: number;
  readonly documentId: string;
  readonly lastSeenRunId: string | null;
}

function fromRow({ sourceIndex, ...row }: LedgerRow): StoredLedgerRecord {
  return { ...row, index: sourceIndex, rankingListDocumentIds: row.rankingListDocumentIds ?? [] };
}

async function findBy(
  strapi: Core.Strapi,
  column: 'identity' | 'articleIdentity' | 'articleAlias',
  values: readonly string[],
): Promise<readonly StoredLedgerRecord[]> {
  const found: StoredLedgerRecord[] = [];
  for (let start = 0; start < values.length; start += CHUNK) {
    const chunk = values.slice(start, start + CHUNK);
    const rows: readonly LedgerRow[] = await strapi.db.query(SOURCE).findMany({ where: { [column]: { $in: chunk } } });
    found.push(...rows.map(fromRow));
  }
  return found;
}

/** The ledger's rows of these sources, by identity; sources that were never read are absent. */
export async function findSources(
  strapi: Core.Strapi,
  identities: readonly string[],
): Promise<ReadonlyMap<string, StoredLedgerRecord>> {
  const rows = await findBy(strapi, 'identity', identities);
  return new Map(rows.map((row) => [row.identity, row]));
}

/** What an article is known by: its identity, and the key that it has where no URL is stated. */
export interface ArticleKeys {
  readonly identity: string | null;
  readonly alias?: string | null;
}

/**
 * All captures of an article: those of the same identity, then extractions that state no URL. An article without URL finds one that has one, if there is
 * exactly one.
 */
export async function findCaptures(
  strapi: Core.Strapi,
  { identity, alias = null }: ArticleKeys,
): Promise<readonly StoredLedgerRecord[]> {
  if (identity === null) return [];
  const same = await findBy(strapi, 'articleIdentity', alias === null ? [identity] : [identity, alias]);
  const [own, others] = [
    same.filter(({ articleIdentity }) => articleIdentity === identity),
    same.filter(({ articleIdentity }) => articleIdentity !== identity),
  ];
  const withUrl = await findBy(strapi, 'articleAlias', [identity]);
  const isOne = new Set(withUrl.map(({ articleDocumentId }) => articleDocumentId)).size === 1;
  return [...own, ...others, ...(isOne ? withUrl : [])];
}

/** The fields of an article as last imported: those of the capture that was written last; null where none was. */
export async function findLastBase(
  strapi: Core.Strapi,
  articleDocumentId: string,
): Promise<Partial<ArticleFields> | null> {
  const orderBy = [{ updatedAt: 'desc' }, { id: 'desc' }];
  const row: Pick<LedgerRow, 'base'> | null = await strapi.db
    .query(SOURCE)
    .findOne({ where: { articleDocumentId }, select: ['base'], orderBy });
  return row?.base ?? null;
}

/**
 * Writes a source document into the ledger; one of the same identity is replaced.
 *
 * @returns the document id of the ledger's row
 */
export async function saveSource(strapi: Core.Strapi, record: LedgerRecord): Promise<string> {
  const { index, ...fields } = record;
  const data = { ...fields, sourceIndex: index, lastSeenRunId: record.runId };
  const where = { identity: record.identity };
  const known = await strapi.db.query(SOURCE).findOne({ where, select: ['id', 'documentId'] });
  if (known === null) return (await strapi.db.query(SOURCE).create({ data })).documentId;
  await strapi.db.query(SOURCE).update({ where: { id: known.id }, data });
  return known.documentId;
}
