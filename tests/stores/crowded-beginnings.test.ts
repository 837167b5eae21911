import { headlineKey } from '../../src/importer/normalise/headline-key';
import { importRecords } from '../../src/importer/import-records';
import type { DocumentRecord } from '../../src/importer/records';
import { createBulkStore } from '../../src/stores/bulk-store';
import type { ChangedArticles } from '../../src/stores/bulk/linkable-entries';
import { relinkEntries, relinkLists } from '../../src/stores/bulk/links';
import { readLinkSchema } from '../../src/stores/bulk/schema';
import { inSession } from '../../src/stores/bulk/sessions';
import type { TestApp } from '../app/strapi';
import { startOnFreshDatabase } from './app';
import { list, record } from './records';

jest.setTimeout(240_000);

const ARTICLE = 'api::article.article';
const LIST = 'api::ranking-list.ranking-list';
const START = 'Ministers Meet on the Coast to Talk of Housing in Part';

let app: TestApp;

beforeAll(async () => {
  app = await startOnFreshDatabase();
});

afterAll(() => app.stop());

async function* stream(records: readonly DocumentRecord[]): AsyncGenerator<DocumentRecord> {
  yield* records;
}

async function importAll(records: readonly DocumentRecord[]): Promise<void> {
  const store = createBulkStore(app.strapi, { status: 'published', runId: 'run' });
  const results = importRecords(stream(records), store, { importedAt: '2025-05-01T00:00:00.000Z' });
  for await (const { action } of results) expect(action).toBe('create');
}

const part = (name: string): DocumentRecord =>
  record({ path: `${name}.txt`, article: { headline: name.startsWith('as') ? `${START}...` : `${START} ${name}` } });

const parts = (from: number, to: number): readonly DocumentRecord[] =>
  Array.from({ length: to - from + 1 }, (_, at) => part(String(from + at)));

/** The cut row of draft and published list: its state and how many articles fit. */
async function rows(): Promise<readonly unknown[]> {
  const lists: any[] = await app.strapi.db.query(LIST).findMany({ populate: ['entries'] });
  return lists.map(({ entries: [{ linkState, candidates }] }) => [linkState, candidates]);
}

/** What linking everything from nothing would change: nothing, however rows came to be linked. */
async function wrongLinks(): Promise<readonly unknown[]> {
  const ids: any[] = await app.strapi.db.query(LIST).findMany({ select: ['id'] });
  return inSession(app.strapi, (session) =>
    relinkLists(
      { session, schema: readLinkSchema(app.strapi) },
      ids.map(({ id }) => id),
    ),
  );
}

/** How many beginnings are looked up among articles for a change. */
async function lookedUp(changed: Partial<ChangedArticles>): Promise<number> {
  let count = 0;
  await inSession(app.strapi, (session) => {
    const firstOfEach: typeof session.firstOfEach = (what, prefixes) => {
      count += prefixes.length;
      return session.firstOfEach(what, prefixes);
    };
    const linking = { session: { ...session, firstOfEach }, schema: readLinkSchema(app.strapi) };
    return relinkEntries(linking, { keys: [], documentIds: [], ...changed });
  });
  return count;
}

describe('a cut headline that many articles begin with', () => {
  it('has its articles counted up to ten, and not again for each that comes', async () => {
    await importAll([record({ path: 'list.txt', lists: [list('Popular', [`${START}...`])] })]);
    await importAll(parts(1, 9));
    expect(await rows()).toEqual([
      ['ambiguous', 9],
      ['ambiguous', 9],
    ]);
    const newKeys = [headlineKey(`${START} 3`)];
    expect(await lookedUp({ newKeys })).toBe(2);
    await importAll(parts(10, 14));
    expect(await rows()).toEqual([
      ['ambiguous', 10],
      ['ambiguous', 10],
    ]);
    expect(await wrongLinks()).toEqual([]);
    expect(await lookedUp({ newKeys })).toBe(0);
    expect(await lookedUp({ keys: newKeys })).toBe(2);
  });

  it('is linked all the same to one that is printed just so', async () => {
    await importAll([part('as printed')]);
    expect(await rows()).toEqual([
      ['resolved', 1],
      ['resolved', 1],
    ]);
    expect(await wrongLinks()).toEqual([]);
  });

  it('has its articles counted again when they go', async () => {
    const remove = async (headline: string): Promise<void> => {
      const found = await app.strapi.documents(ARTICLE).findFirst({ filters: { headline } });
      await app.strapi.documents(ARTICLE).delete({ documentId: found?.documentId ?? '' });
    };
    await remove(`${START}...`);
    for (const number of [1, 2, 3, 4, 5, 6]) await remove(`${START} ${number}`);
    expect(await rows()).toEqual([
      ['ambiguous', 8],
      ['ambiguous', 8],
    ]);
    expect(await wrongLinks()).toEqual([]);
  });
});
