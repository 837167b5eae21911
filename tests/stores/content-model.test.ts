import type { TestApp } from '../app/strapi';
import { importRecords } from '../../src/importer/import-records';
import { createBulkStore } from '../../src/stores/bulk-store';
import { startOnFreshDatabase } from './app';
import { record } from './records';

jest.setTimeout(120_000);

const ARTICLE = 'api::article.article';

let app: TestApp;

beforeAll(async () => {
  app = await startOnFreshDatabase();
});

afterAll(() => app.stop());

const attributes = (uid: string): Record<string, any> => app.strapi.db.metadata.get(uid).attributes as never;
const open = () => createBulkStore(app.strapi, { status: 'published', runId: 'run' });

/** Changes the content model for one test. */
async function withChange(target: Record<string, any>, name: string, value: unknown, test: () => void | Promise<void>) {
  const before = target[name];
  target[name] = value;
  try {
    await test();
  } finally {
    if (before === undefined) delete target[name];
    else target[name] = before;
  }
}

describe('the bulk store refuses, before it writes, a content model that it would get wrong', () => {
  it('a further required field', () =>
    withChange(attributes(ARTICLE), 'editorInCharge', { type: 'string', required: true, columnName: 'editor' }, () => {
      expect(open).toThrow('api::article.article requires “editorInCharge”');
    }));

  it('a required field of a component', () =>
    withChange(
      attributes('article.photo'),
      'license',
      { type: 'string', required: true, columnName: 'license' },
      () => {
        expect(open).toThrow('article.photo requires “license”');
      },
    ));

  it('i18n', () =>
    withChange(app.strapi.contentTypes[ARTICLE], 'pluginOptions', { i18n: { localized: true } }, () => {
      expect(open).toThrow('api::article.article is localised (i18n)');
    }));

  it('another component in a field of ours', () =>
    withChange(attributes(ARTICLE), 'photos', { ...attributes(ARTICLE).photos, target: 'ranking.entry' }, () => {
      expect(open).toThrow('“photos” of api::article.article does not lead to article.photo');
    }));

  it('a field that is gone, and names the store that goes on', () =>
    withChange(attributes(ARTICLE), 'kicker', { type: 'string' }, () => {
      expect(open).toThrow(/has no field “kicker”.*Import with --store documents/);
    }));
});

it('a field that was added gets its default', async () => {
  await app.strapi.db.connection.schema.alterTable('articles', (table) => void table.string('desk'));
  const desk = { type: 'string', columnName: 'desk', default: 'City' };
  await withChange(attributes(ARTICLE), 'desk', desk, async () => {
    const records = (async function* () {
      yield record({ path: 'desk.txt', article: { headline: 'At the desk' } });
    })();
    for await (const { action } of importRecords(records, open(), { importedAt: '' })) {
      expect(action).toBe('create');
    }
  });
  const rows = await app.strapi.db.getConnection('articles').select('desk');
  expect(rows.map(({ desk: value }: { desk: string }) => value)).toEqual(['City', 'City']);
});
