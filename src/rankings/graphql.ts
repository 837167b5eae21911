import type { Core } from '@strapi/strapi';
import { currentRanking, currentRankings, rankingHistory, type Page } from './answers';
import { articleRankings } from './article-rankings';
import type { Ranking } from './build-rankings';
import { readParameters, type ParameterName } from './parameters';
import { readerOf } from './reader';

type Arguments = Readonly<Record<string, unknown>>;

interface Context {
  readonly state: { readonly auth?: unknown };
}

const TYPE_DEFS = /* GraphQL */ `
  "An article as ranking lists show it."
  type RankedArticle {
    documentId: ID!
    headline: String!
    slug: String
  }

  "A row of a ranking list as readers see it: in the order of the editors, what was printed beside it."
  type RankingRow {
    position: Int!
    headline: String!
    "Null where an editor added the row."
    printedPosition: Int
    printedHeadline: String!
    description: String
    url: String
    pinned: Boolean!
    "Null until the article is known and published."
    article: RankedArticle
    "up, down, same or new since the snapshot before, by printed positions; null for the first snapshot."
    movement: String
    previousPosition: Int
    "Days, in UTC, on which it stood on this list."
    daysOnList: Int!
    firstSeenAt: DateTime
  }

  "A row of the snapshot before that is no longer there."
  type DroppedRankingRow {
    headline: String!
    article: RankedArticle
    previousPosition: Int!
  }

  "A snapshot of a list."
  type RankingPlace {
    documentId: ID!
    capturedAt: DateTime!
  }

  "A ranking list at one time."
  type Ranking {
    documentId: ID!
    key: String!
    title: String!
    publisher: String
    scope: String
    articleSection: String
    window: String
    capturedAt: DateTime!
    capturedAtBasis: String
    "Whether another page showed other rows of this list at the same time."
    disputed: Boolean!
    previous: RankingPlace
    entries: [RankingRow!]!
    out: [DroppedRankingRow!]!
  }

  type RankingPage {
    items: [Ranking!]!
    "What the argument after has to say for the next page; null on the last."
    next: String
  }

  "Where an article has stood on one list; positions are the printed ones."
  type ArticleRanking {
    key: String!
    title: String!
    scope: String
    articleSection: String
    window: String
    bestPosition: Int!
    bestAt: DateTime!
    firstSeenAt: DateTime!
    lastSeenAt: DateTime!
    captures: Int!
    daysOnList: Int!
    currentPosition: Int
  }

  type ArticleRankings {
    article: RankedArticle!
    rankings: [ArticleRanking!]!
  }

  extend type Query {
    "The current list of every key, or of those of one section or window; as of a time."
    rankings(at: String, window: String, section: String, after: String, pageSize: Int): RankingPage
    "The current list of a key, as of a time."
    ranking(key: String!, at: String, window: String): Ranking
    "The captures of a list, newest first."
    rankingHistory(key: String!, at: String, after: String, pageSize: Int): RankingPage
    "Where an article has ranked, the best position first."
    articleRankings(documentId: ID!, at: String, window: String): ArticleRankings
  }
`;

/** Which right each field takes: that of the same question over REST. */
const SCOPES = {
  rankings: 'find',
  ranking: 'findOne',
  rankingHistory: 'history',
  articleRankings: 'ofArticle',
} as const;

function resolversOf(strapi: Core.Strapi) {
  const asked = (args: Arguments, ...known: readonly ParameterName[]) => readParameters(args, known);
  return {
    rankings: async (_: unknown, args: Arguments, { state }: Context): Promise<Page<Ranking>> => {
      const parameters = asked(args, 'at', 'window', 'section', 'after', 'pageSize');
      return currentRankings(strapi, parameters, await readerOf(strapi, state));
    },
    ranking: async (_: unknown, { key, ...args }: Arguments, { state }: Context): Promise<Ranking> =>
      currentRanking(strapi, String(key), asked(args, 'at', 'window'), await readerOf(strapi, state)),
    rankingHistory: async (_: unknown, { key, ...args }: Arguments, { state }: Context): Promise<Page<Ranking>> => {
      const parameters = asked(args, 'at', 'after', 'pageSize');
      return rankingHistory(strapi, String(key), parameters, await readerOf(strapi, state));
    },
    articleRankings: async (_: unknown, { documentId, ...args }: Arguments, { state }: Context) =>
      articleRankings(strapi, String(documentId), asked(args, 'at', 'window'), await readerOf(strapi, state)),
  };
}

/** Adds the queries of rankings to GraphQL, where that is enabled: the answers and the rights are those of REST. */
export function addRankingQueries(strapi: Core.Strapi): void {
  if (!('graphql' in strapi.plugins)) return;
  const resolversConfig = Object.fromEntries(
    Object.entries(SCOPES).map(([field, action]) => [
      `Query.${field}`,
      { auth: { scope: [`api::ranking-list.rankings.${action}`] } },
    ]),
  );
  const resolvers = { Query: resolversOf(strapi) };
  strapi.plugin('graphql').service('extension').use({ typeDefs: TYPE_DEFS, resolvers, resolversConfig });
}
