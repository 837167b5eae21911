import type { Core } from '@strapi/strapi';
import { dayOfCapture } from './days';
import {
  atOneMoment,
  rankingTables,
  rankOf,
  toInstant,
  unindexed,
  type Knex,
  type Query,
  type RankingTables,
} from './tables';

/** What editors ask statistics for: a time, from its first instant up to before its last, and one list or all. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly key: string | null;
}

/** An article by how long it has stood on lists. */
export interface StandingArticle {
  readonly documentId: string;
  readonly headline: string;
  readonly published: boolean;
  /** Days, in UTC, on which it stood on any of the lists. */
  readonly days: number;
  readonly captures: number;
  readonly lists: number;
  readonly bestPosition: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

/** How many rows of a list lead to no article. */
export interface LinkShare {
  readonly key: string;
  /** A day in UTC as `2025-04-10`, or a month as `2025-04`. */
  readonly period: string;
  readonly rows: number;
  readonly unresolved: number;
  readonly ambiguous: number;
  /** Of the rows, those that are unresolved or ambiguous: 0 to 1. */
  readonly share: number;
}

const MAX_ARTICLES = 50;
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The rows of all lists of a time, published or not: every list has one draft, so that each row counts once. It begins with the lists: it is
 * they that the time is known of.
 */
function rowsOfPeriod(trx: Knex, { lists, entries, parts }: RankingTables, { from, to, key }: Period): Query {
  const query = trx(`${lists.name} as list`)
    .join(`${parts.name} as part`, `part.${parts.joinColumn.name}`, 'list.id')
    .join(`${entries.name} as entry`, 'entry.id', `part.${parts.inverseJoinColumn.name}`)
    .where(unindexed(trx, 'part.component_type'), '=', entries.uid)
    .whereNull(`list.${lists.column('publishedAt')}`)
    .where(`list.${lists.column('capturedAt')}`, '>=', new Date(from))
    .where(`list.${lists.column('capturedAt')}`, '<', new Date(to));
  return key === null ? query : query.where(`list.${lists.column('key')}`, key);
}

interface ArticleRow {
  readonly documentId: string;
  readonly days: number | string;
  readonly captures: number | string;
  readonly lists: number | string;
  readonly bestPosition: number;
  readonly first: unknown;
  readonly last: unknown;
}

interface Naming {
  readonly documentId: string;
  readonly headline: string;
  readonly published: unknown;
}

async function namesOf(trx: Knex, { articles }: RankingTables, ids: readonly string[]): Promise<Map<string, Naming>> {
  const document = `article.${articles.column('documentId')}`;
  const headline = `article.${articles.column('headline')}`;
  const published = `article.${articles.column('publishedAt')}`;
  const rows: readonly Naming[] = await trx(`${articles.name} as article`)
    .whereIn(document, ids)
    .groupBy(document)
    .select({ documentId: document })
    .max({ headline, published });
  return new Map(rows.map((row) => [row.documentId, row]));
}

/** The articles that stood on lists for the most days. */
async function standingArticles(trx: Knex, tables: RankingTables, period: Period): Promise<readonly StandingArticle[]> {
  const { lists, articles, links } = tables;
  const time = `list.${lists.column('capturedAt')}`;
  const document = `article.${articles.column('documentId')}`;
  const rows = (await rowsOfPeriod(trx, tables, period)
    .join(`${links.name} as link`, `link.${links.joinColumn.name}`, 'entry.id')
    .join(`${articles.name} as article`, 'article.id', `link.${links.inverseJoinColumn.name}`)
    .groupBy(document)
    .select({ documentId: document })
    .countDistinct({ days: dayOfCapture(trx, tables) as never, lists: `list.${lists.column('key')}` })
    .count({ captures: '*' })
    .min({ bestPosition: rankOf(trx, tables) as never, first: time })
    .max({ last: time })
    .orderBy([{ column: 'days', order: 'desc' }, { column: 'captures', order: 'desc' }, 'documentId'])
    .limit(MAX_ARTICLES)) as unknown as readonly ArticleRow[];
  const names = await namesOf(
    trx,
    tables,
    rows.map(({ documentId }) => documentId),
  );
  return rows.map((row) => ({
    documentId: row.documentId,
    headline: names.get(row.documentId)?.headline ?? '',
    published: (names.get(row.documentId)?.published ?? null) !== null,
    ...{ days: Number(row.days), captures: Number(row.captures), lists: Number(row.lists) },
    ...{ bestPosition: row.bestPosition, firstSeenAt: toInstant(row.first), lastSeenAt: toInstant(row.last) },
  }));
}

interface StateRow {
  readonly key: string;
  readonly day: number | string;
  readonly state: string | null;
  readonly rows: number | string;
}

type Sums = Readonly<Record<'rows' | 'unresolved' | 'ambiguous', number>>;

function add(sums: Sums | undefined, { state, rows }: StateRow): Sums {
  const count = Number(rows);
  const known = sums ?? { rows: 0, unresolved: 0, ambiguous: 0 };
  return {
    rows: known.rows + count,
    unresolved: known.unresolved + (state === 'unresolved' || state === null ? count : 0),
    ambiguous: known.ambiguous + (state === 'ambiguous' ? count : 0),
  };
}

/** The share of rows without an article, list by list and day by day or month by month. */
async function linkShares(
  trx: Knex,
  tables: RankingTables,
  period: Period,
  by: 'day' | 'month',
): Promise<readonly LinkShare[]> {
  const key = `list.${tables.lists.column('key')}`;
  const state = `entry.${tables.entries.column('linkState')}`;
  const day = dayOfCapture(trx, tables);
  const rows = (await rowsOfPeriod(trx, tables, period)
    .groupBy(key, state, day as never)
    .select({ key, state, day })
    .count({ rows: '*' })) as unknown as readonly StateRow[];
  const sums = new Map<string, Sums>();
  for (const row of rows) {
    const date = new Date(Number(row.day) * MILLISECONDS_A_DAY).toISOString().slice(0, by === 'day' ? 10 : 7);
    const name = JSON.stringify([row.key, date]);
    sums.set(name, add(sums.get(name), row));
  }
  return [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, counts]) => {
      const [listKey = '', date = ''] = JSON.parse(name) as readonly string[];
      const share = (counts.unresolved + counts.ambiguous) / counts.rows;
      return { key: listKey, period: date, ...counts, share: Math.round(share * 10_000) / 10_000 };
    });
}

export interface RankingStatistics extends Period {
  readonly longestStanding: readonly StandingArticle[];
  readonly unresolved: readonly LinkShare[];
}

/** What editors ask of the rankings of a time; counted when asked, and stored nowhere. */
export function rankingStatistics(
  strapi: Core.Strapi,
  period: Period,
  by: 'day' | 'month',
): Promise<RankingStatistics> {
  const tables = rankingTables(strapi);
  return atOneMoment(strapi, async (trx) => ({
    ...period,
    longestStanding: await standingArticles(trx, tables, period),
    unresolved: await linkShares(trx, tables, period, by),
  }));
}
