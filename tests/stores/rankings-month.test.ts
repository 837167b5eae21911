import request from 'supertest';
import { fillWithMonth } from '../../scripts/bench/rankings/fill';
import { headlineOf, stateOf, type MonthSize } from '../../scripts/bench/rankings/month';
import { plainArticleRanking, plainRanking } from '../../scripts/bench/rankings/plain';
import { Reference, type ExpectedRanking } from '../../scripts/bench/rankings/reference';
import type { TestApp } from '../app/strapi';
import { startOnFreshDatabase } from './app';

jest.setTimeout(240_000);

const SIZE: MonthSize = { days: 3, capturesADay: 24, lists: 4, rows: 10, articles: 120, seed: 7 };
const END = '2025-03-03T23:00:00.000Z';
const TIMES = [
  '2025-03-01T00:00:00Z',
  '2025-03-01T00:59:59.999Z',
  '2025-03-02T13:30:00Z',
  '2025-03-03T09:00:00%2B09:00',
];

let app: TestApp;
const reference = new Reference(SIZE);
const listNumbers = Array.from({ length: SIZE.lists }, (_, list) => list);

async function get(path: string): Promise<any> {
  const { body, status } = await request(app.strapi.server.httpServer).get(path);
  expect({ path, status, error: body.error }).toEqual({ path, status: 200, error: undefined });
  return body;
}

const plain = (ranking: any): ExpectedRanking => plainRanking(ranking);

const byTitle = (one: any, other: any): number => nameOf(one).localeCompare(nameOf(other));
const nameOf = ({ title, articleSection }: any): string => `${title} ${articleSection}`;
const instantOf = (time: string): string => new Date(time.replace('%2B', '+')).toISOString();

beforeAll(async () => {
  app = await startOnFreshDatabase();
  await fillWithMonth(app.strapi, SIZE);
});

afterAll(() => app.stop());

describe('a generated time of rankings, imported in shuffled order', () => {
  it('has current lists as a plain reference finds them', async () => {
    const { data, meta } = await get('/api/rankings');
    expect(data.map(plain).sort(byTitle)).toEqual(
      listNumbers.map((list) => reference.ranking(list, END)).sort(byTitle),
    );
    expect(meta.next).toBeNull();
  });

  it.each(TIMES)('has the lists of %s', async (time) => {
    const at = instantOf(time);
    const { data } = await get(`/api/rankings?at=${time}`);
    expect(data.map(plain).sort(byTitle)).toEqual(listNumbers.map((list) => reference.ranking(list, at)).sort(byTitle));
    for (const ranking of data) expect((await get(`/api/rankings/${ranking.key}?at=${time}`)).data).toEqual(ranking);
  });

  it('gives pages of the current lists', async () => {
    const all = (await get('/api/rankings')).data;
    const found: any[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { data, meta } = await get(`/api/rankings?pageSize=3${next === '' ? '' : `&after=${next}`}`);
      expect(data.length).toBeLessThanOrEqual(3);
      found.push(...data);
      next = meta.next;
    }
    expect(found).toEqual(all);
  });

  it('has the history of each list, page by page', async () => {
    const { data: current } = await get('/api/rankings');
    const histories = listNumbers.map((list) => reference.history(list, END));
    for (const { key, title, articleSection } of current) {
      const found: any[] = [];
      let next: string | null = '';
      while (next !== null) {
        const { data, meta } = await get(
          `/api/rankings/${key}/history?pageSize=29${next === '' ? '' : `&after=${next}`}`,
        );
        found.push(...data);
        next = meta.next;
      }
      const expected = histories.find(([first]) => nameOf(first) === nameOf({ title, articleSection }));
      expect(found.map(plain)).toEqual(expected);
    }
  });

  it('has the history up to a time', async () => {
    const { data: current } = await get('/api/rankings');
    const [{ key }] = current;
    const list = listNumbers.find((number) => nameOf(reference.ranking(number, END)) === nameOf(current[0])) ?? -1;
    const { data } = await get(`/api/rankings/${key}/history?at=2025-03-01T02:30:00Z`);
    expect(data.map(plain)).toEqual(reference.history(list, '2025-03-01T02:30:00.000Z'));
  });

  it('knows where articles have ranked', async () => {
    const { strapi } = app;
    const numbers = Array.from({ length: SIZE.articles }, (_, number) => number).filter(
      (number) => stateOf(number) === 'published',
    );
    const times = ['', '2025-03-02T05:00:00Z'];
    for (const number of numbers.slice(0, 40)) {
      const headline = headlineOf(number);
      const { documentId } = await strapi.db.query('api::article.article').findOne({ where: { headline } });
      for (const time of times) {
        const { data } = await get(`/api/articles/${documentId}/rankings${time === '' ? '' : `?at=${time}`}`);
        const expected = reference.articleRankings(number, time === '' ? END : instantOf(time));
        const found = data.rankings.map(plainArticleRanking);
        expect(found.sort(byTitle)).toEqual([...expected].sort(byTitle));
        expect(data.article.headline).toBe(headline);
      }
    }
  });
});
