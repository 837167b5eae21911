import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { page } from '../app/fixtures';
import { startEditor, type Editor } from '../app/editor';
import type { TestApp } from '../app/strapi';
import { importRecords } from '../../src/importer/import-records';
import type { DocumentRecord } from '../../src/importer/records';
import { recordsFromText } from '../../src/importer/records-from-text';
import { createBulkStore } from '../../src/stores/bulk-store';
import { createDocumentStore } from '../../src/stores/document-store';
import { resolveStepAlone } from '../../src/stores/resolve-alone';
import { resolveStep } from '../../src/stores/resolve-links';
import { keepLease, type Lease } from '../../src/stores/runs/lease';
import { newOwner } from '../../src/stores/runs/owner';
import { startOnFreshDatabase } from './app';
import { list, record } from './records';

jest.setTimeout(240_000);

const ARTICLE = 'api::article.article';
const LIST = 'api::ranking-list.ranking-list';
const IMPORTED = '2025-05-01T00:00:00.000Z';

let app: TestApp;
let editor: Editor;

beforeAll(async () => {
  app = await startOnFreshDatabase();
  editor = await startEditor(app);
});

afterAll(() => app.stop());

type Status = 'draft' | 'published';

async function importAll(records: readonly DocumentRecord[], status: Status = 'published', make = createBulkStore) {
  const store = make(app.strapi, { status, runId: 'run' });
  const actions: string[] = [];
  const stream = (async function* () {
    yield* records;
  })();
  for await (const { action } of importRecords(stream, store, { importedAt: IMPORTED })) {
    actions.push(action);
  }
  return actions;
}

async function findList(where: object, status: Status = 'published'): Promise<any> {
  const publishedAt = status === 'draft' ? { $null: true } : { $notNull: true };
  return app.strapi.db
    .query(LIST)
    .findOne({ where: { ...where, publishedAt }, populate: { entries: { populate: ['article'] } } });
}

const rowsOf = ({ entries }: any): unknown[] =>
  entries.map(({ position, headline, linkState, article }: any) => [
    position,
    headline,
    linkState,
    article?.headline ?? null,
  ]);

/** Nothing is left to link: what hooks and imports have linked is what linking everything anew would give. */
async function expectSettled(): Promise<void> {
  expect((await resolveStep(app.strapi, 0)).changes).toEqual([]);
}

const INVENTED = page({
  headline: 'Harbor Town and Island Agree on Ferries',
  caption: 'The mayor, left, shakes hands with the keeper.',
  popular: ['Lamps Go Out on the Pier', 'Fish Market Charges Visitors More'],
  ranking: ['Nets Are Mended in Winter', 'Keeper Counts the Ships', 'Fish Market Charges Visitors More'],
});
/** The document that the parser was first made for lies beside the checkout, and is nobody's to copy. */
const SAMPLE = path.resolve(__dirname, '../../../shared/samples/000_e429cedbafb3f5ea.txt');
const DOCUMENTS: readonly (readonly [string, string])[] = [
  ['an invented document of its shape', INVENTED],
  ...(existsSync(SAMPLE) ? [['the sample document', readFileSync(SAMPLE, 'utf8')] as const] : []),
];

describe.each(DOCUMENTS)('the two lists of %s', (name, text) => {
  const file = `${name}.txt`;
  const records = recordsFromText(text, { path: file, importedAt: IMPORTED });
  const lists = records.flatMap(({ rankingLists }) => rankingLists);
  const [section, site] = lists;
  const headlines = (section?.entries ?? []).map(({ headline }) => headline);
  const shared = site?.entries.find(({ headline }) => headlines.includes(headline))?.headline ?? '';
  const rowIn = ({ entries }: any): any => entries.find(({ headline }: any) => headline === shared);

  it('go through their whole life', async () => {
    expect([lists.length, shared]).toEqual([2, expect.stringMatching(/./)]);
    await importAll(records);
    const both = async (): Promise<any[]> => Promise.all(lists.map(({ snapshotKey }) => findList({ snapshotKey })));
    for (const stored of await both()) expect(rowIn(stored)).toMatchObject({ linkState: 'unresolved', article: null });

    await importAll([record({ path: `${name} shared.txt`, article: { headline: shared } })]);
    for (const stored of await both()) {
      expect(rowIn(stored)).toMatchObject({
        linkState: 'resolved',
        linkMethod: 'exact',
        article: { headline: shared },
      });
    }

    const { documentId, entries } = await findList({ snapshotKey: site?.snapshotKey }, 'draft');
    const last = entries.at(-1);
    await editor.update(LIST, documentId, {
      entries: entries.map(({ id, headline }: any) => ({
        ...{ id, headline, hidden: id === entries[0].id },
        pinnedPosition: headline === shared ? 1 : null,
        label: id === last.id && headline !== shared ? 'In other words' : null,
      })),
    });
    await editor.publish(LIST, documentId);
    const curated = await findList({ snapshotKey: site?.snapshotKey });
    const shown = curated.entries.filter(({ hidden }: any) => !hidden);
    expect(shown.map(({ position }: any) => position)).toEqual(shown.map((_: unknown, at: number) => at + 1));
    expect(shown[0]).toMatchObject({ headline: shared, pinnedPosition: 1, article: { headline: shared } });
    const printed = [...curated.entries].sort((one: any, other: any) => one.printedPosition - other.printedPosition);
    expect(printed.map(({ headline }: any) => headline)).toEqual(site?.entries.map(({ headline }) => headline));

    expect(await importAll(records)).toEqual(records.map(() => 'unchanged'));
    await importAll(recordsFromText(`${text}\n`, { path: file, importedAt: '2025-06-01T00:00:00.000Z' }));
    await importAll(recordsFromText(text, { path: `copy of ${file}`, importedAt: '2025-06-01T00:00:00.000Z' }));
    const after = await findList({ snapshotKey: site?.snapshotKey });
    expect(after.entries).toEqual(curated.entries);
    expect(after.sourceCount).toBe(2);
    await expectSettled();
  });
});

describe.each([
  ['document', createDocumentStore],
  ['bulk', createBulkStore],
] as const)('snapshots in the %s store', (name, make) => {
  const capture = (rows: readonly string[], capturedAt: string, pageName: string): DocumentRecord => {
    const own = list(`${name} PIER`, rows);
    return record({ path: `${name}/${pageName}.txt`, lists: [{ ...own, capturedAt, captureKey: `${name} minute` }] });
  };

  it('are one for ten pages that show the same, with the first and the last time', async () => {
    const times = [5, 3, 9, 4, 0, 6, 1, 8, 2, 7].map((second) => `2025-04-10T05:15:0${second}.000Z`);
    const pages = times.map((time, at) => capture(['Rope', 'Net'], time, `page ${at}`));
    await importAll(pages.slice(0, 4), 'published', make);
    await importAll(pages.slice(4), 'published', make);
    expect(await findList({ key: `${name} pier` })).toMatchObject({
      ...{ sourceCount: 10, disputed: false },
      ...{ firstSeenAt: '2025-04-10T05:15:00.000Z', lastSeenAt: '2025-04-10T05:15:09.000Z' },
      capturedAt: '2025-04-10T05:15:00.000Z',
    });
    expect(await app.strapi.db.query(LIST).count({ where: { key: `${name} pier` } })).toBe(2);
  });

  it('that disagree are both kept, and flagged', async () => {
    await importAll([capture(['Net', 'Rope'], '2025-04-10T05:15:30.000Z', 'other')], 'published', make);
    const stored = await app.strapi.db.query(LIST).findMany({ where: { key: `${name} pier` } });
    expect(stored.map(({ disputed }) => disputed)).toEqual([true, true, true, true]);
  });

  it('of unknown times follow the imports: what comes back is the current list again', async () => {
    const key = `${name} quay`;
    const shown = async (rows: readonly string[], day: number) => {
      const [capturedAt, capturedAtBasis] = [`2025-05-0${day}T00:00:00.000Z`, 'import' as const];
      const lists = [{ ...list(key, rows), capturedAt, capturedAtBasis, captureKey: null }];
      await importAll([record({ path: `${key}/${day}.txt`, lists })], 'published', make);
      const answer = await request(app.strapi.server.httpServer)
        .get(`/api/rankings/${encodeURIComponent(key)}`)
        .expect(200);
      const { entries, previous } = answer.body.data;
      return [entries.map(({ headline }: any) => headline), previous?.capturedAt ?? null];
    };
    expect(await shown(['Sail', 'Mast'], 1)).toEqual([['Sail', 'Mast'], null]);
    expect(await shown(['Mast', 'Sail'], 2)).toEqual([['Mast', 'Sail'], '2025-05-01T00:00:00.000Z']);
    expect(await shown(['Sail', 'Mast'], 3)).toEqual([['Sail', 'Mast'], '2025-05-02T00:00:00.000Z']);
    expect(await findList({ key, sourceCount: 2 })).toMatchObject({
      ...{ capturedAt: '2025-05-03T00:00:00.000Z', firstSeenAt: '2025-05-01T00:00:00.000Z' },
    });
  });

  it('keep a time that an editor has set', async () => {
    const { documentId } = await findList({ key: `${name} pier`, sourceCount: 1 }, 'draft');
    await editor.update(LIST, documentId, { capturedAt: '2025-04-09T00:00:00.000Z' });
    await importAll([capture(['Net', 'Rope'], '2025-04-10T05:15:10.000Z', 'one more')], 'published', make);
    expect(await findList({ documentId }, 'draft')).toMatchObject({
      ...{ capturedAt: '2025-04-09T00:00:00.000Z', firstSeenAt: '2025-04-10T05:15:10.000Z', sourceCount: 2 },
    });
  });
});

describe("an editor's hand", () => {
  async function importList(key: string, headlines: readonly string[], status: Status = 'published'): Promise<string> {
    await importAll([record({ path: `${key}.txt`, lists: [list(key, headlines)] })], status);
    return (await findList({ key: key.toLowerCase() }, 'draft')).documentId;
  }

  const arrange = async (documentId: string, change: (row: any, at: number) => object) => {
    const { entries } = await findList({ documentId }, 'draft');
    return editor.tryUpdate(LIST, documentId, {
      entries: entries.map((row: any, at: number) => ({ id: row.id, headline: row.headline, ...change(row, at) })),
    });
  };

  it('links a row to a draft: the published list shows the link exactly while the article is published', async () => {
    const documentId = await importList('HAND', ['Words of the Page', 'Other Words']);
    const { documentId: chosen } = await editor.create(ARTICLE, { headline: 'Chosen Against the Words' });
    await arrange(documentId, (_row, at) => (at === 0 ? { article: { connect: [{ documentId: chosen }] } } : {}));
    await editor.publish(LIST, documentId);
    const published = async () => rowsOf(await findList({ documentId }))[0];
    const [without, withIt] = [null, 'Chosen Against the Words'].map((headline) => [
      ...[1, 'Words of the Page', 'manual', headline],
    ]);
    expect(await published()).toEqual(without);
    await editor.publish(ARTICLE, chosen);
    expect(await published()).toEqual(withIt);
    await editor.unpublish(ARTICLE, chosen);
    expect(await published()).toEqual(without);
    await editor.publish(ARTICLE, chosen);
    await importAll([record({ path: 'words.txt', article: { headline: 'Words of the Page' } })]);
    expect(await published()).toEqual(withIt);
    await editor.discard(LIST, documentId);
    expect(rowsOf(await findList({ documentId }, 'draft'))[0]).toEqual(withIt);
    await expectSettled();
    await arrange(documentId, (_row, at) => (at === 0 ? { linkState: 'unresolved' } : {}));
    await editor.publish(LIST, documentId);
    expect(await published()).toEqual([1, 'Words of the Page', 'resolved', 'Words of the Page']);
    await expectSettled();
  });

  it('takes an article from another row that found it by its headline', async () => {
    await importAll([record({ path: 'gulls.txt', article: { headline: 'Gulls Come Home' } })]);
    const documentId = await importList('GULLS', ['Gulls Come Home', 'Birds Return', 'Gulls Come Home (Update 1)']);
    const { article } = (await findList({ documentId }, 'draft')).entries[0];
    expect(rowsOf(await findList({ documentId })).map((row: any) => row[2])).toEqual([
      ...['resolved', 'unresolved', 'duplicate'],
    ]);
    const chosen = { connect: [{ documentId: article.documentId }] };
    await arrange(documentId, (_row, at) => (at === 1 ? { article: chosen } : {}));
    const states = async () => rowsOf(await findList({ documentId }, 'draft')).map((row: any) => row[2]);
    expect(await states()).toEqual(['duplicate', 'manual', 'duplicate']);
    const refused = await arrange(documentId, (_row, at) => (at === 2 ? { article: chosen } : {}));
    expect(refused).toMatchObject({ status: 400 });
    expect(refused.body.error.message).toMatch(/linked to the same article: hide one of them/);
    await arrange(documentId, (_row, at) => (at === 1 ? { hidden: true } : {}));
    expect(await states()).toEqual(['resolved', 'manual', 'duplicate']);
    await expectSettled();
  });

  it('moves rows and may not lose what was printed', async () => {
    const documentId = await importList('ORDER', ['First Row', 'Second Row', 'Third Row']);
    const { entries } = await findList({ documentId }, 'draft');
    const turned = [...entries].reverse().map(({ id, headline }: any) => ({ id, headline }));
    await editor.update(LIST, documentId, { entries: turned });
    expect(rowsOf(await findList({ documentId }, 'draft')).map((row: any) => row.slice(0, 2))).toEqual([
      [1, 'Third Row'],
      [2, 'Second Row'],
      [3, 'First Row'],
    ]);
    const lost = await editor.tryUpdate(LIST, documentId, { entries: turned.slice(1) });
    expect([lost.status, lost.body.error.message]).toEqual([400, expect.stringMatching(/hide it instead of deleting/)]);
    const other = await arrange(documentId, () => ({ headline: 'Never printed' }));
    expect([other.status, other.body.error.message]).toEqual([400, expect.stringMatching(/into Label/)]);
    const known = entries.map(({ headline, printedPosition }: any) => ({ headline, printedPosition }));
    await app.strapi.documents(LIST).update({ documentId, data: { entries: known } as never });
    expect(rowsOf(await findList({ documentId }, 'draft')).map((row: any) => row[1])).toEqual([
      ...['First Row', 'Second Row', 'Third Row'],
    ]);
  });

  it('loses no row that is pinned before the first place', async () => {
    const documentId = await importList('PINNED', ['Pinned Row', 'Other Row']);
    const refused = await arrange(documentId, (_row, at) => ({ pinnedPosition: at === 0 ? 0 : null }));
    expect([refused.status, refused.body.error.message]).toEqual([400, expect.stringMatching(/“Pinned Row” can’t be/)]);
    expect(rowsOf(await findList({ documentId }, 'draft')).map((row: any) => row[1])).toEqual([
      ...['Pinned Row', 'Other Row'],
    ]);
  });

  it.each(['id', 'printedPosition'])('keeps one row where one is sent twice, by its %s', async (name) => {
    const key = `TWICE ${name}`;
    const documentId = await importList(key, ['Sent Twice', 'Sent Once']);
    const { entries } = await findList({ documentId }, 'draft');
    const [twice, once] = entries.map((row: any) => ({ headline: row.headline, [name]: row[name] }));
    const saved = await editor.tryUpdate(LIST, documentId, { entries: [twice, twice, once] });
    expect([saved.status, saved.body.error?.message]).toEqual([
      400,
      expect.stringMatching(/“Sent Twice” is there twice/),
    ]);
  });

  it('takes no relation that names no article', async () => {
    const documentId = await importList('COUNTED', ['Counted Row']);
    const answer = await arrange(documentId, () => ({ article: { count: 1 } }));
    expect([answer.status, answer.body.error?.message]).toEqual([400, expect.stringMatching(/^article: expected/)]);
  });

  it('hides a row from visitors, who count the others from 1', async () => {
    const documentId = await importList('HIDDEN', ['Seen One', 'Unseen', 'Seen Two']);
    await arrange(documentId, (_row, at) => ({ hidden: at === 1 }));
    await editor.publish(LIST, documentId);
    const { body } = await request(app.strapi.server.httpServer).get(
      `/api/ranking-lists/${documentId}?populate=entries`,
    );
    expect(body.data.entries.map(({ position, headline }: any) => [position, headline])).toEqual([
      [1, 'Seen One'],
      [2, 'Seen Two'],
    ]);
  });

  it('copies a list without taking its place in the next import', async () => {
    const documentId = await importList('COPY', ['Copied Row']);
    const copy = await editor.clone(LIST, documentId, { title: 'A copy' });
    expect(await findList({ documentId: copy.documentId }, 'draft')).toMatchObject({
      ...{ snapshotKey: null, captureKey: null, sourceCount: 0 },
      entries: [{ headline: 'Copied Row', printedPosition: 1 }],
    });
  });
});

describe('pages of current lists', () => {
  it('miss no key, in whatever order the database sorts them', async () => {
    const keys = ['zz-z', 'zza', 'zzB', 'zzb'];
    for (const key of keys) {
      const data = { key, title: key, capturedAt: IMPORTED, entries: [{ headline: 'A Row' }] };
      await app.strapi.documents(LIST).create({ data: data as never, status: 'published' });
    }
    const found: string[] = [];
    let after: string | null = 'zz';
    while (after !== null) {
      const { body } = await request(app.strapi.server.httpServer).get('/api/rankings').query({ after, pageSize: 1 });
      found.push(...body.data.map(({ key }: any) => key));
      after = body.meta.next;
    }
    expect(found).toEqual([...keys].sort());
  });
});

describe('a name that no database can hold', () => {
  it('is unknown like any other', async () => {
    const get = async (path: string) => (await request(app.strapi.server.httpServer).get(path)).status;
    expect(await get('/api/rankings/%00')).toBe(404);
    expect(await get('/api/rankings/%00/history')).toBe(404);
    expect(await get('/api/articles/%00/rankings')).toBe(404);
    expect((await editor.get('/copydesk/statistics/rankings?key=%00')).status).toBe(400);
    const query = String.raw`{ ranking(key: "\u0000") { key } }`;
    const { body } = await request(app.strapi.server.httpServer).post('/graphql').send({ query });
    expect(body.errors[0].extensions.error.name).toBe('NotFoundError');
  });
});

describe('linking everything anew', () => {
  it('mends what was written past the hooks, says what it changed, and then has nothing to do', async () => {
    await importAll([
      record({ path: 'adrift.txt', article: { headline: 'Boat Adrift' }, lists: [list('ADRIFT', ['Boat Adrift'])] }),
    ]);
    const { entries } = await findList({ key: 'adrift' });
    const table = app.strapi.db.metadata.get('ranking.entry').tableName;
    await app.strapi.db.connection(table).where({ id: entries[0].id }).update({ link_state: 'unresolved' });
    await app.strapi.db.connection('components_ranking_entries_article_lnk').where({ entry_id: entries[0].id }).del();
    const answer = await editor.post('/copydesk/rankings/resolve', { after: 0 });
    expect(answer.body.changes).toEqual([
      {
        ...{ title: 'ADRIFT', key: 'adrift', capturedAt: '2025-04-10T05:15:00.000Z', status: 'published' },
        headline: 'Boat Adrift',
        before: { linkState: 'unresolved', linkMethod: 'exact', article: null },
        after: { linkState: 'resolved', linkMethod: 'exact', article: 'Boat Adrift' },
      },
    ]);
    await expectSettled();
  });

  it('waits its turn while an import writes, and lets the next one in', async () => {
    const keeper = keepLease(app.strapi);
    const writer = (await keeper.take(newOwner())) as Lease;
    expect(await editor.post('/copydesk/rankings/resolve', { after: 0 })).toMatchObject({
      ...{ status: 409, body: { error: { message: expect.stringMatching(/import is writing now/) } } },
    });
    expect(await resolveStepAlone(app.strapi, keeper, newOwner(), 0)).toMatchObject({
      heldBy: { owner: writer.owner },
    });
    await writer.release();
    expect(await editor.post('/copydesk/rankings/resolve', { after: 0 })).toMatchObject({ status: 200 });
    const next = (await keeper.take(newOwner())) as Lease;
    expect(next).toMatchObject({ release: expect.any(Function) });
    await next.release();
  });

  it.each([2 ** 31, -1, 1.5, 'x'])('begins at no row that can not be: %p', async (after) => {
    expect((await editor.post('/copydesk/rankings/resolve', { after })).status).toBe(400);
  });

  it('is for administrators alone', async () => {
    const answer = await request(app.strapi.server.httpServer).post('/copydesk/rankings/resolve').send({ after: 0 });
    expect(answer.status).toBe(401);
  });
});
