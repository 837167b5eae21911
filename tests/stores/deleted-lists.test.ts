import { page } from '../app/fixtures';
import { startEditor, type Editor } from '../app/editor';
import type { TestApp } from '../app/strapi';
import { importRecords } from '../../src/importer/import-records';
import { DEFAULT_RULES } from '../../src/importer/plan/plan-rules';
import type { DocumentRecord } from '../../src/importer/records';
import { recordsFromText } from '../../src/importer/records-from-text';
import { createBulkStore } from '../../src/stores/bulk-store';
import { createDocumentStore } from '../../src/stores/document-store';
import { rollbackRun } from '../../src/stores/rollback/rollback-run';
import { takeLease } from '../../src/stores/runs/lease';
import { openRun } from '../../src/stores/runs/open-run';
import { startOnFreshDatabase } from './app';
import { list, record } from './records';

jest.setTimeout(240_000);

const ARTICLE = 'api::article.article';
const LIST = 'api::ranking-list.ranking-list';

let app: TestApp;
let editor: Editor;

beforeAll(async () => {
  app = await startOnFreshDatabase();
  editor = await startEditor(app);
});

afterAll(() => app.stop());

const findDraft = (where: object): Promise<any> =>
  app.strapi.db.query(LIST).findOne({ where: { ...where, publishedAt: { $null: true } } });

describe.each([
  ['document', createDocumentStore],
  ['bulk', createBulkStore],
] as const)('a list that an editor deleted, in the %s store', (name, make) => {
  async function importAll(records: readonly DocumentRecord[], restore = false, runId = 'run') {
    const store = make(app.strapi, { status: 'published', runId });
    const options = { importedAt: '2025-05-01T00:00:00.000Z', rules: { ...DEFAULT_RULES, restore } };
    const found: (readonly string[])[] = [];
    const stream = (async function* () {
      yield* records;
    })();
    for await (const { action, diagnostics } of importRecords(stream, store, options)) {
      found.push([action, ...diagnostics.map(({ code }) => code)]);
    }
    return found;
  }

  const gone = list(`${name} GONE`, ['Rope', 'Net']);
  const other = { ...list(`${name} GONE`, ['Net', 'Rope']), captureKey: `${name} later` };
  const shows = (path: string, kicker: string, ...lists: readonly (typeof gone)[]): DocumentRecord =>
    record({ path: `${name}/${path}`, article: { headline: `${name} ${path}`, kicker }, lists });

  it('stays deleted, while other captures of the same list arrive', async () => {
    const pages = [shows('a', '1', gone), record({ path: `${name}/list`, lists: [gone] })];
    await importAll(pages);
    const { documentId } = await findDraft({ snapshotKey: gone.snapshotKey });
    await editor.remove(LIST, documentId);
    expect(await importAll(pages)).toEqual([['unchanged'], ['unchanged']]);
    const alone = record({ path: `${name}/list`, lists: [{ ...gone, articleSection: 'Harbor' }] });
    expect(await importAll([shows('a', '2', gone), shows('b', '1', gone, other), alone])).toEqual([
      ['update', 'list-deleted'],
      ['create', 'list-deleted'],
      ['deleted-locally', 'list-deleted'],
    ]);
    expect(await findDraft({ snapshotKey: gone.snapshotKey })).toBeNull();
    expect(await findDraft({ snapshotKey: other.snapshotKey })).toMatchObject({ sourceCount: 1, disputed: false });
  });

  it('is restored under its id by a document that has not changed, with all documents that showed it', async () => {
    expect(await importAll([shows('a', '2', gone)], true)).toEqual([['update']]);
    const restored = await app.strapi.db.query(LIST).findMany({ where: { snapshotKey: gone.snapshotKey } });
    expect(restored).toMatchObject([{ sourceCount: 2 }, { sourceCount: 2 }]);
    expect(await importAll([shows('a', '2', gone)], true)).toEqual([['unchanged']]);
    const article = await app.strapi.db.query(ARTICLE).findOne({ where: { headline: `${name} a` } });
    expect(article).toMatchObject({ kicker: '2' });
  });

  it('is new again once the run is taken back that saw it', async () => {
    const text = list(`${name} BACK`, ['Oar']);
    await importAll([record({ path: `${name}/back`, lists: [text] })], false, `${name} back`);
    await editor.remove(LIST, (await findDraft({ snapshotKey: text.snapshotKey })).documentId);
    const run = await openRun(
      app.strapi,
      'rollback',
      { run: `${name} back` },
      await takeLease(app.strapi, () => undefined),
    );
    const steps = [];
    for await (const step of rollbackRun(app.strapi, run, `${name} back`)) steps.push(step);
    await run.end({ state: 'finished', counts: null, error: null });
    expect(await importAll([record({ path: `${name}/back`, lists: [text] })])).toEqual([['create']]);
    expect(await findDraft({ snapshotKey: text.snapshotKey })).toMatchObject({ sourceCount: 1 });
  });

  it('leaves no dispute with the one that disagreed', async () => {
    const [one, two] = [['Sail'], ['Mast']].map((rows) => list(`${name} TWO`, rows)) as [typeof gone, typeof gone];
    await importAll([record({ path: `${name}/two`, lists: [one, two] })]);
    const left = () => app.strapi.db.query(LIST).findMany({ where: { captureKey: one.captureKey } });
    expect((await left()).map(({ disputed }) => disputed)).toEqual([true, true, true, true]);
    await editor.remove(LIST, (await findDraft({ snapshotKey: one.snapshotKey })).documentId);
    expect((await left()).map(({ disputed }) => disputed)).toEqual([false, false]);
  });
});

it('a pasted page does not bring a deleted list back', async () => {
  const text = page({ headline: 'Pasted Over', ranking: ['Nets Are Mended in Winter'] });
  await editor.create(ARTICLE, { source: text });
  const [{ rankingLists: lists } = { rankingLists: [] }] = recordsFromText(text, { path: 'paste', importedAt: '' });
  const snapshotKey = lists.at(-1)?.snapshotKey;
  await editor.remove(LIST, (await findDraft({ snapshotKey })).documentId);
  await editor.create(ARTICLE, { source: `${text}\n` });
  expect(await findDraft({ snapshotKey })).toBeNull();
});
