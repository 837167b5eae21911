import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import { currentRanking, currentRankings, rankingHistory } from '../../../src/rankings/answers';
import { articleRankings } from '../../../src/rankings/article-rankings';
import { readParameters } from '../../../src/rankings/parameters';
import { chanceOf } from '../chance';
import { headlineOf, stateOf, timeOf, type MonthSize } from './month';
import { plainArticleRanking, plainRanking } from './plain';
import { Reference } from './reference';

const READER = { mayReadArticles: true };
const ALL = ['at', 'window', 'section', 'after', 'pageSize'] as const;
const TIMES = 12;
const ARTICLES = 60;

/** What is asked, with defaults for the rest. */
export function asked(query: Readonly<Record<string, unknown>>) {
  return readParameters(query, ALL);
}

function mustEqual(what: string, found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) throw new Error(`${what}: the answer differs from the reference`);
}

const byName = (one: { readonly title: string; readonly articleSection: string | null }): string =>
  `${one.title} ${one.articleSection}`;
const sorted = <Item extends { readonly title: string; readonly articleSection: string | null }>(
  items: readonly Item[],
): readonly Item[] => [...items].sort((one, other) => (byName(one) < byName(other) ? -1 : 1));

async function checkTime(strapi: Core.Strapi, reference: Reference, size: MonthSize, at: string): Promise<number> {
  const expected = Array.from({ length: size.lists }, (_, list) => reference.ranking(list, at));
  const { items } = await currentRankings(strapi, asked({ at, pageSize: 100 }), READER);
  mustEqual(`as of ${at}`, sorted(items.map(plainRanking)), sorted(expected));
  for (const { key } of items) {
    const one = await currentRanking(strapi, key, asked({ at }), READER);
    const { items: history } = await rankingHistory(strapi, key, asked({ at, pageSize: 20 }), READER);
    const list = expected.findIndex((other) => byName(other) === byName(one));
    mustEqual(`${key} at ${at}`, plainRanking(one), expected[list]);
    mustEqual(`history of ${key} to ${at}`, history.map(plainRanking), reference.history(list, at, 20));
  }
  return items.length * 3;
}

async function checkArticle(strapi: Core.Strapi, reference: Reference, number: number, at: string): Promise<void> {
  const headline = headlineOf(number);
  const { documentId } = await strapi.db.query('api::article.article').findOne({ where: { headline } });
  const { rankings } = await articleRankings(strapi, documentId, asked({ at }), READER);
  mustEqual(headline, sorted(rankings.map(plainArticleRanking)), sorted(reference.articleRankings(number, at)));
}

/**
 * Compares answers with the plain reference: at the end and at times of chance, for every list, and for articles of chance.
 *
 * @returns how many answers were compared
 */
export async function checkMonth(strapi: Core.Strapi, size: MonthSize): Promise<number> {
  const reference = new Reference(size);
  const chance = chanceOf(size.seed);
  const captures = size.days * size.capturesADay;
  const end = timeOf(size, captures - 1);
  const times = Array.from({ length: TIMES }, () => timeOf(size, Math.floor(chance() * captures)));
  let compared = 0;
  for (const at of [end, timeOf(size, 0), ...times]) compared += await checkTime(strapi, reference, size, at);
  const numbers = Array.from({ length: ARTICLES }, () => Math.floor(chance() * size.articles));
  for (const number of numbers.filter((one) => stateOf(one) === 'published')) {
    await checkArticle(strapi, reference, number, end);
    compared += 1;
  }
  return compared;
}
