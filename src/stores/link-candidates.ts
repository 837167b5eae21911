import type { Core } from '@strapi/strapi';
import { MIN_PREFIX_LENGTH } from '../importer/normalise/truncated-keys';
import type { PublicationStatus } from './ranking-lists';
import type { WaitingRow } from './waiting-rows';

const ARTICLE = 'api::article.article';
const CHUNK = 400;

/** Articles that a row may mean: the id of the row by document id. */
export type Candidates = ReadonlyMap<string, number>;

interface ArticleRow {
  readonly id: number;
  readonly documentId: string;
  readonly headlineKey: string;
}

function publishedAt(status: PublicationStatus): object {
  return { publishedAt: status === 'draft' ? { $null: true } : { $notNull: true } };
}

async function findByKeys(
  strapi: Core.Strapi,
  keys: readonly string[],
  status: PublicationStatus,
): Promise<readonly ArticleRow[]> {
  const found: ArticleRow[] = [];
  for (let start = 0; start < keys.length; start += CHUNK) {
    const where = { headlineKey: { $in: keys.slice(start, start + CHUNK) }, ...publishedAt(status) };
    const select = ['id', 'documentId', 'headlineKey'];
    found.push(...(await strapi.db.query(ARTICLE).findMany({ where, select })));
  }
  return found;
}

function groupByKey(rows: readonly ArticleRow[]): ReadonlyMap<string, readonly ArticleRow[]> {
  const groups = new Map<string, readonly ArticleRow[]>();
  for (const row of rows) groups.set(row.headlineKey, [...(groups.get(row.headlineKey) ?? []), row]);
  return groups;
}

/** Two articles are enough to know that a beginning is not unique; documents have a row per language at most. */
async function findByPrefix(strapi: Core.Strapi, prefix: string, status: PublicationStatus): Promise<Candidates> {
  if (Array.from(prefix).length < MIN_PREFIX_LENGTH) return new Map();
  const rows: readonly ArticleRow[] = await strapi.db.query(ARTICLE).findMany({
    where: { headlineKey: { $startsWith: prefix }, ...publishedAt(status) },
    select: ['id', 'documentId', 'headlineKey'],
    orderBy: { id: 'asc' },
    limit: 50,
  });
  // `%` and `_` in a headline are wildcards to the database.
  return toCandidates(rows.filter(({ headlineKey }) => headlineKey.startsWith(prefix)));
}

function toCandidates(rows: readonly ArticleRow[]): Candidates {
  return new Map(rows.map(({ documentId, id }) => [documentId, id]));
}

/** For each row, by its id, the articles whose headline it prints: with the same key, or for a cut one with that beginning. */
export async function articlesOfRows(
  strapi: Core.Strapi,
  rows: readonly WaitingRow[],
  status: PublicationStatus,
): Promise<ReadonlyMap<number, Candidates>> {
  const named = rows.filter(({ headlineKey }) => headlineKey !== '');
  const keys = [...new Set(named.filter(({ truncated }) => !truncated).map(({ headlineKey }) => headlineKey))];
  const articles = groupByKey(await findByKeys(strapi, keys, status));
  const candidates = new Map<number, Candidates>();
  for (const row of named) {
    const found = row.truncated
      ? await findByPrefix(strapi, row.headlineKey, status)
      : toCandidates(articles.get(row.headlineKey) ?? []);
    candidates.set(row.id, found);
  }
  return candidates;
}
