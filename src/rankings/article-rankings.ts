import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { dayOfCapture } from './days';
import type { Reader } from './build-rankings';
import type { Parameters } from './parameters';
import type { RankedArticle } from './rows';
import { currentSnapshots, type Snapshot } from './snapshots';
import {
  atOneMoment,
  canBeStored,
  entriesOfLists,
  namedColumns,
  rankOf,
  rankingTables,
  toInstant,
  upTo,
  visibleOnly,
  type Knex,
  type Query,
  type RankingTables,
} from './tables';

/** Where an article has stood on one list; positions are the printed ones. */
export interface ArticleRanking extends Pick<Snapshot, 'key' | 'title' | 'scope' | 'articleSection' | 'window'> {
  readonly bestPosition: number;
  /** The first capture with the best position. */
  readonly bestAt: string;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly captures: number;
  /** Days, in UTC. */
  readonly daysOnList: number;
  /** Null where the article is not on the current list. */
  readonly currentPosition: number | null;
}

export interface ArticleRankings {
  readonly article: RankedArticle;
  readonly rankings: readonly ArticleRanking[];
}

interface PositionRow {
  readonly key: string;
  readonly position: number;
  readonly first: unknown;
  readonly last: unknown;
  readonly captures: number | string;
}

interface DaysRow {
  readonly key: string;
  readonly days: number | string;
}

async function findArticle(trx: Knex, { articles }: RankingTables, documentId: string): Promise<RankedArticle> {
  const [article] = (await trx(`${articles.name} as article`)
    .whereIn(`article.${articles.column('documentId')}`, [documentId].filter(canBeStored))
    .whereNotNull(`article.${articles.column('publishedAt')}`)
    .select(namedColumns(articles, 'article', ['documentId', 'headline', 'slug']))) as readonly RankedArticle[];
  if (article === undefined)
    throw new errors.NotFoundError(`There is no published article “${documentId}”`, { documentId });
  return article;
}

/** The visible rows of published lists that link to an article. */
function rowsOfArticle(trx: Knex, tables: RankingTables, documentId: string, at: string | null): Query {
  const { articles, links } = tables;
  const linked = entriesOfLists(trx, tables)
    .join(`${links.name} as link`, `link.${links.joinColumn.name}`, 'entry.id')
    .join(`${articles.name} as linked`, 'linked.id', `link.${links.inverseJoinColumn.name}`)
    .where(`linked.${articles.column('documentId')}`, documentId);
  return upTo(visibleOnly(linked, tables), tables, at);
}

interface Stood {
  readonly positions: readonly PositionRow[];
  readonly days: ReadonlyMap<string, number>;
  readonly now: ReadonlyMap<string, number>;
}

async function whereStood(
  trx: Knex,
  tables: RankingTables,
  documentId: string,
  at: string | null,
  current: readonly Snapshot[],
): Promise<Stood> {
  const { lists } = tables;
  const key = `list.${lists.column('key')}`;
  const time = `list.${lists.column('capturedAt')}`;
  const position = rankOf(trx, tables);
  const rows = rowsOfArticle(trx, tables, documentId, at);
  const positions = await rows
    .clone()
    .groupBy(key, position as never)
    .select({ key, position })
    .min({ first: time })
    .max({ last: time })
    .count({ captures: '*' });
  const days = await rows
    .clone()
    .groupBy(key)
    .select({ key })
    .countDistinct({ days: dayOfCapture(trx, tables) as never });
  const ids = current.map(({ id }) => id);
  const now = await rows
    .clone()
    .whereIn(trx.raw('list.id + 0') as never, ids)
    .select({ key, position });
  return {
    positions: positions as unknown as readonly PositionRow[],
    days: new Map((days as unknown as readonly DaysRow[]).map((row) => [row.key, Number(row.days)])),
    now: new Map((now as unknown as readonly PositionRow[]).map((row) => [row.key, row.position])),
  };
}

function toArticleRanking(snapshot: Snapshot, { positions, days, now }: Stood): readonly ArticleRanking[] {
  const { key, title, scope, articleSection, window } = snapshot;
  const own = positions.filter((row) => row.key === key).sort((one, other) => one.position - other.position);
  const [best] = own;
  if (best === undefined) return [];
  const ranking = {
    ...{ key, title, scope, articleSection, window, bestPosition: best.position, bestAt: toInstant(best.first) },
    firstSeenAt: own.map(({ first }) => toInstant(first)).sort()[0] ?? '',
    lastSeenAt:
      own
        .map(({ last }) => toInstant(last))
        .sort()
        .at(-1) ?? '',
    captures: own.reduce((sum, { captures }) => sum + Number(captures), 0),
    daysOnList: days.get(key) ?? 0,
    currentPosition: now.get(key) ?? null,
  };
  return [ranking];
}

/**
 * Where a published article has ranked, the best position first.
 *
 * @throws ForbiddenError for a reader who may not read articles
 * @throws NotFoundError for an article that does not exist or is not published
 */
export async function articleRankings(
  strapi: Core.Strapi,
  documentId: string,
  asked: Parameters,
  reader: Reader,
): Promise<ArticleRankings> {
  if (!reader.mayReadArticles) throw new errors.ForbiddenError();
  const tables = rankingTables(strapi);
  const { at, window } = asked;
  return atOneMoment(strapi, async (trx) => {
    const article = await findArticle(trx, tables, documentId);
    const current = (await currentSnapshots(trx, tables, at)).filter((one) => window === null || one.window === window);
    const stood = await whereStood(trx, tables, documentId, at, current);
    const rankings = current
      .flatMap((snapshot) => toArticleRanking(snapshot, stood))
      .sort((one, other) => one.bestPosition - other.bestPosition || (one.key < other.key ? -1 : 1));
    return { article, rankings };
  });
}
