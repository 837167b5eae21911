import request from 'supertest';
import { startEditor, type Editor } from '../app/editor';
import type { TestApp } from '../app/strapi';
import { PARSER_VERSION } from '../../src/importer/normalise/to-record';
import { importRecords } from '../../src/importer/import-records';
import type { DocumentRecord } from '../../src/importer/records';
import { createBulkStore } from '../../src/stores/bulk-store';
import { createDocumentStore } from '../../src/stores/document-store';
import { settledSources } from '../../src/stores/settled-sources';
import { startOnFreshDatabase } from './app';
import { body, list, record } from './records';

jest.setTimeout(240_000);

const ARTICLE = 'api::article.article';
const LIST = 'api::ranking-list.ranking-list';
const TAG = 'api::tag.tag';

const HEADLINE = `${'Harbor lights and '.repeat(18)}tides 🌊`;
const RECORDS: readonly DocumentRecord[] = [
  record({
    path: 'lights.txt',
    article: {
      headline: HEADLINE,
      ...{ tags: ['Harbor', 'Lights 💡'], photos: [{ caption: 'Lamps 🏮', creditText: 'The Harbor News' }] },
      authors: [{ name: 'Ann Oar', affiliation: 'Staff Writer' }],
      body: body('The lamps were lit. 🏮', '港の灯り'),
    },
    lists: [list('LIGHTS', [HEADLINE, 'Ropes Are Counted', 'Someone Else'])],
  }),
  record({ path: 'ropes.txt', article: { headline: 'Ropes Are Counted', tags: ['Harbor'] } }),
  record({ path: 'nets.txt', article: { headline: 'Nets Are Mended', tags: ['Harbor'] } }),
];

async function* stream(records: readonly DocumentRecord[]): AsyncGenerator<DocumentRecord> {
  yield* records;
}

describe.each([
  ['document', createDocumentStore],
  ['bulk', createBulkStore],
])('what the %s store has written', (_name, createStore) => {
  let app: TestApp;
  let editor: Editor;
  let started: Date;

  async function importAll(records: readonly DocumentRecord[]): Promise<readonly string[]> {
    const store = createStore(app.strapi, { status: 'published', runId: 'run' });
    const actions: string[] = [];
    const options = { importedAt: '2025-05-01T00:00:00.000Z' };
    for await (const { action } of importRecords(stream(records), store, options)) actions.push(action);
    return actions;
  }

  async function find(uid: string, where: object): Promise<any> {
    return app.strapi.db.query(uid as never).findOne({ where: where as never });
  }

  const get = async (path: string): Promise<any> => {
    const { status, body: answer } = await request(app.strapi.server.httpServer).get(path);
    return { status, ...answer };
  };

  const links = async (status: 'draft' | 'published'): Promise<unknown> => {
    const { documentId } = await find(LIST, { title: 'LIGHTS' });
    const populate = { entries: { populate: ['article'] } } as never;
    const found: any = await app.strapi.documents(LIST).findOne({ documentId, status, populate });
    return found.entries.map(({ linkState, article }: any) => [linkState, article?.headline ?? null]);
  };

  beforeAll(async () => {
    app = await startOnFreshDatabase();
    editor = await startEditor(app);
    started = new Date();
    await importAll(RECORDS);
  });

  afterAll(() => app.stop());

  it('is read over REST', async () => {
    const { data } = await get(
      '/api/articles?filters[tags][name][$eq]=Lights%20💡&populate[0]=tags&populate[1]=photos&populate[2]=authors',
    );
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      ...{ headline: HEADLINE, dateline: '14:15 JST, April 10, 2025', wordCount: 7 },
      ...{ datePublished: '2025-04-10T05:15:00.000Z', body: body('The lamps were lit. 🏮', '港の灯り') },
      tags: [{ name: 'Harbor' }, { name: 'Lights 💡' }],
      photos: [{ caption: 'Lamps 🏮', creditText: 'The Harbor News' }],
      authors: [{ name: 'Ann Oar', affiliation: 'Staff Writer' }],
    });
  });

  it('is found by the search of the APIs and the panel, and by who asks what is new, as a sitemap does', async () => {
    const found = async (query: string): Promise<readonly string[]> =>
      (await get(`/api/articles?fields=slug&fields=headline&${query}`)).data.map(({ headline }: any) => headline);
    expect(await found('_q=counted')).toEqual(['Ropes Are Counted']);
    const { body: listed } = await editor.get(`/content-manager/collection-types/${ARTICLE}?_q=counted`);
    expect(listed.results).toMatchObject([{ headline: 'Ropes Are Counted' }]);
    const since = (time: Date): string => `filters[updatedAt][$gte]=${time.toISOString()}&sort=updatedAt`;
    expect((await found(since(started))).toSorted()).toEqual([HEADLINE, 'Nets Are Mended', 'Ropes Are Counted']);
    expect(await found(since(new Date(Date.now() + 1000)))).toEqual([]);
  });

  it('is read over GraphQL', async () => {
    const query =
      '{ rankingLists { title entries { position headline linkState article { headline tags { name } } } } }';
    const answer = await request(app.strapi.server.httpServer).post('/graphql').send({ query });
    expect(answer.body.data.rankingLists).toEqual([
      {
        title: 'LIGHTS',
        entries: [
          {
            ...{ position: 1, headline: HEADLINE, linkState: 'resolved' },
            article: { headline: HEADLINE, tags: [{ name: 'Harbor' }, { name: 'Lights 💡' }] },
          },
          {
            ...{ position: 2, headline: 'Ropes Are Counted', linkState: 'resolved' },
            article: { headline: 'Ropes Are Counted', tags: [{ name: 'Harbor' }] },
          },
          { position: 3, headline: 'Someone Else', linkState: 'unresolved', article: null },
        ],
      },
    ]);
  });

  it('is edited and published: drafts first, visitors then', async () => {
    const { documentId } = await find(ARTICLE, { headline: 'Ropes Are Counted' });
    await editor.update(ARTICLE, documentId, { kicker: 'Quay', authors: [{ name: 'Ben Sail' }] });
    expect((await get(`/api/articles/${documentId}?populate=authors`)).data).toMatchObject({
      kicker: null,
      authors: [],
    });
    await editor.publish(ARTICLE, documentId);
    const { data } = await get(`/api/articles/${documentId}?populate[0]=authors&populate[1]=tags`);
    expect(data).toMatchObject({ kicker: 'Quay', authors: [{ name: 'Ben Sail' }], tags: [{ name: 'Harbor' }] });
    expect(await links('published')).toEqual([
      ['resolved', HEADLINE],
      ['resolved', 'Ropes Are Counted'],
      ['unresolved', null],
    ]);
  });

  it('goes back to what is published', async () => {
    const { documentId } = await find(ARTICLE, { headline: HEADLINE });
    await editor.update(ARTICLE, documentId, { kicker: 'Thrown away', photos: [], tags: { set: [] } });
    await editor.discard(ARTICLE, documentId);
    const draft: any = await app.strapi
      .documents(ARTICLE)
      .findOne({ documentId, populate: ['photos', 'tags', 'authors'] as never });
    expect(draft).toMatchObject({ kicker: null, photos: [{ caption: 'Lamps 🏮' }], authors: [{ name: 'Ann Oar' }] });
    expect(draft.tags.map(({ name }: any) => name)).toEqual(['Harbor', 'Lights 💡']);
    expect((await links('draft')) as unknown[][]).toContainEqual(['resolved', HEADLINE]);
  });

  it('is deleted, and stays so through the next import', async () => {
    const { documentId } = await find(ARTICLE, { headline: 'Nets Are Mended' });
    await editor.remove(ARTICLE, documentId);
    expect((await get(`/api/articles/${documentId}`)).status).toBe(404);
    expect(await find(ARTICLE, { documentId })).toBeNull();
    const again = record({ path: 'nets.txt', article: { headline: 'Nets Are Mended', kicker: 'Again' } });
    expect(await importAll([again])).toEqual(['deleted-locally']);
    expect(await find(ARTICLE, { headline: 'Nets Are Mended' })).toBeNull();
  });

  it('shares its tags with editors', async () => {
    const answer = await editor.tryCreate(TAG, { name: 'HARBOR' });
    expect(answer.status).toBe(400);
    const { documentId } = await find(TAG, { name: 'Harbor' });
    await editor.update(TAG, documentId, { description: 'By the water' });
    expect((await get(`/api/tags/${documentId}?populate=articles`)).data.articles).toHaveLength(2);
  });

  it('is unchanged by the same documents once more', async () => {
    const before = await app.strapi.db.getConnection('articles').select('id', 'updated_at').orderBy('id');
    expect(await importAll(RECORDS.slice(0, 2))).toEqual(['unchanged', 'unchanged']);
    expect(await app.strapi.db.getConnection('articles').select('id', 'updated_at').orderBy('id')).toEqual(before);
  });

  it('holds a body of 5 MB, and another one in its place', async () => {
    const long = (text: string): DocumentRecord =>
      record({ path: 'long.txt', article: { headline: 'Long', body: body(text), description: 'Short' } });
    for (const [text, action] of [
      ['Long 🌊 text. '.repeat(360_000), 'create'],
      ['"Long" 🌊 words. '.repeat(300_000), 'update'],
    ] as const) {
      expect(await importAll([long(text)])).toEqual([action]);
      const { body: stored } = await find(ARTICLE, { headline: 'Long', publishedAt: { $notNull: true } });
      expect(stored[0].children[0].text === text).toBe(true);
    }
  });

  it('leaves out the one document of a batch that the database refuses', async () => {
    await app.strapi.db.connection.schema.alterTable('copydesk_sources', (table) => {
      table.unique(['content_hash'], { indexName: 'no_twin_contents' });
    });
    const broken = record({ path: 'broken.txt', article: { headline: 'Broken', tags: ['Harbor', 'Never seen'] } });
    const source = { ...broken.source, sha256: RECORDS[0]?.source.sha256 ?? '' };
    const records = ['one', 'two', 'three'].map((path) => record({ path, article: { headline: `Batch ${path}` } }));
    expect(await importAll([...records.slice(0, 2), { ...broken, source }, ...records.slice(2)])).toEqual([
      'create',
      'create',
      'rejected',
      'create',
    ]);
    expect(await find(ARTICLE, { headline: 'Broken' })).toBeNull();
    expect(await find(TAG, { name: 'Never seen' })).toBeNull();
    expect(await find(ARTICLE, { headline: 'Batch three' })).not.toBeNull();
  });

  it('is settled, and need not be read again, until its article is deleted or another parser reads it', async () => {
    const settled = (path: string, isSettled: boolean): DocumentRecord => {
      const read = record({ path, article: { headline: `Settled: ${path}` } });
      return { ...read, source: { ...read.source, isSettled, parserVersion: PARSER_VERSION } };
    };
    const [quay, pier] = [settled('quay.txt', true), settled('pier.txt', true)];
    const old = settled('old.txt', true);
    const others = [settled('loud.txt', false), { ...old, source: { ...old.source, parserVersion: '0' } }];
    expect(await importAll([quay, pier, ...others])).toEqual(['create', 'create', 'create', 'create']);
    const paths = ['pier.txt', 'unknown.txt', 'quay.txt', 'loud.txt', 'old.txt'];
    const find = settledSources(app.strapi);
    expect(await find(paths)).toEqual([pier.source.sha256, null, quay.source.sha256, null, null]);
    const { documentId } = await app.strapi.db
      .query(ARTICLE as never)
      .findOne({ where: { headline: 'Settled: quay.txt' } as never });
    await app.strapi.documents(ARTICLE).delete({ documentId });
    expect(await find(paths)).toEqual([pier.source.sha256, null, null, null, null]);
  });
});
