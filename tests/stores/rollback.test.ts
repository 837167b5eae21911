import type { TestApp } from '../app/strapi';
import { importRecords } from '../../src/importer/import-records';
import { DEFAULT_RULES } from '../../src/importer/plan/plan-rules';
import type { DocumentRecord } from '../../src/importer/records';
import { fileLinks } from '../../src/stores/bulk/tables';
import { createBulkStore } from '../../src/stores/bulk-store';
import { deleteVanished } from '../../src/stores/delete-vanished';
import { createDocumentStore } from '../../src/stores/document-store';
import { rollbackRun, type RollbackCounts } from '../../src/stores/rollback/rollback-run';
import { findingsAfter } from '../../src/stores/runs/findings';
import { takeLease } from '../../src/stores/runs/lease';
import { openRun } from '../../src/stores/runs/open-run';
import { listRuns } from '../../src/stores/runs/run-records';
import { startOnFreshDatabase } from './app';
import { dumpTables } from './dump';
import { body, list, record } from './records';

jest.setTimeout(600_000);

const ARTICLE = 'api::article.article';
const TAG = 'api::tag.tag';
const SOURCE = 'plugin::copydesk.source-document';

const RANKING = list('ACCESS RANKING', ['Page 3', 'Page 4', 'New 1', 'Nobody Wrote This One']);

/** A page; those of a later revision have another headline, body, photo, author and other tags. */
function page(index: number, revision = 0): DocumentRecord {
  const tags = [`Series ${index % 7}`, 'Harbor', ...(revision === 0 ? [] : [`Revision ${revision}`])];
  return record({
    path: `page-${index}.txt`,
    article: {
      headline: revision === 0 ? `Page ${index}` : `Page ${index}, once more`,
      ...{ tags: revision === 0 ? tags : tags.reverse(), kicker: `Kicker ${revision}` },
      photos: [{ caption: `Photo ${index} of ${revision}`, creditText: null }],
      authors: [{ name: `Author ${revision}`, affiliation: null }],
      body: body(`Paragraph ${index}.`, `Revision ${revision}.`),
    },
    lists: index % 50 === 0 ? [RANKING, list(`RANKING ${revision}`, [`Page ${index}`])] : [],
  });
}

/** A page of its own; with a kicker it is the same page with something new in it. */
const fresh = (index: number, kicker: string | null = null): DocumentRecord =>
  record({
    path: `new-${index}.txt`,
    article: { headline: `New ${index}`, tags: ['Harbor', `New ${index % 3}`], kicker },
  });

const pages = (from: number, to: number, make: (index: number) => DocumentRecord): readonly DocumentRecord[] =>
  Array.from({ length: to - from }, (_, at) => make(from + at));

async function* stream(records: readonly DocumentRecord[]): AsyncGenerator<DocumentRecord> {
  yield* records;
}

/** The thousand on SQLite alone: on the servers the same statements run, and fewer rows show as much in less time. */
const ON_SQLITE = { before: 300, created: 1000, updated: 200 };
const ON_SERVERS = { before: 60, created: 120, updated: 51 };

/** As many documents as the Document Service can be asked to write in a test. */
const AMOUNTS = {
  bulk: (process.env.TEST_DATABASE_CLIENT ?? 'sqlite') === 'sqlite' ? ON_SQLITE : ON_SERVERS,
  document: { before: 12, created: 20, updated: 8 },
};
const STORES = { bulk: createBulkStore, document: createDocumentStore };

describe.each(['bulk', 'document'] as const)('a run of the %s store', (kind) => {
  const { before, created, updated } = AMOUNTS[kind];
  let app: TestApp;

  async function importAll(
    records: readonly DocumentRecord[],
    status: 'draft' | 'published',
    runId: string,
    restore = false,
  ) {
    const store = STORES[kind](app.strapi, { status, runId });
    const actions: string[] = [];
    const options = { importedAt: '2025-05-01T00:00:00.000Z', rules: { ...DEFAULT_RULES, restore } };
    for await (const { action } of importRecords(stream(records), store, options)) actions.push(action);
    return actions;
  }

  async function rollBack(runId: string): Promise<RollbackCounts | null> {
    const run = await openRun(app.strapi, 'rollback', { run: runId }, await takeLease(app.strapi, () => undefined));
    let counts: RollbackCounts | null = null;
    try {
      for await (const step of rollbackRun(app.strapi, run, runId)) counts = step.counts;
    } catch (error) {
      // A run that stays open would keep the tests behind this one waiting for it.
      await run.end({ state: 'failed', counts: null, error: String(error) });
      throw error;
    }
    await run.end({ state: 'finished', counts: counts === null ? null : { ...counts }, error: null });
    return counts;
  }

  /** What the last rollback has kept, and why. */
  async function reasons(): Promise<readonly string[]> {
    const [run] = await listRuns(app.strapi, 1);
    const findings = await findingsAfter(app.strapi, run?.documentId ?? '', 0);
    return findings.flatMap(({ diagnostics }) => diagnostics.map(({ code, actual }) => `${code} ${actual}`)).sort();
  }

  const find = async (headline: string): Promise<any> => {
    const [row] = await app.strapi.db.query(ARTICLE).findMany({ where: { headline }, populate: ['tags'], limit: 1 });
    return row;
  };

  /** Everything, the times of rows included. */
  async function everything(): Promise<unknown> {
    const times: Record<string, unknown> = {};
    for (const table of ['articles', 'ranking_lists', 'tags', 'copydesk_sources']) {
      const columns = ['document_id', 'created_at', 'updated_at', 'published_at'];
      const rows = await app.strapi.db.getConnection(table).select(columns);
      times[table] = rows.map((row: object) => JSON.stringify(row)).sort();
    }
    const links = await app.strapi.db.getConnection('components_ranking_entries_article_lnk').count('* as rows');
    return { ...(await dumpTables(app.strapi)), times, links };
  }

  beforeAll(async () => {
    app = await startOnFreshDatabase();
    await importAll(pages(0, before, page), 'published', 'first');
    await app.strapi
      .documents(ARTICLE)
      .update({ documentId: (await find('Page 1')).documentId, data: { dateline: 'Pending' } as never });
  });

  afterAll(() => app.stop());

  it(`that created ${created} and updated ${updated} is taken back to the last row, and can be done again`, async () => {
    const was = await everything();
    const records = [...pages(0, updated, (index) => page(index, 1)), ...pages(0, created, (index) => fresh(index))];
    const actions = await importAll(records, 'published', 'second');
    expect(actions.filter((action) => action === 'create')).toHaveLength(created);
    expect(actions.filter((action) => action === 'update')).toHaveLength(updated);
    const done = await dumpTables(app.strapi);
    expect(await rollBack('second')).toMatchObject({ articlesRemoved: created, articlesRestored: updated, kept: 0 });
    expect(await everything()).toEqual(was);
    expect(await rollBack('second')).toBeNull();

    expect(await importAll(records, 'published', 'second')).toEqual(actions);
    expect(await dumpTables(app.strapi)).toEqual(done);
    await rollBack('second');
    expect(await everything()).toEqual(was);
  });

  it('is taken back before the one before it', async () => {
    const was = await everything();
    await importAll([page(2, 1), fresh(1), fresh(2)], 'draft', 'one');
    await importAll([page(2, 2), page(3, 2), fresh(2, 'Later')], 'draft', 'two');
    const kept = await rollBack('one');
    expect(kept).toMatchObject({ articlesRemoved: 1, articlesRestored: 0, kept: 2 });
    expect(await reasons()).toEqual(['imported-since New 2', 'imported-since Page 2, once more']);
    await rollBack('two');
    const { tags } = await find('Page 2, once more');
    expect(tags.map(({ name }: any) => name)).toEqual(['Revision 1', 'Harbor', 'Series 2']);
    await rollBack('one');
    expect(await everything()).toEqual(was);
  });

  it('gives a body of 5 MB back, and the tag that only its record still knows', async () => {
    const text = 'Long 🌊 text. '.repeat(360_000);
    const long = (words: string, tags: readonly string[]): DocumentRecord =>
      record({ path: 'long.txt', article: { headline: 'Long', body: body(words), description: 'Short', tags } });
    await importAll([record({ path: 'rare.txt', article: { headline: 'Rare', tags: ['Rare'] } })], 'draft', 'rare');
    await importAll([long(text, ['Rare'])], 'published', 'long');
    const longer = [long(text.replaceAll('text', 'words'), ['Harbor'])];
    expect(await importAll(longer, 'published', 'longer')).toEqual(['update']);
    expect(await rollBack('rare')).toMatchObject({ articlesRemoved: 1, kept: 0 });
    expect(await rollBack('longer')).toMatchObject({ articlesRestored: 1, kept: 0 });
    const { body: stored, tags } = await find('Long');
    expect(stored[0].children[0].text === text).toBe(true);
    expect(tags.map(({ name }: any) => name)).toEqual(['Rare']);
    expect(await rollBack('long')).toMatchObject({ articlesRemoved: 1, kept: 0 });
  });

  it('gives a deleted article that it restored back to its deletion', async () => {
    const { strapi } = app;
    await importAll([fresh(20), fresh(21)], 'published', 'made');
    for (const headline of ['New 20', 'New 21']) {
      await strapi.documents(ARTICLE).delete({ documentId: (await find(headline)).documentId });
    }
    const was = await everything();
    expect(await importAll([fresh(20), fresh(21)], 'published', 'restored', true)).toEqual(['create', 'create']);
    const restored = { articlesRemoved: 2, sourcesRestored: 2, sourcesRemoved: 0, kept: 0 };
    expect(await rollBack('restored')).toMatchObject(restored);
    expect(await everything()).toEqual(was);
    const again = await importAll([fresh(20), fresh(21)], 'published', 'again');
    expect(again).toEqual(['deleted-locally', 'deleted-locally']);

    await importAll([fresh(20), fresh(21)], 'published', 'restored', true);
    await importAll([fresh(21, 'Later')], 'published', 'later');
    expect(await rollBack('restored')).toMatchObject({ articlesRemoved: 1, sourcesRestored: 1 });
    expect(await reasons()).toContain('imported-since New 21');
    await rollBack('later');
    expect(await rollBack('restored')).toMatchObject({ articlesRemoved: 1, sourcesRestored: 1, kept: 0 });
    expect(await everything()).toEqual(was);
    expect(await rollBack('made')).toMatchObject({ kept: 2 });
  });

  it('gives a photo back the picture that an editor had added, unless the media library has lost it', async () => {
    const { strapi } = app;
    const addPicture = async (headline: string, name: string): Promise<number> => {
      const about = {
        name,
        hash: name,
        ext: '.png',
        mime: 'image/png',
        size: 1,
        provider: 'local',
        url: `/${name}.png`,
      };
      const file = await strapi.db.query('plugin::upload.file').create({ data: about });
      const { documentId } = await find(headline);
      const photos = [{ caption: `Photo ${headline.slice('Page '.length)} of 0`, image: file.id }];
      await strapi.documents(ARTICLE).update({ documentId, data: { photos } as never });
      await strapi.documents(ARTICLE).publish({ documentId });
      return file.id;
    };
    const pictures = async (headline: string): Promise<readonly unknown[]> => {
      const { documentId } = await find(headline);
      const populate = ['photos.image'] as never;
      const rows = [
        await strapi.documents(ARTICLE).findOne({ documentId, status: 'draft', populate }),
        await strapi.documents(ARTICLE).findOne({ documentId, status: 'published', populate }),
      ];
      return rows.map((row: any) => row.photos.map(({ caption, image }: any) => [caption, image?.name ?? null]));
    };
    await addPicture('Page 8', 'harbor');
    const lost = await addPicture('Page 9', 'lighthouse');
    const was = await pictures('Page 8');
    expect(was).toEqual([[['Photo 8 of 0', 'harbor']], [['Photo 8 of 0', 'harbor']]]);
    await importAll([page(8, 1), page(9, 1)], 'published', 'pictures');
    expect(await pictures('Page 8, once more')).not.toEqual(was);
    await strapi.db.query('plugin::upload.file').delete({ where: { id: lost } });
    expect(await rollBack('pictures')).toMatchObject({ articlesRestored: 2, kept: 0 });
    expect(await pictures('Page 8')).toEqual(was);
    expect(await pictures('Page 9')).toEqual([[['Photo 9 of 0', null]], [['Photo 9 of 0', null]]]);
    const { name, owner } = fileLinks(strapi);
    const photos = strapi.db.getConnection('components_article_photos').select('id');
    expect(await strapi.db.getConnection(name).whereNotIn(owner, photos)).toEqual([]);
  });

  it('leaves alone what was edited, published or deleted since', async () => {
    const { strapi } = app;
    await importAll([page(4, 1), page(5, 1), fresh(1), fresh(2), fresh(3), fresh(4)], 'draft', 'edited');
    const edit = async (headline: string) =>
      strapi
        .documents(ARTICLE)
        .update({ documentId: (await find(headline)).documentId, data: { kicker: 'Mine' } as never });
    await edit('Page 4, once more');
    await edit('New 1');
    await strapi.documents(ARTICLE).publish({ documentId: (await find('New 2')).documentId });
    await strapi.documents(ARTICLE).delete({ documentId: (await find('New 3')).documentId });
    expect(await rollBack('edited')).toMatchObject({ articlesRemoved: 1, articlesRestored: 1, kept: 4 });
    expect(await find('Page 4, once more')).toMatchObject({ kicker: 'Mine' });
    expect(await find('Page 5')).toMatchObject({ kicker: 'Kicker 0' });
    expect(await find('New 1')).toMatchObject({ kicker: 'Mine' });
    expect(await find('New 2')).toBeDefined();
    expect(await find('New 4')).toBeUndefined();
    expect(await importAll([page(4, 1), page(5, 1), fresh(1), fresh(2), fresh(3), fresh(4)], 'draft', 'again')).toEqual(
      [...['unchanged', 'update', 'unchanged', 'unchanged'], ...['deleted-locally', 'create']],
    );
    const tags: readonly any[] = await strapi.db.query(TAG).findMany({ where: { name: 'New 1' } });
    expect(tags).toHaveLength(1);
  });

  it('leaves alone an article that an editor has given a tag since, from the tag’s side', async () => {
    await importAll([page(10, 1), page(11, 1)], 'published', 'retagged');
    const { documentId } = await find('Page 10, once more');
    const articles = { connect: [{ documentId, status: 'draft' }] };
    await app.strapi.documents(TAG).create({ data: { name: 'By the tag', articles } as never });
    expect(await rollBack('retagged')).toMatchObject({ articlesRestored: 1, kept: 1 });
    expect(await reasons()).toEqual(['edited-since Page 10, once more']);
    const { tags } = await find('Page 10, once more');
    expect(tags.map(({ name }: any) => name)).toContain('By the tag');
  });

  it('brings back what it deleted, unless that was imported again since', async () => {
    const { strapi } = app;
    const sources = async (...names: readonly string[]): Promise<readonly number[]> => {
      const where = { path: { $in: names } };
      return (await strapi.db.query(SOURCE).findMany({ where, orderBy: { id: 'asc' } })).map(({ id }: any) => id);
    };
    const gone = (runId: string, ids: readonly number[]) =>
      deleteVanished(strapi, { id: runId, confirm: () => Promise.resolve() }, ids);
    await importAll([fresh(9)], 'draft', 'a draft');
    const was = await everything();
    const ids = await sources('page-1.txt', 'page-3.txt', 'page-6.txt', 'page-7.txt', 'new-9.txt');
    const outcomes = (await gone('gone', ids)).map(({ path, outcome }) => [path, outcome]);
    expect(outcomes).toContainEqual(['page-1.txt', 'kept']);
    expect(outcomes.filter(([, outcome]) => outcome === 'deleted')).toHaveLength(4);
    expect(await find('Page 3')).toBeUndefined();
    expect(await rollBack('gone')).toMatchObject({ articlesRestored: 4, sourcesRestored: 4, kept: 0 });
    expect(await everything()).toEqual(was);

    await gone('gone too', await sources('page-3.txt', 'page-7.txt'));
    await importAll([page(3)], 'published', 'back');
    expect(await rollBack('gone too')).toMatchObject({ articlesRestored: 1, kept: 1 });
    expect(await strapi.db.query(ARTICLE).count({ where: { headline: 'Page 3', publishedAt: null } })).toBe(1);

    await gone('gone three', await sources('page-7.txt'));
    const { slug } = await strapi.documents(ARTICLE).create({ data: { headline: 'Page 7', slug: 'page-7' } as never });
    expect(await rollBack('gone three')).toMatchObject({ articlesRestored: 1, kept: 0 });
    const restored = await strapi.db.query(ARTICLE).findMany({ where: { headline: 'Page 7', slug: { $ne: slug } } });
    expect(restored.map((row: any) => [row.slug, row.publishedAt === null])).toEqual([
      ['page-7-2', true],
      ['page-7-2', false],
    ]);
  });
});
