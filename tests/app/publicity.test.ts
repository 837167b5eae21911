import request from 'supertest';
import { startApp, type TestApp } from './strapi';

let app: TestApp;
let token: string;

const ARTICLE = 'api::article.article';
const TAG = 'api::tag.tag';
const LIST = 'api::ranking-list.ranking-list';

function get(path: string) {
  return request(app.strapi.server.httpServer).get(path);
}

async function graphql(
  query: string,
): Promise<{ readonly data: any; readonly errors?: readonly { message: string }[] }> {
  const answer = await request(app.strapi.server.httpServer).post('/graphql').send({ query });
  return answer.body;
}

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

beforeAll(async () => {
  app = await startApp();
  const { strapi } = app;
  const tag = await strapi.documents(TAG).create({ data: { name: 'Lighthouses' } });
  await strapi.documents(ARTICLE).create({
    data: { headline: 'Lamp lit at cape', body: [paragraph('The lamp burns.')], tags: [tag.documentId] } as never,
    status: 'published',
  });
  const draft = await strapi.documents(ARTICLE).create({
    data: { headline: 'Quiet merger planned', body: [paragraph('Nobody knows.')], tags: [tag.documentId] } as never,
  });
  await strapi.documents(LIST).create({
    data: {
      title: 'HARBOR RANKING',
      key: 'harbor',
      snapshotKey: 'harbor secret',
      entries: [
        { headline: 'Lamp lit at cape' },
        { headline: 'Quiet merger planned' },
        { headline: 'Taken off the page', hidden: true },
      ],
    } as never,
    status: 'published',
  });
  await strapi.documents(LIST).create({ data: { title: 'DRAFT RANKING', key: 'unseen', entries: [] } as never });
  expect(draft.documentId).toBeTruthy();
  const created = await (strapi.service('admin::api-token') as any).create({
    name: 'preview',
    description: '',
    type: 'read-only',
    lifespan: null,
  });
  token = created.accessKey;
});

afterAll(() => app.stop());

describe('REST for visitors', () => {
  it('gives published articles with their relations', async () => {
    const { body, status } = await get('/api/articles?populate=tags');
    expect(status).toBe(200);
    expect(body.data.map((article: any) => article.headline)).toEqual(['Lamp lit at cape']);
    expect(body.data[0].tags[0].name).toBe('Lighthouses');
  });

  it.each([
    '/api/articles?status=draft',
    '/api/articles?status=draft&publicationFilter=never-published',
    '/api/articles?publicationFilter=never-published',
    '/api/articles?status=draft&hasPublishedVersion=false',
    '/api/articles?filters[publishedAt][$null]=true&status=draft',
    '/api/tags?populate=articles&status=draft',
    '/api/tags?populate=*&status=draft',
    '/api/tags?populate[0]=articles&status=draft',
    '/api/tags?populate[articles][status]=draft&status=draft',
    '/api/tags?populate[articles][filters][publishedAt][$null]=true&status=draft',
    '/api/tags?populate[articles][filters][publishedAt][$notNull]=false',
    '/api/tags?populate[articles][populate][tags][populate][articles][filters][publishedAt][$null]=true',
    '/api/ranking-lists?status=draft&populate[entries][populate][article][filters][publishedAt][$null]=true',
  ])('never shows a draft: %s', async (path) => {
    const { text, status } = await get(path);
    expect(status === 200 || status === 400).toBe(true);
    expect(text.replace(/"headline":"Quiet merger planned","article":null/g, '')).not.toContain('Nobody knows');
    expect(text).not.toContain('DRAFT RANKING');
    expect(JSON.parse(text).data?.some?.((entry: any) => entry.headline === 'Quiet merger planned') ?? false).toBe(
      false,
    );
  });

  it.each([
    '/api/tags?filters[articles][headline][$startsWith]=Quiet',
    '/api/tags?filters[$or][0][articles][headline][$startsWith]=Quiet',
    '/api/tags?filters[$and][0][articles][$and][0][headline][$startsWith]=Quiet',
    '/api/tags?filters[$not][$not][articles][headline][$startsWith]=Quiet',
    '/api/tags?filters[articles][tags][articles][headline][$startsWith]=Quiet',
    '/api/articles?filters[tags][articles][headline][$startsWith]=Quiet',
    '/api/ranking-lists?filters[entries][article][headline][$startsWith]=Quiet',
    '/api/ranking-lists?filters[entries][headline][$startsWith]=Taken',
    '/api/tags?populate[articles][filters][tags][articles][headline][$startsWith]=Quiet&filters[name][$eq]=none',
  ])('gives no answer about drafts to a filter: %s', async (path) => {
    const { body, status } = await get(path);
    expect(status).toBe(200);
    expect(body.data).toEqual([]);
  });

  it('still answers filters about published articles', async () => {
    const { body } = await get('/api/tags?filters[articles][headline][$startsWith]=Lamp');
    expect(body.data).toHaveLength(1);
    const byId = await get(`/api/articles?filters[tags][id][$in][0]=${body.data[0].id}`);
    expect(byId.body.data).toHaveLength(1);
  });

  it.each([
    '/api/tags?sort=articles.headline',
    '/api/tags?sort[0]=articles.headline:desc',
    '/api/tags?sort[articles][headline]=asc',
  ])('refuses an order that drafts would decide: %s', async (path) => {
    expect((await get(path)).status).toBe(400);
  });

  it.each([
    '/api/articles?fields=source',
    '/api/articles?fields=headlineKey',
    '/api/articles?filters[headlineKey][$contains]=lamp',
    '/api/articles?filters[source][$notNull]=true',
    '/api/articles?sort=headlineKey',
    '/api/articles?filters[createdBy][id][$notNull]=true',
    '/api/articles?populate=createdBy',
    '/api/ranking-lists?filters[snapshotKey][$contains]=secret',
    '/api/ranking-lists?filters[entries][headlineKey][$contains]=lamp',
    '/api/tags?filters[nameKey][$contains]=light',
  ])('refuses private fields: %s', async (path) => {
    const { body, status } = await get(path);
    expect(status).toBe(400);
    expect(body.data).toBeNull();
  });

  it('keeps private fields out of answers and searches', async () => {
    const { text } = await get('/api/articles?populate=*');
    expect(text).not.toMatch(/headlineKey|"source"|createdBy|updatedBy/);
    const lists = await get('/api/ranking-lists?populate=*');
    expect(lists.text).not.toMatch(/headlineKey|snapshotKey|truncated/);
    expect((await get('/api/ranking-lists?_q=harbor secret')).body.data).toEqual([]);
  });

  it('knows no ledger, no runs, no uploads and no sign-up', async () => {
    const { strapi } = app;
    for (const path of [
      '/api/source-documents',
      '/api/runs',
      '/api/copydesk/source-documents',
      '/api/copydesk_sources',
      '/api/changes',
      '/api/copydesk/changes',
      '/api/findings',
      '/api/copydesk/findings',
      '/api/leases',
      '/api/copydesk/leases',
    ]) {
      expect((await get(path)).status).toBe(404);
    }
    expect((await get('/api/upload/files')).status).toBe(403);
    const account = { username: 'stranger', email: 'stranger@example.org', password: 'Secret-1234' };
    const signUp = await request(strapi.server.httpServer).post('/api/auth/local/register').send(account);
    expect(signUp.status).toBe(400);
  });

  it.each([
    ['post', '/api/articles'],
    ['post', '/api/tags'],
    ['post', '/api/ranking-lists'],
  ] as const)('lets nobody write: %s %s', async (method, path) => {
    const visitor = request(app.strapi.server.httpServer);
    const answer = await visitor[method](path).send({ data: { headline: 'x', name: 'x' } });
    expect(answer.status).toBe(403);
  });

  it('shows a published list with every row, in order, linked where the article is published', async () => {
    for (const populate of [
      'populate[entries][populate]=article',
      'populate=entries.article',
      'populate[0]=entries&populate[1]=entries.article',
    ]) {
      const { body } = await get(`/api/ranking-lists?${populate}`);
      const [list] = body.data;
      expect(
        list.entries.map((entry: any) => [entry.position, entry.headline, entry.article?.headline ?? null]),
      ).toEqual([
        [1, 'Lamp lit at cape', 'Lamp lit at cape'],
        [2, 'Quiet merger planned', null],
      ]);
    }
  });
});

describe('a holder of an API token', () => {
  it('may preview drafts', async () => {
    const { body } = await get('/api/articles?status=draft&sort=headline').set('Authorization', `Bearer ${token}`);
    expect(body.data.map((article: any) => article.headline)).toEqual(['Lamp lit at cape', 'Quiet merger planned']);
  });
});

describe('GraphQL for visitors', () => {
  it('gives published entries with their relations', async () => {
    const { data, errors } = await graphql(
      '{ articles { headline tags { name } } rankingLists { title entries { position headline article { headline } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.articles).toEqual([{ headline: 'Lamp lit at cape', tags: [{ name: 'Lighthouses' }] }]);
    expect(data.rankingLists).toEqual([
      {
        title: 'HARBOR RANKING',
        entries: [
          { position: 1, headline: 'Lamp lit at cape', article: { headline: 'Lamp lit at cape' } },
          { position: 2, headline: 'Quiet merger planned', article: null },
        ],
      },
    ]);
  });

  it.each([
    '{ articles(status: DRAFT) { headline } }',
    '{ articles_connection(status: DRAFT) { nodes { headline } } }',
    '{ articles(status: DRAFT, publicationFilter: NEVER_PUBLISHED) { headline } }',
    '{ articles(filters: { publishedAt: { notNull: false } }) { headline } }',
    '{ tags(status: DRAFT) { articles { headline } } }',
    '{ tags(status: DRAFT) { articles_connection { nodes { headline } } } }',
    '{ tags(status: DRAFT, publicationFilter: NEVER_PUBLISHED) { articles { headline } } }',
    '{ tags { articles(filters: { publishedAt: { notNull: false } }) { headline } } }',
    '{ tags { articles(filters: { or: [{ publishedAt: { null: true } }] }) { headline } } }',
    '{ tags { articles_connection(filters: { publishedAt: { null: true } }) { nodes { headline } } } }',
    '{ rankingLists(status: DRAFT) { title entries { article { headline } } } }',
  ])('never shows a draft: %s', async (query) => {
    const answer = JSON.stringify(await graphql(query));
    expect(answer).toContain('"data"');
    expect(answer).not.toContain('Quiet merger');
    expect(answer).not.toContain('DRAFT RANKING');
  });

  it.each([
    '{ tags(filters: { articles: { headline: { startsWith: "Quiet" } } }) { name } }',
    '{ tags(filters: { not: { not: { articles: { headline: { startsWith: "Quiet" } } } } }) { name } }',
    '{ tags: articles { tags(filters: { articles: { headline: { startsWith: "Quiet" } } }) { name } } }',
    '{ tags: rankingLists(filters: { entries: { article: { headline: { startsWith: "Quiet" } } } }) { title } }',
    '{ tags: rankingLists { entries(filters: { article: { headline: { startsWith: "Quiet" } } }) { headline } } }',
  ])('gives no answer about drafts to a filter: %s', async (query) => {
    const { data, errors } = await graphql(query);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).not.toMatch(/"(?:name|title|headline)"/);
  });

  it('refuses an order that drafts would decide', async () => {
    const { errors } = await graphql('{ tags(sort: "articles.headline") { name } }');
    expect(errors).toHaveLength(1);
  });

  it.each([
    '{ articles { source } }',
    '{ articles { headlineKey } }',
    '{ articles { createdBy { id } } }',
    '{ rankingLists { snapshotKey } }',
    '{ articles(filters: { headlineKey: { contains: "a" } }) { headline } }',
    '{ sourceDocuments { identity } }',
    '{ runs { state } }',
  ])('knows no such field: %s', async (query) => {
    const { errors, data } = await graphql(query);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toMatch(/Cannot query field|is not defined/);
  });

  it('limits depth and pages', async () => {
    const deep = `{ ${'tags { articles { '.repeat(6)} headline ${'} }'.repeat(6)} }`;
    const { errors } = await graphql(deep);
    expect(errors?.[0]?.message).toMatch(/exceeds maximum operation depth/);
    const many = Array.from({ length: 105 }, (_, index) => index);
    for (const index of many)
      await app.strapi.documents(TAG).create({ data: { name: `Tag number ${index}` } as never });
    expect((await graphql('{ tags { name } }')).data.tags).toHaveLength(25);
    expect((await graphql('{ tags(pagination: { limit: -1 }) { name } }')).data.tags).toHaveLength(100);
    expect((await graphql('{ tags(pagination: { pageSize: 1000 }) { name } }')).data.tags).toHaveLength(100);
    expect((await get('/api/tags?pagination[pageSize]=1000')).body.data).toHaveLength(100);
  });
});
