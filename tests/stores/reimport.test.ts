import { startEditor, type Editor } from '../app/editor';
import type { TestApp } from '../app/strapi';
import { importRecords } from '../../src/importer/import-records';
import type { ImportOptions } from '../../src/importer/import-wave';
import { DEFAULT_RULES, type PlanRules } from '../../src/importer/plan/plan-rules';
import type { ArticleFields, DocumentRecord } from '../../src/importer/records';
import type { DocumentResult } from '../../src/importer/report';
import { createBulkStore } from '../../src/stores/bulk-store';
import { createDocumentStore } from '../../src/stores/document-store';
import { rehearse } from '../../src/stores/rehearsal';
import { startOnFreshDatabase } from './app';
import { dumpTables } from './dump';
import { body, record } from './records';

jest.setTimeout(240_000);

const ARTICLE = 'api::article.article';
const STORES = { documents: createDocumentStore, bulk: createBulkStore };
type Kind = keyof typeof STORES;

async function* stream(records: readonly DocumentRecord[]): AsyncGenerator<DocumentRecord> {
  yield* records;
}

let app: TestApp;
let editor: Editor;

beforeAll(async () => {
  app = await startOnFreshDatabase();
  editor = await startEditor(app);
});

afterAll(() => app.stop());

async function run(
  kind: Kind,
  records: readonly DocumentRecord[],
  rules: Partial<PlanRules> = {},
  status: 'draft' | 'published' = 'published',
): Promise<readonly DocumentResult[]> {
  const store = STORES[kind](app.strapi, { status, runId: 'run' });
  const results: DocumentResult[] = [];
  const options: ImportOptions = { importedAt: '2025-05-01T00:00:00.000Z', rules: { ...DEFAULT_RULES, ...rules } };
  for await (const result of importRecords(stream(records), store, options)) results.push(result);
  return results;
}

const actions = (results: readonly DocumentResult[]): readonly string[] => results.map(({ action }) => action);

async function rows(documentId: string): Promise<{ readonly draft: any; readonly published: any }> {
  const populate = ['photos.image', 'authors', 'tags'];
  const read = (status: 'draft' | 'published') =>
    app.strapi.documents(ARTICLE).findOne({ documentId, status, populate: populate as never });
  return { draft: await read('draft'), published: await read('published') };
}

async function idOf(path: string): Promise<string> {
  const source = await app.strapi.db
    .query('plugin::copydesk.source-document')
    .findOne({ where: { identity: `path:${path}` } });
  return source.articleDocumentId;
}

const texts = (article: any): readonly string[] => article.body.map(({ children: [{ text }] }: any) => text);

describe.each(Object.keys(STORES) as Kind[])('with the %s store', (kind) => {
  const BASE = { headline: 'Bridge Is Painted', tags: ['Bridges'], body: body('One.', 'Two.', 'Three.') };

  const page = (name: string, more: Partial<ArticleFields> = {}): DocumentRecord =>
    record({ path: `${kind}/${name}`, article: { ...BASE, headline: `Bridge Is Painted, ${kind} ${name}`, ...more } });

  const CHANGE = { dateline: '15:00 JST, April 10, 2025', body: body('One.', 'Two.', 'Third.') };
  const EDIT = { headline: `Bridge Painted at Night, ${kind}`, body: body('One.', 'Second.', 'Three.') };

  it('a published article keeps both changes, in both rows, and the third import writes nothing', async () => {
    await run(kind, [page('both.txt')]);
    const id = await idOf(`${kind}/both.txt`);
    await editor.update(ARTICLE, id, EDIT);
    await editor.publish(ARTICLE, id);
    expect(actions(await run(kind, [page('both.txt', CHANGE)]))).toEqual(['update']);
    const { draft, published } = await rows(id);
    for (const row of [draft, published]) {
      expect(row).toMatchObject({ headline: EDIT.headline, dateline: CHANGE.dateline, tags: [{ name: 'Bridges' }] });
      expect(texts(row)).toEqual(['One.', 'Second.', 'Third.']);
    }
    expect(actions(await run(kind, [page('both.txt', CHANGE)]))).toEqual(['unchanged']);
    expect(await rows(id)).toEqual({ draft, published });
  });

  it('edits that wait for publication keep waiting: the change goes to the draft alone', async () => {
    await run(kind, [page('pending.txt')]);
    const id = await idOf(`${kind}/pending.txt`);
    const before = (await rows(id)).published;
    await editor.update(ARTICLE, id, { ...EDIT, headline: `${EDIT.headline} pending` });
    expect(actions(await run(kind, [page('pending.txt', CHANGE)]))).toEqual(['update']);
    const { draft, published } = await rows(id);
    expect(draft).toMatchObject({ headline: `${EDIT.headline} pending`, dateline: CHANGE.dateline });
    expect(texts(draft)).toEqual(['One.', 'Second.', 'Third.']);
    expect(published).toEqual(before);
  });

  it('a draft stays a draft', async () => {
    await run(kind, [page('draft.txt')], {}, 'draft');
    const id = await idOf(`${kind}/draft.txt`);
    expect(actions(await run(kind, [page('draft.txt', CHANGE)]))).toEqual(['update']);
    const { draft, published } = await rows(id);
    expect([draft.dateline, published]).toEqual([CHANGE.dateline, null]);
  });

  it('a deleted article stays deleted, and is restored under its id', async () => {
    await run(kind, [page('gone.txt')]);
    const id = await idOf(`${kind}/gone.txt`);
    await editor.remove(ARTICLE, id);
    expect(actions(await run(kind, [page('gone.txt')]))).toEqual(['deleted-locally']);
    expect(actions(await run(kind, [page('gone.txt', CHANGE)]))).toEqual(['deleted-locally']);
    expect((await rows(id)).draft).toBeNull();
    expect(actions(await run(kind, [page('gone.txt', CHANGE)], { restore: true }))).toEqual(['create']);
    const { draft, published } = await rows(id);
    for (const row of [draft, published]) expect(row).toMatchObject({ dateline: CHANGE.dateline });
    expect(actions(await run(kind, [page('gone.txt', CHANGE)], { restore: true }))).toEqual(['unchanged']);
  });

  it('a conflict keeps the editor’s value, is reported once, and can be overwritten', async () => {
    await run(kind, [page('clash.txt'), page('over.txt')]);
    for (const name of ['clash.txt', 'over.txt']) {
      await editor.update(ARTICLE, await idOf(`${kind}/${name}`), { kicker: 'Mine' });
    }
    const [result] = await run(kind, [page('clash.txt', { ...CHANGE, kicker: 'Theirs' })]);
    expect(result).toMatchObject({
      action: 'conflict',
      diagnostics: [{ code: 'merge-conflict', actual: 'Mine', expected: 'Theirs' }],
    });
    const { draft } = await rows(await idOf(`${kind}/clash.txt`));
    expect(draft).toMatchObject({ kicker: 'Mine', dateline: CHANGE.dateline });
    const again = await run(kind, [page('clash.txt', { ...CHANGE, kicker: 'Theirs', inLanguage: 'fr' })]);
    expect(again).toMatchObject([{ action: 'update', diagnostics: [] }]);
    await run(kind, [page('over.txt', { kicker: 'Theirs' })], { onConflict: 'overwrite' });
    expect((await rows(await idOf(`${kind}/over.txt`))).draft.kicker).toBe('Theirs');
  });

  it('the picture that an editor added stays with its photo when the source corrects the caption', async () => {
    const credit = { creditText: 'The Harbor News' };
    const photos = (caption: string) => ({ photos: [{ caption, ...credit }] });
    await run(kind, [page('photo.txt', photos('The harbor at dusk'))]);
    const id = await idOf(`${kind}/photo.txt`);
    const file = await app.strapi.db.query('plugin::upload.file').create({
      data: {
        name: 'quay.png',
        hash: `quay_${kind}`,
        ext: '.png',
        mime: 'image/png',
        size: 1,
        provider: 'local',
        url: '/x',
      },
    });
    await editor.update(ARTICLE, id, { photos: [{ caption: 'The harbor at dusk', ...credit, image: file.id }] });
    await editor.publish(ARTICLE, id);
    expect(actions(await run(kind, [page('photo.txt', photos('The harbor at dawn'))]))).toEqual(['update']);
    const { draft, published } = await rows(id);
    for (const row of [draft, published]) {
      expect(row.photos).toMatchObject([{ caption: 'The harbor at dawn', ...credit, image: { id: file.id } }]);
    }
  });

  it('chosen fields are written alone, and the others with the next import', async () => {
    await run(kind, [page('fields.txt')]);
    const id = await idOf(`${kind}/fields.txt`);
    await run(kind, [page('fields.txt', { ...CHANGE, kicker: 'New' })], { fields: ['kicker'] });
    expect((await rows(id)).published).toMatchObject({ kicker: 'New', dateline: '14:15 JST, April 10, 2025' });
    expect(actions(await run(kind, [page('fields.txt', { ...CHANGE, kicker: 'New' })]))).toEqual(['update']);
    expect((await rows(id)).published).toMatchObject({ kicker: 'New', dateline: CHANGE.dateline });
    expect(actions(await run(kind, [page('fields.txt', { ...CHANGE, kicker: 'New' })]))).toEqual(['unchanged']);
  });

  it('unchanged documents reach the database with no statement that writes', async () => {
    // The Document Service makes as many as it can be asked for in a test.
    const length = kind === 'bulk' ? 10_000 : 60;
    const records = Array.from({ length }, (_, at) => page(`same-${at}.txt`));
    await run(kind, records);
    const written: string[] = [];
    // Strapi keeps notes of its own in its settings, whenever it likes; they are none of the import's doing.
    const listen = ({ sql }: { sql: string }): void => {
      if (
        /^\s*(?:insert|update|delete|replace|create|drop|alter)\b/i.test(sql) &&
        !sql.includes('strapi_core_store_settings')
      )
        written.push(sql);
    };
    const { connection } = app.strapi.db;
    // Prepared statements of the bulk store pass knex by on SQLite; the connection counts what they change.
    const changed = async (): Promise<unknown> =>
      app.strapi.db.dialect.client === 'sqlite' ? connection.raw('select total_changes() as changes') : null;
    const before = await changed();
    connection.on('query', listen);
    const results = await run(kind, records);
    connection.removeListener('query', listen);
    expect(new Set(actions(results))).toEqual(new Set(['unchanged']));
    expect(written).toEqual([]);
    expect(await changed()).toEqual(before);
  });

  it('a rehearsal says what the import then does, checks as it checks, and writes nothing', async () => {
    const capture = (name: string, kicker: string | null): DocumentRecord =>
      record({
        ...{ path: `${kind}/${name}`, identity: `text:${kind} twice` },
        article: { ...BASE, headline: `Twice, ${kind}`, kicker },
      });
    const records = [
      ...[capture('capture-1.txt', null), capture('capture-2.txt', 'Seen again'), capture('capture-3.txt', null)],
      page('too-long.txt', { headline: 'x'.repeat(1001) }),
      page('draft.txt', { ...CHANGE, kicker: 'Anew' }),
    ];
    const before = await dumpTables(app.strapi);
    const rehearsal = rehearse(STORES[kind](app.strapi, { status: 'published', runId: 'run' }));
    const planned: DocumentResult[] = [];
    const options = { importedAt: '', isDetailed: true };
    for await (const result of importRecords(stream(records), rehearsal, options)) planned.push(result);
    rehearsal.close();
    expect(await dumpTables(app.strapi)).toEqual(before);
    expect(actions(planned)).toEqual(['create', 'update', 'unchanged', 'rejected', 'update']);
    expect(planned[4]?.planned?.fields).toMatchObject([
      { field: 'kicker', outcome: 'take', ours: null, becomes: 'Anew' },
    ]);
    const expected = new Map(planned.flatMap(({ planned: one }) => (one === undefined ? [] : [[one.identity, one]])));
    const store = STORES[kind](app.strapi, { status: 'published', runId: 'run' });
    const done: DocumentResult[] = [];
    const plan = { importedAt: '', expected: (identity: string) => expected.get(identity) ?? null };
    const accepted = records.filter((_, at) => at !== 3);
    for await (const result of importRecords(stream(accepted), store, plan)) done.push(result);
    expect(actions(done)).toEqual(['create', 'update', 'unchanged', 'update']);
  });
});
