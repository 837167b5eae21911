import type { TestApp } from '../app/strapi';
import { importRecords } from '../../src/importer/import-records';
import type { DocumentRecord } from '../../src/importer/records';
import { createBulkStore } from '../../src/stores/bulk-store';
import { deleteVanished } from '../../src/stores/delete-vanished';
import { createDocumentStore } from '../../src/stores/document-store';
import { startOnFreshDatabase } from './app';
import { list, record } from './records';

jest.setTimeout(240_000);

const ARTICLE = 'api::article.article';
const SOURCE = 'plugin::copydesk.source-document';

let app: TestApp;

beforeAll(async () => {
  app = await startOnFreshDatabase();
});

afterAll(() => app.stop());

describe.each([
  ['document', createDocumentStore],
  ['bulk', createBulkStore],
] as const)('sources of the %s store that are gone', (kind, make) => {
  const path = (name: string): string => `${kind}/${name}`;

  const story = (name: string, kicker: string | null = null, source = name): DocumentRecord =>
    record({ path: path(source), identity: `text:${path(name)}`, article: { headline: `${kind} ${name}`, kicker } });

  async function importAll(records: readonly DocumentRecord[], status: 'draft' | 'published', runId: string) {
    const actions: string[] = [];
    const stream = (async function* () {
      yield* records;
    })();
    const options = { importedAt: '2025-05-01T00:00:00.000Z' };
    for await (const { action } of importRecords(stream, make(app.strapi, { status, runId }), options)) {
      actions.push(action);
    }
    return actions;
  }

  async function documentId(name: string): Promise<string> {
    return (await app.strapi.db.query(ARTICLE).findOne({ where: { headline: `${kind} ${name}` } })).documentId;
  }

  async function vanish(...names: readonly string[]): Promise<Readonly<Record<string, string>>> {
    const where = { path: { $in: names.map(path) } };
    const rows = await app.strapi.db.query(SOURCE).findMany({ where, orderBy: { id: 'asc' } });
    const run = { id: `gone ${names.join()}`, confirm: () => Promise.resolve() };
    const results = await deleteVanished(
      app.strapi,
      run,
      rows.map(({ id }: any) => id),
    );
    return Object.fromEntries(results.map((result) => [result.path.slice(kind.length + 1), result.outcome]));
  }

  it('leave entries that an editor published, unpublished, or changed in what no source states', async () => {
    const articles = app.strapi.documents(ARTICLE);
    const names = ['unpublished', 'tagged', 'renamed', 'edited then updated', 'untouched', 'updated'];
    await importAll(
      names.map((name) => story(name)),
      'published',
      'one',
    );
    await importAll(
      ['published', 'draft', 'updated draft', 'published then updated'].map((name) => story(name)),
      'draft',
      'one',
    );
    await articles.unpublish({ documentId: await documentId('unpublished') });
    const tagged = { name: `${kind} tag`, articles: [await documentId('tagged')] };
    await app.strapi.documents('api::tag.tag').create({ data: tagged as never });
    for (const name of ['renamed', 'edited then updated']) {
      await articles.update({ documentId: await documentId(name), data: { slug: `${kind}-mine-${name[0]}` } as never });
    }
    for (const name of ['published', 'published then updated']) {
      await articles.publish({ documentId: await documentId(name) });
    }
    const again = ['edited then updated', 'updated', 'updated draft', 'published then updated'];
    const updates = again.map((name) => story(name, 'New'));
    expect(new Set(await importAll(updates, 'published', 'two'))).toEqual(new Set(['update']));
    expect(await vanish(...names, 'published', 'draft', 'updated draft', 'published then updated')).toEqual({
      ...{ unpublished: 'kept', tagged: 'kept', renamed: 'kept', published: 'kept' },
      ...{ 'edited then updated': 'kept', 'published then updated': 'kept' },
      ...{ untouched: 'deleted', updated: 'deleted', draft: 'deleted', 'updated draft': 'deleted' },
    });
  });

  it('take entries along that imports alone have written: from several sources, linked in rankings, or read again', async () => {
    const names = ['read again', 'two sources', 'ranked', 'restored'];
    await importAll(
      names.map((name) => story(name)),
      'published',
      'three',
    );
    await importAll([story('two sources', 'Second', 'second')], 'published', 'four');
    await importAll([story('two sources', 'Third')], 'published', 'five');
    const ranking = list(
      `${kind} RANKING`,
      names.map((name) => `${kind} ${name}`),
    );
    await importAll([record({ path: path('ranking'), lists: [ranking] })], 'published', 'six');
    const same = story('read again');
    await importAll([{ ...same, source: { ...same.source, sha256: 'other bytes' } }], 'published', 'seven');
    await app.strapi.documents(ARTICLE).delete({ documentId: await documentId('restored') });
    expect(await vanish('restored')).toEqual({ restored: 'kept' });
    const gone = { 'read again': 'deleted', ranked: 'deleted', 'two sources': 'has-other-sources', second: 'deleted' };
    expect(await vanish('read again', 'two sources', 'second', 'ranked')).toEqual(gone);
  });
});
