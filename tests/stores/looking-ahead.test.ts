import { setTimeout as sleep } from 'node:timers/promises';
import { importRecords } from '../../src/importer/import-records';
import type { DocumentRecord } from '../../src/importer/records';
import { DEFAULT_RULES } from '../../src/importer/plan/plan-rules';
import type { Store } from '../../src/importer/store';
import { createBulkStore } from '../../src/stores/bulk-store';
import type { TestApp } from '../app/strapi';
import { startOnFreshDatabase } from './app';
import { dumpTables } from './dump';
import { body, list, record } from './records';

jest.setTimeout(240_000);

const LIST = 'api::ranking-list.ranking-list';

const UNTIMED = { datePublished: null, datePublishedPrecision: null } as const;

const article = (path: string, headline: string, more: object = {}, identity?: string): DocumentRecord =>
  record({ path, article: { headline, ...more }, ...(identity === undefined ? {} : { identity }) });

const withAlias = (given: DocumentRecord, alias: string): DocumentRecord =>
  given.article === null ? given : { ...given, article: { ...given.article, alias } };

/** An article that states its address, and one of another address with the same text: which of them a text alone means is not known. */
const ROPES = ['one', 'two'].map((name) => withAlias(article(`ropes ${name}.txt`, 'Knots', {}, `url ${name}`), 'text'));

/** What is there before, and a list of it that an editor deletes. */
const BEFORE = [
  ...ROPES,
  article('known.txt', 'Known', {}, 'known'),
  article('renamed.txt', 'Renamed', UNTIMED, 'renamed'),
  record({ path: 'lists.txt', lists: [list('Gone', ['One']), list('Stays', ['Two'])] }),
];

/** Most of these have to do with the one before them. */
const DOCUMENTS = [
  article('a.txt', 'Boats', {}, 'boats'),
  article('b.txt', 'Boats', { body: body('Later.') }, 'boats'),
  article('b.txt', 'Boats', { body: body('Later still.') }, 'boats'),
  article('c.txt', 'Nets', UNTIMED),
  article('d.txt', 'Nets', UNTIMED),
  withAlias(article('e.txt', 'Ropes', {}, 'url ropes'), 'text ropes'),
  article('f.txt', 'Ropes', { body: body('Without an address.') }, 'text ropes'),
  article('known.txt', 'Known', { kicker: 'Seen again' }, 'known'),
  article('g.txt', 'Known', { kicker: 'Seen twice' }, 'known'),
  article('renamed.txt', 'Named anew', UNTIMED, 'renamed'),
  article('h.txt', 'Renamed', UNTIMED),
  article('i.txt', 'Named anew', UNTIMED),
  // The first article is not known by that text any more, so that it means the second.
  withAlias(article('ropes one.txt', 'Knots', { kicker: 'Revised' }, 'url one'), 'text revised'),
  article('ropes.txt', 'Hitches', {}, 'text'),
  record({ path: 'j.txt', lists: [list('Gone', ['One']), list('Stays', ['Two']), list('New', ['Three'])] }),
  record({ path: 'k.txt', lists: [list('Gone', ['One']), list('Stays', ['Two']), list('New', ['Three'])] }),
];

async function* stream(records: readonly DocumentRecord[]): AsyncGenerator<DocumentRecord> {
  yield* records;
}

/** Imports documents one at a time; each waits before it is stored, so that the next one can be looked up before. */
async function importAll(app: TestApp, records: readonly DocumentRecord[], looksAhead: boolean, restore: boolean) {
  const store = createBulkStore(app.strapi, { status: 'published', runId: 'run' });
  let loads = 0;
  const slow: Store = {
    ...store,
    loadMany(some, rules) {
      loads += 1;
      return store.loadMany(some, rules);
    },
    async applyMany(plans) {
      await sleep(50);
      return store.applyMany(plans);
    },
  };
  const options = {
    importedAt: '2025-05-01T00:00:00.000Z',
    limits: { documents: 1, characters: 1_000_000, looksAhead },
    rules: { ...DEFAULT_RULES, restore },
  };
  const results: object[] = [];
  for await (const { path, action, diagnostics } of importRecords(stream(records), slow, options)) {
    results.push({ path, action, diagnostics });
  }
  return { results, loads };
}

async function outcome(looksAhead: boolean, restore: boolean) {
  const app = await startOnFreshDatabase();
  try {
    await importAll(app, BEFORE, false, false);
    await app.strapi.db.query(LIST).deleteMany({ where: { title: 'Gone' } });
    const { results, loads } = await importAll(app, DOCUMENTS, looksAhead, restore);
    return { results, loads, tables: await dumpTables(app.strapi, false) };
  } finally {
    await app.stop();
  }
}

it('what is looked up while other documents are stored comes to the same as what is looked up behind them', async () => {
  const [ahead, behind] = [await outcome(true, false), await outcome(false, false)];
  expect(ahead.results).toEqual(behind.results);
  expect(ahead.tables).toEqual(behind.tables);
  expect([ahead.loads > behind.loads, behind.loads]).toEqual([true, DOCUMENTS.length]);
  expect(ahead.results).toMatchObject([
    ...[{ action: 'create' }, { action: 'update' }, { action: 'update' }],
    ...[{ action: 'create' }, { action: 'create', diagnostics: [{ code: 'possible-twin' }] }],
    ...[{ action: 'create' }, { action: 'update' }, { action: 'update' }, { action: 'update' }],
    ...[{ action: 'update' }, { action: 'create', diagnostics: [] }],
    { action: 'create', diagnostics: [{ code: 'possible-twin' }] },
    ...[{ action: 'update' }, { action: 'update' }],
    ...[{ diagnostics: [{ code: 'list-deleted' }] }, { diagnostics: [{ code: 'list-deleted' }] }],
  ]);
});

it('so does what is made again', async () => {
  const [ahead, behind] = [await outcome(true, true), await outcome(false, true)];
  expect(ahead.results).toEqual(behind.results);
  expect(ahead.tables).toEqual(behind.tables);
});
