import { setTimeout as sleep } from 'node:timers/promises';
import { importGroups } from '../../src/importer/import-records';
import type { DocumentRecord } from '../../src/importer/records';
import { createBulkStore } from '../../src/stores/bulk-store';
import { inSession } from '../../src/stores/bulk/sessions';
import type { Column } from '../../src/stores/bulk/sessions/session';
import type { TestApp } from '../app/strapi';
import { startOnFreshDatabase } from './app';
import { body, record } from './records';

jest.setTimeout(240_000);

const ARTICLE = 'api::article.article';
const SOURCE = 'plugin::copydesk.source-document';

let app: TestApp;

beforeAll(async () => {
  app = await startOnFreshDatabase();
});

afterAll(() => app.stop());

async function* stream(records: readonly DocumentRecord[]): AsyncGenerator<readonly DocumentRecord[]> {
  yield records;
}

async function importAll(records: readonly DocumentRecord[]): Promise<readonly string[]> {
  const store = createBulkStore(app.strapi, { status: 'published', runId: 'run' });
  const actions: string[] = [];
  for await (const results of importGroups(stream(records), store, { importedAt: '2025-05-01T00:00:00.000Z' })) {
    actions.push(...results.map(({ action }) => action));
  }
  return actions;
}

const client = (): string => app.strapi.db.dialect.client;

/** Inserts and look-ups below work on tags, the plainest table. */
const tags = () => {
  const { tableName, attributes } = app.strapi.db.metadata.get('api::tag.tag');
  const column = (name: string): Column => ({
    name: (attributes[name] as unknown as { columnName: string }).columnName,
    kind: 'plain',
  });
  return { tableName, columns: [column('name'), column('nameKey')] };
};

const LINES = [
  'A tab\there, a backslash \\ there, \\n and \\N and \\.',
  String.raw`\.`,
  `"Quotes" and 'others'; percent % and _ and ? and ??, $1 and :name`,
  '🌊 tides, 𠮷野家, e\u0301 and é, \u202eback\u202c',
  'null',
];

it('rows are found by many values at once, on MySQL by a look at the index for each', async () => {
  const { tableName, columns } = tags();
  const names = Array.from({ length: 300 }, (_, at) => `Many ${at}`);
  await inSession(app.strapi, async (session) => {
    await session.insert(
      tableName,
      columns,
      names.map((name) => [name, name.toLowerCase()]),
    );
    const sql = `select name from ${session.name(tableName)} where ${session.isOneOf(session.name('name'))}`;
    expect(await session.select(sql, [session.list(names)])).toHaveLength(300);
    const limit = 'select @@eq_range_index_dive_limit as looks';
    type Limit = { readonly looks: string | number };
    const found = client() === 'mysql' ? await session.select<Limit>(limit, []) : [{ looks: 0 }];
    expect(found.map(({ looks }) => Number(looks))).toEqual([0]);
  });
});

describe('texts come back as they were', () => {
  it('with every character that a database gives a meaning of its own', async () => {
    const made = record({ path: 'marks.txt', article: { headline: LINES.join(' '), body: body(...LINES) } });
    const raw = `${LINES.join('\n')}\r\n\tlast`;
    expect(await importAll([{ ...made, source: { ...made.source, raw } }])).toEqual(['create']);
    const stored: any = await app.strapi.db.query(ARTICLE).findOne({ where: { headline: LINES.join(' ') } });
    expect(stored.body).toEqual(body(...LINES));
    const source: any = await app.strapi.db.query(SOURCE).findOne({ where: { path: 'marks.txt' } });
    expect(source.raw).toBe(raw);
    expect(source.base.body).toEqual(body(...LINES));
  });

  it('in many long rows at once', async () => {
    const texts = [...LINES, 'The harbor was quiet, 港の灯り 🏮. '.repeat(60)];
    const pages = Array.from({ length: 70 }, (_, at) =>
      record({
        path: `long ${at}.txt`,
        article: { headline: `Long ${at}`, kicker: null, body: body(`${at}`, ...texts) },
      }),
    );
    await importAll(pages);
    const stored: any[] = await app.strapi.db
      .query(ARTICLE)
      .findMany({ where: { headline: { $startsWith: 'Long ' } } });
    expect(stored).toHaveLength(140);
    for (const { headline, kicker, body: found, datePublished } of stored) {
      expect([found, kicker]).toEqual([body(String(headline).slice('Long '.length), ...texts), null]);
      expect(new Date(datePublished).toISOString()).toBe('2025-04-10T05:15:00.000Z');
    }
    const sources: any[] = await app.strapi.db.query(SOURCE).findMany({ where: { path: { $startsWith: 'long ' } } });
    // And written over as many at once.
    const later = pages.map((page) => ({
      ...page,
      source: { ...page.source, sha256: `later ${page.source.sha256}` },
      article: page.article && { ...page.article, fields: { ...page.article.fields, body: body(...texts, 'Later.') } },
    }));
    expect(new Set(await importAll(later))).toEqual(new Set(['update']));
    const changed: any[] = await app.strapi.db
      .query(ARTICLE)
      .findMany({ where: { headline: { $startsWith: 'Long ' } } });
    expect(changed.map(({ body: found }) => found)).toEqual(changed.map(() => body(...texts, 'Later.')));
    const rawOf = new Map(sources.map(({ path, raw }) => [path, raw]));
    expect(
      pages.filter(({ source }) => rawOf.get(source.path) !== source.raw).map(({ source }) => source.path),
    ).toEqual([]);
  });

  it('with five megabytes of them', async () => {
    const texts = Array.from(
      { length: 1000 },
      (_, at) => `${at}: ${'The harbor was quiet, 港の灯り 🏮. '.repeat(140)}`,
    );
    expect(Buffer.byteLength(texts.join(''))).toBeGreaterThan(5_000_000);
    const long = record({ path: 'long.txt', article: { headline: 'Long', body: body(...texts) } });
    expect(await importAll([long])).toEqual(['create']);
    const stored: any = await app.strapi.db.query(ARTICLE).findOne({ where: { headline: 'Long' } });
    // Compared here: to print how two such texts differ takes longer than anybody waits.
    const found: readonly string[] = stored.body.map(({ children: [first] }: any) => first.text);
    expect(found.join('\n') === texts.join('\n')).toBe(true);
  });
});

describe('a session', () => {
  it('finds the greatest for each value, and nothing where there is none', async () => {
    const { tableName, columns } = tags();
    const found = await inSession(app.strapi, async (session) => {
      await session.add(tableName, columns, [
        ['Quay', 'quay'],
        ['Pier', 'pier'],
        ['Pierhead', 'pierhead'],
      ]);
      const [, key] = columns.map(({ name }) => session.name(name));
      const what = { column: key ?? '', table: session.name(tableName) };
      return {
        texts: await session.greatest({ ...what, where: (value) => `${key} <= ${value}` }, ['piers', 'a', 'quay', 'z']),
        numbers: await session.greatest({ ...what, where: (value) => `${value} < 2` }, [1, 2]),
        none: await session.greatest({ ...what, where: (value) => `${key} = ${value}` }, []),
      };
    });
    expect(found).toEqual({ texts: ['pierhead', null, 'quay', 'quay'], numbers: ['quay', null], none: [] });
  });

  it('finds some rows for each beginning, whatever characters it has', async () => {
    const { tableName, columns } = tags();
    const keys = [
      '100% wool',
      '100 sheep',
      'under_score',
      'underscore',
      'wave',
      '🌊 tide',
      '🌊 wave',
      '🌊 waves',
      'tide🌊',
    ];
    const rows = keys.map((key) => [`First of each ${key}`, `first ${key}`]);
    const found = await inSession(app.strapi, async (session) => {
      await session.add(tableName, columns, rows);
      const column = session.name('name_key');
      const what = { columns: `${column} as found`, table: session.name(tableName), column, where: 'id > 0', limit: 2 };
      const beginnings = ['first 100%', 'first under_', 'first nothing', 'first 🌊', 'first 🌊 wave', 'first tide'];
      return session.firstOfEach<{ readonly found: string }>(what, beginnings);
    });
    const at = (place: number): readonly string[] =>
      found.flatMap((row) => (Number(row.place) === place ? [row.found] : []));
    expect([at(0), at(1), at(2)]).toEqual([['first 100% wool'], ['first under_score'], []]);
    expect(at(3)).toHaveLength(2);
    expect(at(4).toSorted()).toEqual(['first 🌊 wave', 'first 🌊 waves']);
    expect([at(5), at(6)]).toEqual([['first tide🌊'], []]);
  });

  it('gives rows ids of their own, in their order', async () => {
    const { tableName, columns } = tags();
    const names = Array.from({ length: 5000 }, (_, at) => `Mooring ${at}`);
    const ids = await inSession(app.strapi, (session) =>
      session.insert(
        tableName,
        columns,
        names.map((name) => [name, name.toLowerCase()]),
      ),
    );
    expect(new Set(ids).size).toBe(names.length);
    const stored = await app.strapi.db.query('api::tag.tag').findMany({
      where: { name: { $startsWith: 'Mooring ' } },
      orderBy: 'id',
    });
    const nameOf = new Map(stored.map(({ id, name }: any) => [id, name]));
    expect(ids.map((id) => nameOf.get(id))).toEqual(names);
  });

  it('changes rows that are there, and makes no others of rows that somebody has deleted', async () => {
    const { tableName, columns } = tags();
    await inSession(app.strapi, async (session) => {
      const [kept = 0, gone = 0] = await session.insert(tableName, columns, [
        ['Kept', 'kept'],
        ['Gone', 'gone'],
      ]);
      await session.remove(tableName, 'id', [gone]);
      await session.update(tableName, columns, [
        [kept, 'Kept still', 'kept still'],
        [gone, 'Gone still', 'gone still'],
      ]);
    });
    const still = await app.strapi.db.query('api::tag.tag').findMany({ where: { name: { $endsWith: ' still' } } });
    expect(still.map(({ name }: any) => name)).toEqual(['Kept still']);
  });

  it('takes everything back where a row fails that nobody waits for, and says why', async () => {
    const { tableName, columns } = tags();
    const work = inSession(app.strapi, async (session) => {
      await session.add(tableName, columns, [['Bollard', 'bollard']]);
      await session.add(tableName, columns, [['Bollard again', 'bollard']]);
      await session.select(`select count(*) as number from ${session.name(tableName)}`, []);
    });
    // SQLite's errors are of the first test's world in a process of several: no errors in the eyes of `toThrow`.
    const reason = await work.then(
      () => 'nothing failed',
      ({ message }: Error) => message,
    );
    expect(reason).toMatch(/unique|duplicate/i);
    expect(await app.strapi.db.query('api::tag.tag').count({ where: { nameKey: 'bollard' } })).toBe(0);
  });
});

it('PostgreSQL knows how large tables have become, and compresses by what it does fastest', async () => {
  if (client() !== 'postgres') return;
  const pages = Array.from({ length: 260 }, (_, at) =>
    record({ path: `p${at}.txt`, article: { headline: `Page ${at}` } }),
  );
  await importAll(pages);
  const { connection } = app.strapi.db;
  const known = async (): Promise<number> =>
    (await connection.raw(`select reltuples::int as rows from pg_class where relname = 'articles'`)).rows[0].rows;
  // It counts beside the import.
  for (let tries = 0; tries < 100 && (await known()) <= 500; tries += 1) await sleep(100);
  expect(await known()).toBeGreaterThan(500);
  expect((await connection.raw('show default_toast_compression')).rows).toEqual([{ default_toast_compression: 'lz4' }]);
});

it('MySQL stores nothing behind a statement for which it takes the whole transaction back', async () => {
  if (client() !== 'mysql') return;
  const { tableName, columns } = tags();
  const fillers = Array.from({ length: 50 }, (_, at) => [`Filler ${at}`, `filler ${at}`]);
  const [one = 0, other = 0, ...others] = await inSession(app.strapi, (session) =>
    session.insert(tableName, columns, [['One', 'one'], ['Other', 'other'], ...fillers]),
  );
  const trx = await app.strapi.db.connection.transaction();
  // The server takes the transaction back that has changed less.
  await trx(tableName)
    .whereIn('id', [other, ...others])
    .update({ name: 'By an editor' });
  let waiting: PromiseLike<unknown> = Promise.resolve();
  const work = inSession(app.strapi, async (session) => {
    await session.update(tableName, columns, [[one, 'By an import', 'one']]);
    waiting = trx(tableName).where({ id: one }).update({ name: 'By an editor' }).then();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const blocked = session.update(tableName, columns, [[other, 'By an import', 'other']]);
    const stray = session.insert(tableName, columns, [['Stray', 'stray']]);
    await Promise.all([blocked, stray.catch(() => undefined)]);
  });
  await expect(work).rejects.toThrow(/deadlock/i);
  await waiting;
  await trx.commit();
  expect(await app.strapi.db.query('api::tag.tag').count({ where: { nameKey: 'stray' } })).toBe(0);
});
