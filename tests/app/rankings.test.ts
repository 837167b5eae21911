import request from 'supertest';
import { startEditor, type Editor } from './editor';
import { startApp, type TestApp } from './strapi';

const ARTICLE = 'api::article.article';
const LIST = 'api::ranking-list.ranking-list';
const PERMISSION = 'plugin::users-permissions.permission';

let app: TestApp;
let editor: Editor;
const documents: Record<string, string> = {};

function get(path: string) {
  return request(app.strapi.server.httpServer).get(path);
}

async function graphql(query: string): Promise<any> {
  return (await request(app.strapi.server.httpServer).post('/graphql').send({ query })).body;
}

const body = [{ type: 'paragraph', children: [{ type: 'text', text: 'The lamp burns.' }] }];

async function createArticle(headline: string, status: 'draft' | 'published'): Promise<void> {
  const { documentId } = await app.strapi.documents(ARTICLE).create({ data: { headline, body } as never, status });
  documents[headline] = documentId;
}

type Row = string | { readonly headline: string; readonly hidden?: boolean; readonly label?: string };

async function createList(key: string, capturedAt: string, rows: readonly Row[], more: object = {}): Promise<void> {
  const entries = rows.map((row, at) => ({
    printedPosition: at + 1,
    ...(typeof row === 'string' ? { headline: row } : row),
  }));
  const { status = 'published', ...data } = { title: key.toUpperCase(), key, capturedAt, entries, ...more } as any;
  await app.strapi.documents(LIST).create({ data, status });
}

beforeAll(async () => {
  app = await startApp();
  editor = await startEditor(app);
  await createArticle('Lamp lit at cape', 'published');
  await createArticle('Quiet merger planned', 'draft');
  const section = { scope: 'section', articleSection: 'Politics', window: '24h' };
  await createList(
    'politics-popular',
    '2025-04-10T05:00:00Z',
    ['Lamp lit at cape', 'Gone by noon', 'Old news'],
    section,
  );
  await createList(
    'politics-popular',
    '2025-04-11T05:00:00Z',
    ['Quiet merger planned', { headline: 'Taken off the page', hidden: true }, 'Lamp lit at cape', 'Old news'],
    section,
  );
  await createList(
    'harbor-ranking',
    '2025-04-11T04:00:00Z',
    [{ headline: 'Lamp lit at cape', label: 'A lamp at last' }],
    { scope: 'site', window: '7d' },
  );
  const byHand = { printedPosition: null };
  const chosen = [
    { headline: 'First choice', ...byHand },
    { headline: 'Second choice', ...byHand },
  ];
  await createList('editors-choice', '2025-04-10T04:00:00Z', chosen);
  await createList('editors-choice', '2025-04-11T04:00:00Z', [...chosen].reverse());
  await createList('editors-choice', '2025-04-11T04:00:00Z', [...chosen].reverse());
  await createList('harbor-ranking', '2025-04-12T04:00:00Z', ['Nobody may see this'], { status: 'draft' });
  await createList('unseen-ranking', '2025-04-12T04:00:00Z', ['Nobody may see this'], { status: 'draft' });
});

afterAll(() => app.stop());

const rowsOf = (ranking: any): readonly unknown[] =>
  ranking.entries.map((row: any) => [row.position, row.printedPosition, row.headline, row.article?.documentId ?? null]);

describe('the current list of a key', () => {
  it('has the rows that readers may see, with printed positions, movement and days', async () => {
    const { body: answer, status } = await get('/api/rankings/politics-popular');
    expect(status).toBe(200);
    expect(answer.data).toMatchObject({ key: 'politics-popular', title: 'POLITICS-POPULAR', window: '24h' });
    expect(rowsOf(answer.data)).toEqual([
      [1, 1, 'Quiet merger planned', null],
      [2, 3, 'Lamp lit at cape', documents['Lamp lit at cape']],
      [3, 4, 'Old news', null],
    ]);
    const moves = answer.data.entries.map((row: any) => [row.movement, row.previousPosition, row.daysOnList]);
    expect(moves).toEqual([
      ['new', null, 1],
      ['down', 1, 2],
      ['down', 3, 2],
    ]);
    expect(answer.data.out).toEqual([{ headline: 'Gone by noon', article: null, previousPosition: 2 }]);
  });

  it('does not tell movement where there is nothing to compare with', async () => {
    const { body: answer } = await get('/api/rankings/harbor-ranking');
    expect(answer.data.previous).toBeNull();
    expect(answer.data.entries[0]).toMatchObject({ movement: null, previousPosition: null, daysOnList: 1 });
  });

  it('compares pages of one time with an earlier one, not with each other', async () => {
    const { body: answer } = await get('/api/rankings/editors-choice/history');
    expect(answer.data.map(({ previous }: any) => previous?.capturedAt ?? null)).toEqual([
      ...['2025-04-10T04:00:00.000Z', '2025-04-10T04:00:00.000Z', null],
    ]);
    const pages = await get(`/api/rankings/editors-choice/history?pageSize=1`);
    const next = await get(`/api/rankings/editors-choice/history?pageSize=1&after=${pages.body.meta.next}`);
    expect([...pages.body.data, ...next.body.data]).toEqual(answer.data.slice(0, 2));
  });

  it('has the words of an editor, and what was printed beside them', async () => {
    const { body: answer } = await get('/api/rankings/harbor-ranking');
    expect(answer.data.entries[0]).toMatchObject({
      ...{ headline: 'A lamp at last', printedHeadline: 'Lamp lit at cape', printedPosition: 1 },
    });
  });

  it('tells the movement of lists that no page printed', async () => {
    const { body: answer } = await get('/api/rankings/editors-choice');
    const moves = answer.data.entries.map((row: any) => [row.headline, row.printedPosition, row.movement]);
    expect(moves).toEqual([
      ['Second choice', null, 'up'],
      ['First choice', null, 'down'],
    ]);
  });
});

describe('what is not there', () => {
  it('is told with the keys that exist', async () => {
    const { body: answer, status } = await get('/api/rankings/politics-populer');
    expect(status).toBe(404);
    expect(answer.data).toBeNull();
    expect(answer.error.message).toContain('did you mean “politics-popular”?');
    expect(answer.error.details).toEqual({
      ...{ key: 'politics-populer', similar: ['politics-popular'], total: 3 },
      keys: ['editors-choice', 'harbor-ranking', 'politics-popular'],
    });
  });

  it.each([
    '/api/rankings/unseen-ranking',
    '/api/rankings/unseen-ranking/history',
    '/api/rankings/harbor-ranking?at=2025-04-11T03:59:59Z',
    '/api/rankings/harbor-ranking?window=24h',
    '/api/rankings?section=Politic',
    '/api/articles/none/rankings',
  ])('is 404: %s', async (path) => {
    const { body: answer, status } = await get(path);
    expect(status).toBe(404);
    expect(answer.data).toBeNull();
  });

  it('keeps the rankings of drafts to itself', async () => {
    expect((await get(`/api/articles/${documents['Quiet merger planned']}/rankings`)).status).toBe(404);
  });
});

describe('sections and windows', () => {
  const keysOf = async (path: string) => (await get(path)).body.data.map(({ key }: any) => key);

  it('narrow the current lists', async () => {
    expect(await keysOf('/api/rankings')).toEqual(['editors-choice', 'harbor-ranking', 'politics-popular']);
    expect(await keysOf('/api/rankings?section=politics')).toEqual(['politics-popular']);
    expect(await keysOf('/api/rankings?window=7d')).toEqual(['harbor-ranking']);
    expect(await keysOf('/api/rankings?window=30d')).toEqual([]);
    expect(await keysOf('/api/rankings?section=Politics&window=7d')).toEqual([]);
  });
});

describe('parameters', () => {
  it.each([
    ['/api/rankings?at=yesterday', 'at', 'an instant such as'],
    ['/api/rankings?at=2025-04-10', 'at', 'an instant such as'],
    ['/api/rankings?at=2025-04-10T05:15:00', 'at', 'an instant such as'],
    ['/api/rankings?at=2025-04-31T05:15:00Z', 'at', 'an instant such as'],
    ['/api/rankings?window=1h', 'window', 'one of 24h, 7d, 30d'],
    ['/api/rankings?window[]=24h', 'window', 'one of 24h, 7d, 30d'],
    ['/api/rankings?windw=24h', 'windw', 'at, window, section, after, pageSize'],
    ['/api/rankings?status=draft', 'status', 'no such parameter'],
    ['/api/rankings?populate=*', 'populate', 'no such parameter'],
    ['/api/rankings?pageSize=0', 'pageSize', 'from 1 to 100'],
    ['/api/rankings?pageSize=101', 'pageSize', 'from 1 to 100'],
    ['/api/rankings?section=', 'section', 'the name of a section'],
    ['/api/rankings/politics-popular?status=draft', 'status', 'no such parameter'],
    ['/api/rankings/politics-popular/history?after=here', 'after', '`next`'],
    ['/api/rankings/politics-popular/history?after=2025-99-10T05:00:00.000Z,a', 'after', '`next`'],
  ])('that are wrong are refused: %s', async (path, parameter, expected) => {
    const { body: answer, status } = await get(path);
    expect(status).toBe(400);
    expect(answer.error.details).toMatchObject({ parameter });
    expect(answer.error.message).toContain(expected);
  });
});

describe('GraphQL', () => {
  const ROWS =
    'position printedPosition headline printedHeadline description url pinned movement previousPosition daysOnList';
  const RANKING =
    'documentId key title publisher disputed scope articleSection window capturedAt capturedAtBasis previous { documentId capturedAt } ' +
    `entries { ${ROWS} firstSeenAt article { documentId headline slug } } ` +
    'out { headline previousPosition article { documentId headline slug } }';
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

  it('answers what REST answers', async () => {
    const documentId = documents['Lamp lit at cape'] ?? '';
    const { data, errors } = await graphql(`{
      rankings(section: "Politics", window: "24h", at: "2025-04-11T14:00:00+09:00") { items { ${RANKING} } next }
      ranking(key: "politics-popular") { ${RANKING} }
      rankingHistory(key: "politics-popular", pageSize: 1) { items { ${RANKING} } next }
      articleRankings(documentId: "${documentId}") {
        article { documentId headline slug }
        rankings { key title scope articleSection window bestPosition bestAt firstSeenAt lastSeenAt captures daysOnList currentPosition }
      }
    }`);
    expect(errors).toBeUndefined();
    const rest = async (path: string) => (await get(path)).body;
    const page = ({ data: items, meta }: any) => ({ items, next: meta.next });
    expect(plain(data.rankings)).toEqual(
      page(await rest('/api/rankings?section=Politics&window=24h&at=2025-04-11T05:00:00Z')),
    );
    expect(plain(data.ranking)).toEqual((await rest('/api/rankings/politics-popular')).data);
    const history = page(await rest('/api/rankings/politics-popular/history?pageSize=1'));
    expect(plain(data.rankingHistory)).toEqual(history);
    expect(history.next).not.toBeNull();
    const articles = (await rest(`/api/articles/${documentId}/rankings`)).data;
    expect(plain(data.articleRankings)).toEqual(articles);
    expect(articles.rankings).toHaveLength(2);
  });

  it('says what is wrong in the same words', async () => {
    const { data, errors } = await graphql('{ ranking(key: "politics-populer") { key } }');
    expect(data.ranking).toBeNull();
    const { body: answer } = await get('/api/rankings/politics-populer');
    expect(errors[0].message).toBe(answer.error.message);
    expect(errors[0].extensions.error.details).toEqual(answer.error.details);
    const wrong = await graphql('{ rankings(window: "1h") { next } }');
    expect(wrong.errors[0].message).toBe('window: expected one of 24h, 7d, 30d');
  });

  it('never shows drafts, nor hidden rows', async () => {
    const answers = [
      await graphql(`{ rankings { items { ${RANKING} } } }`),
      await graphql('{ ranking(key: "unseen-ranking") { title } }'),
      (await get('/api/rankings')).body,
      (await get('/api/rankings/politics-popular/history')).body,
      (await get('/api/rankings/politics-popular?at=2026-01-01T00:00:00Z')).body,
    ];
    expect(JSON.stringify(answers)).not.toMatch(/Nobody may see this|Taken off the page|UNSEEN-RANKING/);
    expect(JSON.stringify(answers)).not.toContain(documents['Quiet merger planned']);
  });
});

describe('rights', () => {
  async function withoutRight(action: string, work: () => Promise<void>): Promise<void> {
    const { strapi } = app;
    const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
    const where = { action, role: role.id };
    const permission = await strapi.db.query(PERMISSION).findOne({ where });
    expect(permission).not.toBeNull();
    await strapi.db.query(PERMISSION).delete({ where: { id: permission.id } });
    await work().finally(() => strapi.db.query(PERMISSION).create({ data: where }));
  }

  it.each([
    ['find', '/api/rankings', '{ rankings { next } }'],
    ['findOne', '/api/rankings/harbor-ranking', '{ ranking(key: "harbor-ranking") { key } }'],
    ['history', '/api/rankings/harbor-ranking/history', '{ rankingHistory(key: "harbor-ranking") { next } }'],
    ['ofArticle', '/api/articles/ARTICLE/rankings', '{ articleRankings(documentId: "ARTICLE") { rankings { key } } }'],
  ])('to %s are an administrator’s to take away', async (action, path, query) => {
    const named = (text: string) => text.replace('ARTICLE', documents['Lamp lit at cape'] ?? '');
    expect((await get(named(path))).status).toBe(200);
    expect((await graphql(named(query))).errors).toBeUndefined();
    await withoutRight(`api::ranking-list.rankings.${action}`, async () => {
      expect((await get(named(path))).status).toBe(403);
      expect((await graphql(named(query))).errors[0].extensions.error.name).toBe('ForbiddenError');
    });
  });

  it('to lists give none to articles', async () => {
    await withoutRight('api::article.article.find', async () => {
      const { body: answer } = await get('/api/rankings/harbor-ranking');
      expect(answer.data.entries[0]).toMatchObject({ printedHeadline: 'Lamp lit at cape', article: null });
      const { data } = await graphql('{ ranking(key: "harbor-ranking") { entries { article { headline } } } }');
      expect(data.ranking.entries).toEqual([{ article: null }]);
      expect((await get(`/api/articles/${documents['Lamp lit at cape']}/rankings`)).status).toBe(403);
    });
  });
});

describe('statistics', () => {
  const PATH = '/copydesk/statistics/rankings';

  it('tell editors how long articles stand, and how many rows lead nowhere', async () => {
    const { body: answer, status } = await editor.get(`${PATH}?from=2025-04-10T00:00:00Z&to=2025-04-12T00:00:00Z`);
    expect(status).toBe(200);
    const { longestStanding, unresolved } = answer.data;
    expect(longestStanding[0]).toEqual({
      ...{ documentId: documents['Lamp lit at cape'], headline: 'Lamp lit at cape', published: true },
      ...{ days: 2, captures: 3, lists: 2, bestPosition: 1 },
      ...{ firstSeenAt: '2025-04-10T05:00:00.000Z', lastSeenAt: '2025-04-11T05:00:00.000Z' },
    });
    expect(longestStanding[1]).toMatchObject({ headline: 'Quiet merger planned', published: false, days: 1 });
    const politics = unresolved.filter(({ key }: any) => key === 'politics-popular');
    expect(politics).toEqual([
      { key: 'politics-popular', period: '2025-04-10', rows: 3, unresolved: 2, ambiguous: 0, share: 0.6667 },
      { key: 'politics-popular', period: '2025-04-11', rows: 4, unresolved: 2, ambiguous: 0, share: 0.5 },
    ]);
  });

  it('can be of one list, and by month', async () => {
    const { body: answer } = await editor.get(
      `${PATH}?from=2025-04-01T00:00:00Z&to=2025-05-01T00:00:00Z&key=politics-popular&by=month`,
    );
    expect(answer.data.unresolved).toEqual([
      { key: 'politics-popular', period: '2025-04', rows: 7, unresolved: 4, ambiguous: 0, share: 0.5714 },
    ]);
  });

  it('are of the last thirty days unless a time is named', async () => {
    const { body: answer } = await editor.get(PATH);
    expect(answer.data).toMatchObject({ longestStanding: [], unresolved: [], key: null });
    expect(Date.parse(answer.data.to) - Date.parse(answer.data.from)).toBe(30 * 86_400_000);
  });

  it('refuse what they do not know', async () => {
    expect((await editor.get(`${PATH}?by=week`)).status).toBe(400);
  });

  it('are nobody else’s', async () => {
    expect((await get(PATH)).status).toBe(401);
    expect((await get(`/api${PATH}`)).status).toBe(404);
  });
});
