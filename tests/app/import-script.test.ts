import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { startEditor } from './editor';
import { runScript, settingsFor } from './script-run';
import { startApp } from './strapi';

const SHARED = 'Tide Gauge Found in Barn after 60 Years';

const PAGE = [
  'Harbor Bridge to Be Painted at Night; Ferries to Run until Dawn',
  'Painters hang their lamps below the harbor bridge on Monday.',
  '14:15 JST, April 10, 2025',
  'The harbor bridge will be painted at night, the port office said on Monday. It has not been painted since 1958.',
  '“By day the ferries need it,” an official said. “By night only the gulls do.”',
  'The color is said to be blue. Eleven blues were tried.',
  'Related Tags',
  '#Bridges',
  '"Politics" POPULAR ARTICLE',
  '-',
  SHARED,
  '-',
  'Assembly Debates Length of Its Debates',
  'JN ACCESS RANKING',
  '-',
  'Assembly Debates Length of Its Debates',
  '-',
  SHARED,
].join('\n');

const LATER = [
  SHARED,
  '9:05 JST, April 11, 2025',
  'A tide gauge was found in a barn. It was wrapped in sailcloth.',
].join('\n');
const NO_HEADLINE = [
  'Gulls sit on the bridge.',
  '9:05 JST, April 12, 2025',
  'The gulls have come back. Nobody called them.',
].join('\n');

const GRAPHQL = `{ articles { headline dateline datePublished photos { caption creditText } tags { name } }
  rankingLists(sort: "key") { key title scope articleSection window entries { position headline linkState article { headline } } } }`;

let folder: string;
let env: NodeJS.ProcessEnv;

const write = (name: string, content: string | Buffer): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

const importing = (...args: string[]) => runScript(args, env);

/** Boots the application on the database that the script wrote to. */
async function withApp<Result>(work: (app: Awaited<ReturnType<typeof startApp>>) => Promise<Result>): Promise<Result> {
  const app = await startApp(folder);
  try {
    return await work(app);
  } finally {
    await app.stop({ keep: true });
  }
}

const ask = (app: Awaited<ReturnType<typeof startApp>>) => request(app.strapi.server.httpServer);

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-script-'));
  env = settingsFor(folder);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['bulk', 'documents'])('the import script with the store %s', (store) => {
  it('brings a page to REST and GraphQL as it is printed, and leaves it alone the second time', async () => {
    const page = write('page.txt', PAGE);
    const first = await importing('--status', 'published', '--store', store, page);
    expect(first).toMatchObject({ code: 0 });
    expect(first.stderr).toContain('1 documents read: 1 created');
    expect(first.stderr).toContain('takes the database for itself');
    const rows = await withApp(async (app) => {
      const { body: rest } = await ask(app).get('/api/articles?populate=*');
      const { body: graphql } = await ask(app).post('/graphql').send({ query: GRAPHQL });
      for (const article of [rest.data[0], graphql.data.articles[0]]) {
        expect(article).toMatchObject({
          headline: 'Harbor Bridge to Be Painted at Night; Ferries to Run until Dawn',
          dateline: '14:15 JST, April 10, 2025',
          datePublished: '2025-04-10T05:15:00.000Z',
          photos: [{ caption: 'Painters hang their lamps below the harbor bridge on Monday.', creditText: null }],
          tags: [{ name: 'Bridges' }],
        });
      }
      expect(rest.data[0].body.map((block: any) => block.children[0].text)).toEqual(PAGE.split('\n').slice(3, 6));
      expect(graphql.data.rankingLists).toMatchObject([
        {
          key: 'jn-access-ranking',
          scope: 'site',
          window: null,
          entries: [{ position: 1 }, { position: 2, headline: SHARED, article: null }],
        },
        {
          key: 'politics-popular',
          scope: 'section',
          articleSection: 'Politics',
          entries: [{ headline: SHARED, linkState: 'unresolved' }, {}],
        },
      ]);
      return dump(app);
    });
    const second = await importing('--status', 'published', '--store', store, page);
    expect(second.stderr).toContain('1 documents read: 1 unchanged');
    expect(await withApp(dump)).toEqual(rows);
  });

  it('links the shared headline in both lists when its article is imported afterwards', async () => {
    await importing('--status', 'published', '--store', store, write('page.txt', PAGE));
    await importing('--status', 'published', '--store', store, write('later.txt', LATER));
    await withApp(async (app) => {
      const { body } = await ask(app).post('/graphql').send({ query: GRAPHQL });
      const rows = body.data.rankingLists
        .flatMap((list: any) => list.entries)
        .filter((row: any) => row.headline === SHARED);
      expect(rows).toHaveLength(2);
      for (const row of rows) expect(row).toMatchObject({ linkState: 'resolved', article: { headline: SHARED } });
    });
  });
});

/** Every row that an import may write, with its times. */
async function dump({ strapi }: Awaited<ReturnType<typeof startApp>>): Promise<unknown> {
  const uids = [
    'api::article.article',
    'api::tag.tag',
    'api::ranking-list.ranking-list',
    'plugin::copydesk.source-document',
  ];
  return Promise.all(
    uids.map((uid) => strapi.db.query(uid as never).findMany({ orderBy: { id: 'asc' }, populate: true } as never)),
  );
}

it('links the shared headline in both lists when an editor writes the article', async () => {
  await importing('--status', 'published', write('page.txt', PAGE));
  await withApp(async (app) => {
    const editor = await startEditor(app);
    const { documentId } = await editor.create('api::article.article', { headline: SHARED });
    await editor.publish('api::article.article', documentId);
    const { body } = await ask(app).post('/graphql').send({ query: GRAPHQL });
    const rows = body.data.rankingLists
      .flatMap((list: any) => list.entries)
      .filter((row: any) => row.headline === SHARED);
    for (const row of rows) expect(row).toMatchObject({ linkState: 'resolved', article: { headline: SHARED } });
  });
});

it('keeps drafts and headless articles from visitors', async () => {
  await importing(write('page.txt', PAGE));
  const headless = await importing('--status', 'published', write('headless.txt', NO_HEADLINE));
  expect(headless.stdout).toContain('missing-headline');
  await withApp(async (app) => {
    expect((await ask(app).get('/api/articles?status=draft')).body.data).toEqual([]);
    expect(await app.strapi.db.query('api::article.article').count()).toBe(2);
  });
});

it('imports the good ones beside the bad ones, names each bad one, and exits with 1', async () => {
  const good = write('good.txt', LATER);
  const bad = [
    write('empty.txt', ''),
    write('binary.txt', Buffer.from([0x61, 0x0a, 0x00, 0x62, 0x63, 0x64, 0x65, 0x66])),
    path.join(folder, 'missing.txt'),
  ];
  const { code, stdout, stderr } = await importing('--format', 'json', ...bad, good);
  expect(code).toBe(1);
  expect(stderr).toContain('4 documents read: 1 created, 3 rejected');
  const { counts, documents } = JSON.parse(stdout);
  expect(counts).toMatchObject({ read: 4, create: 1, rejected: 3 });
  const findings = documents
    .filter(({ action }: any) => action === 'rejected')
    .map((document: any) => [path.basename(document.path), document.diagnostics[0].code, document.diagnostics[0].line]);
  expect(findings).toEqual([
    ['empty.txt', 'empty-document', null],
    ['binary.txt', 'binary-document', 2],
    ['missing.txt', 'unreadable-path', null],
  ]);
});

it('writes nothing in a dry run, stops at the limit, reads standard input and globs', async () => {
  write('a.txt', PAGE);
  write('b.txt', LATER);
  const dry = await importing('--dry-run', path.join(folder, '*.txt'));
  expect(dry.stderr).toContain('Dry run, nothing was written: 2 documents read: 2 created');
  await withApp(async ({ strapi }) => {
    expect(await strapi.db.query('api::article.article').count()).toBe(0);
    expect(await strapi.db.query('plugin::copydesk.run').count()).toBe(0);
  });
  expect((await importing('--limit', '1', folder)).stderr).toContain('1 documents read: 1 created');
  expect((await runScript(['-'], env, LATER)).stderr).toContain('1 documents read: 1 created');
});

it.each([
  [['--nope'], 'unknown option'],
  [[], 'missing required argument'],
  [['--status', 'secret', 'x'], 'Allowed choices'],
  [['--limit', '0', 'x'], 'whole number'],
  [['--profile', 'nope', 'x'], 'There is no profile "nope"'],
  [['--timezone', 'Mars/Olympus', 'x'], 'no time zone'],
])('exits with 2 and a sentence for %j', async (args, sentence) => {
  const { code, stderr } = await importing(...args);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/^\s+at /m);
});

it.each([
  ['an unreachable PostgreSQL', { DATABASE_CLIENT: 'postgres', DATABASE_HOST: '127.0.0.1', DATABASE_PORT: '1' }],
  ['a database file below a file', { DATABASE_FILENAME: '/etc/passwd/data.db' }],
  ['a database file in a folder that can not be made', { DATABASE_FILENAME: '/proc/nope/data.db' }],
  ['a database file that is something else', { DATABASE_FILENAME: 'page.txt' }],
  ['an unknown database client', { DATABASE_CLIENT: 'oracle' }],
])('exits with 3 and one sentence for %s', async (_, settings) => {
  const page = write('page.txt', PAGE);
  const { DATABASE_FILENAME: name } = settings as NodeJS.ProcessEnv;
  const file = name === undefined ? {} : { DATABASE_FILENAME: path.resolve(folder, name) };
  const { code, stderr } = await runScript([page], { ...env, ...settings, ...file });
  expect(code).toBe(3);
  expect(
    stderr
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('No server runs')),
  ).toHaveLength(1);
  expect(stderr).toMatch(/check (?:the )?DATABASE_/);
});

it('waits for another import that has the database', async () => {
  const [first, second] = await Promise.all([importing(write('a.txt', PAGE)), importing(write('b.txt', LATER))]);
  expect([first.code, second.code]).toEqual([0, 0]);
  await withApp(async ({ strapi }) => expect(await strapi.db.query('api::article.article').count()).toBe(2));
});
