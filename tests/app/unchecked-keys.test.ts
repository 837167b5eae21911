import { importRecords } from '../../src/importer/import-records';
import type { DocumentRecord } from '../../src/importer/records';
import { removeParts } from '../../src/stores/bulk/components';
import { createBulkStore } from '../../src/stores/bulk-store';
import type { Session } from '../../src/stores/bulk/sessions/session';
import { withUncheckedKeys } from '../../src/stores/bulk/sessions/unchecked-keys';
import { list, record } from '../stores/records';
import { startApp, type TestApp } from './strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

const ask = (sql: string): Promise<readonly object[]> => app.strapi.db.connection.raw(sql);

async function* stream(records: readonly DocumentRecord[]): AsyncGenerator<DocumentRecord> {
  yield* records;
}

/** Imports without checks; answers what SQLite says of its checks meanwhile. */
async function importAll(records: readonly DocumentRecord[]): Promise<readonly object[]> {
  const store = createBulkStore(app.strapi, { status: 'published', runId: 'run' });
  const meanwhile: object[] = [];
  const results = importRecords(stream(records), store, { importedAt: '2025-05-01T00:00:00.000Z' });
  for await (const { action } of withUncheckedKeys(app.strapi, results)) {
    expect(['create', 'update']).toContain(action);
    meanwhile.push(...(await ask('pragma foreign_keys')));
  }
  return meanwhile;
}

const HEADLINES = Array.from({ length: 80 }, (_, at) => `Gull No. ${at} Returns to Harbor`);

const gulls = (caption: string): readonly DocumentRecord[] =>
  HEADLINES.map((headline, at) =>
    record({
      path: `gull-${at}.txt`,
      article: { headline, tags: ['Gulls', `Quay ${at % 7}`], photos: [{ caption, creditText: null }] },
      lists: at === 0 ? [list('Popular', HEADLINES.slice(0, 40))] : [],
    }),
  );

const ON = [{ foreign_keys: 1 }];
const OFF = { foreign_keys: 0 };

describe('imports that have SQLite for themselves', () => {
  it('leave rows that refer to rows that are there', async () => {
    const unchecked = HEADLINES.map(() => OFF);
    expect(await importAll(gulls('A gull'))).toEqual(unchecked);
    expect(await importAll(gulls('The same gull'))).toEqual(unchecked);
    expect(await ask('pragma foreign_key_check')).toEqual([]);
    const photos = await ask('select count(*) as photos from components_article_photos');
    expect(photos).toEqual([{ photos: 2 * HEADLINES.length }]);
  });

  it('have references checked again behind them, however they end', async () => {
    const first = record({ path: 'first.txt', article: { headline: 'First of Its Kind' } });
    expect(await importAll([first])).toEqual([OFF]);
    expect(await ask('pragma foreign_keys')).toEqual(ON);
    async function* failing(): AsyncGenerator<string> {
      yield 'one';
      throw new Error('The disk is full.');
    }
    const read = async (): Promise<void> => {
      const items = withUncheckedKeys(app.strapi, failing());
      expect(await items.next()).toEqual({ value: 'one', done: false });
      expect(await ask('pragma foreign_keys')).toEqual([OFF]);
      await items.next();
    };
    await expect(read()).rejects.toThrow('The disk is full.');
    expect(await ask('pragma foreign_keys')).toEqual(ON);
  });
});

describe('components that go', () => {
  it('take with them what fields refer to that were added to them', async () => {
    const removed: unknown[] = [];
    const session = {
      name: String,
      isOneOf: String,
      list: JSON.stringify,
      select: () => Promise.resolve([{ id: 1, part: 7 }]),
      remove: (...what: readonly unknown[]) => Promise.resolve(removed.push(what)),
    } as unknown as Session;
    const join = (name: string, own: string) => ({
      name,
      joinColumn: { name: own },
      inverseJoinColumn: { name: 'to' },
    });
    const attributes = {
      caption: { type: 'text' },
      places: { type: 'relation', joinTable: join('photos_places_lnk', 'photo_id') },
    };
    const table = { name: 'photos', attributes } as never;
    await removeParts({ session }, { field: 'photos', table, parts: join('articles_cmps', 'entity_id') }, [3]);
    expect(removed).toEqual([
      ['articles_cmps', 'id', [1]],
      ['photos_places_lnk', 'photo_id', [7]],
      ['photos', 'id', [7]],
    ]);
  });
});
