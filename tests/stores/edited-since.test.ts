import { setTimeout as sleep } from 'node:timers/promises';
import { importRecords } from '../../src/importer/import-records';
import type { DocumentPlan } from '../../src/importer/plan/plan-document';
import type { ArticleFields, DocumentRecord } from '../../src/importer/records';
import type { Store } from '../../src/importer/store';
import { EDITED_SINCE, findEditedSince } from '../../src/stores/bulk/edited-since';
import { inSession } from '../../src/stores/bulk/sessions';
import { toRefusal } from '../../src/stores/bulk/to-refusal';
import { createBulkStore } from '../../src/stores/bulk-store';
import { readChangeSchema } from '../../src/stores/changes/change-schema';
import { createDocumentStore } from '../../src/stores/document-store';
import { startEditor, type Editor } from '../app/editor';
import type { TestApp } from '../app/strapi';
import { startOnFreshDatabase } from './app';
import { body, record } from './records';

jest.setTimeout(240_000);

const ARTICLE = 'api::article.article';
const TAG = 'api::tag.tag';
const NAMES = ['Boats', 'Nets', 'Ropes', 'Sails', 'Oars'];

const page = (name: string, stated: Partial<ArticleFields> = {}): DocumentRecord =>
  record({
    path: `${name}.txt`,
    article: { headline: name, body: body('One.', 'Two.'), description: null, ...stated },
  });

const LATER = { body: body('One.', 'Two, corrected.') };

async function* stream(records: readonly DocumentRecord[]): AsyncGenerator<DocumentRecord> {
  yield* records;
}

describe.each([
  ['bulk', createBulkStore],
  ['document', createDocumentStore],
])('an import through the %s store', (kind, createStore) => {
  let app: TestApp;
  let editor: Editor;
  let runs = 0;

  /** Imports while somebody does something each time that plans are made and not yet written. */
  async function importAll(records: readonly DocumentRecord[], between: (turn: number) => Promise<unknown>) {
    const store = createStore(app.strapi, { status: 'published', runId: `run ${(runs += 1)}` });
    let turn = 0;
    const interrupted: Store = {
      ...store,
      async applyMany(plans) {
        await between((turn += 1));
        return store.applyMany(plans);
      },
    };
    const results: [string, readonly (string | null)[]][] = [];
    const options = { importedAt: '2025-05-01T00:00:00.000Z' };
    for await (const { action, diagnostics } of importRecords(stream(records), interrupted, options)) {
      results.push([action, diagnostics.map(({ actual }) => actual)]);
    }
    return results;
  }

  const find = (headline: string): Promise<any> =>
    app.strapi.db.query(ARTICLE).findOne({ where: { headline, publishedAt: { $null: true } } });

  const textOf = async (headline: string): Promise<readonly string[]> =>
    (await find(headline)).body.map(({ children: [{ text }] }: any) => text);

  const save = async (headline: string, data: object): Promise<void> =>
    editor.update(ARTICLE, (await find(headline)).documentId, data);

  beforeAll(async () => {
    app = await startOnFreshDatabase();
    editor = await startEditor(app);
    await importAll(
      NAMES.map((name) => page(`${kind} ${name}`)),
      async () => undefined,
    );
  });

  afterAll(() => app.stop());

  it('keeps what an editor saves between plan and write, and writes the rest', async () => {
    const [boats = '', nets = ''] = NAMES.map((name) => `${kind} ${name}`);
    const results = await importAll([page(boats, LATER), page(nets, LATER)], async (turn) => {
      if (turn === 1) await save(boats, { kicker: 'Mine', body: body('One, by hand.', 'Two.') });
    });
    expect(results).toEqual([
      ['update', []],
      ['update', []],
    ]);
    expect(await textOf(boats)).toEqual(['One, by hand.', 'Two, corrected.']);
    expect(await find(boats)).toMatchObject({ kicker: 'Mine' });
    expect(await textOf(nets)).toEqual(['One.', 'Two, corrected.']);
  });

  it('keeps a tag that an editor gives it between plan and write, from the tag’s side', async () => {
    const headline = `${kind} Sails`;
    const { documentId } = await find(headline);
    const results = await importAll([page(headline, { tags: ['Theirs'] })], async (turn) => {
      const articles = { connect: [{ documentId, status: 'draft' }] };
      if (turn === 1) await editor.create(TAG, { name: `${kind} ours`, articles });
    });
    expect(results.map(([action]) => action)).toEqual(['update']);
    const { tags } = (await app.strapi.documents(ARTICLE).findOne({ documentId, populate: ['tags'] as never })) as any;
    expect(tags.map(({ name }: any) => name).toSorted()).toEqual([`${kind} ours`, 'Theirs'].toSorted());
  });

  it('joins what two documents of one batch change in an article, whose identities no longer show that it is one', async () => {
    const headline = `${kind} Oars`;
    const capture = (path: string, identity: string, stated: Partial<ArticleFields>): DocumentRecord => ({
      ...record({ path: `${kind} ${path}`, identity, article: { headline, ...stated } }),
    });
    const before = { body: body('One.', 'Two.', 'Three.') };
    const captures = [capture('a.txt', `text:${kind}`, before), capture('b.txt', `text:${kind}`, before)];
    const none = async (): Promise<void> => undefined;
    expect((await importAll(captures, none)).map(([action]) => action)).toEqual(['create', 'unchanged']);
    const photos = [{ caption: 'An oar', creditText: null }];
    const results = await importAll(
      [
        capture('a.txt', `text:${kind} a`, { ...before, kicker: 'By a', photos }),
        capture('b.txt', `text:${kind} b`, { body: body('One.', 'Two.', 'Three, by b.'), photos }),
      ],
      none,
    );
    expect(results.map(([action]) => action)).toEqual(['update', 'update']);
    const where = { headline, publishedAt: { $null: true }, kicker: 'By a' };
    const found = await app.strapi.db.query(ARTICLE).findMany({ where, populate: ['photos'] });
    expect(found).toMatchObject([{ body: body('One.', 'Two.', 'Three, by b.'), photos: [{ caption: 'An oar' }] }]);
  });

  it('leaves out what an editor deletes between plan and write', async () => {
    const headline = `${kind} Ropes`;
    const { documentId } = await find(headline);
    const results = await importAll([page(headline, LATER)], async (turn) => {
      if (turn === 1) await editor.remove(ARTICLE, documentId);
    });
    expect(results.map(([action]) => action)).toEqual(['deleted-locally']);
    expect(await find(headline)).toBeNull();
  });

  it('gives up on an article that somebody saves each time, and says so', async () => {
    const headline = `${kind} Nets`;
    const results = await importAll([page(headline, { kicker: 'Theirs' })], (turn) =>
      save(headline, { kicker: `${turn}` }),
    );
    expect(results).toEqual([['rejected', [EDITED_SINCE.refused]]]);
    expect(await find(headline)).toMatchObject({ kicker: '5' });
  });

  it('knows an article by any of its drafts, and by its rows where the content model has no drafts', async () => {
    const { strapi } = app;
    const addRow = async (documentId: string, locale: string, publishedAt: Date | null): Promise<string> => {
      const data = { documentId, locale, publishedAt, headline: `${kind} ${locale}` };
      const { updatedAt } = await strapi.db.query(ARTICLE).create({ data });
      await sleep(5);
      return new Date(updatedAt).toISOString();
    };
    const stale = async (documentId: string, version: string | null): Promise<boolean> => {
      const plan = { articleDocumentId: documentId, version, current: {}, changes: { kicker: 'Theirs' } };
      const plans = [plan as unknown as DocumentPlan];
      const found = await inSession(strapi, (session) => findEditedSince(session, readChangeSchema(strapi), plans));
      return found.size > 0;
    };
    const drafts = [await addRow('in-languages', 'en', null), await addRow('in-languages', 'ja', null)];
    const published = await addRow('in-languages', 'en', new Date());
    const bare = await addRow('without-drafts', 'en', new Date());
    expect(await Promise.all(drafts.map((version) => stale('in-languages', version)))).toEqual([false, false]);
    expect(await stale('in-languages', published)).toBe(true);
    expect(await stale('without-drafts', bare)).toBe(false);
    expect(await stale('without-drafts', null)).toBe(true);
  });

  it('may be planned again where an editor’s transaction and its own waited for each other', () => {
    const refusals = ['40P01', 'ER_LOCK_DEADLOCK', 'ER_DUP_ENTRY'].map((code) =>
      toRefusal(Object.assign(new Error('Sorry'), { code })),
    );
    expect(refusals.map(({ isStale }) => isStale)).toEqual([true, true, false]);
  });

  it('lets nobody save an article between look and write', async () => {
    const { documentId, updatedAt } = await find(`${kind} Boats`);
    const [current, changes] = [{} as ArticleFields, { kicker: 'Theirs' }];
    const plan = { articleDocumentId: documentId, version: new Date(updatedAt).toISOString(), current, changes };
    const plans = [plan as unknown as DocumentPlan];
    const schema = readChangeSchema(app.strapi);
    const order: string[] = [];
    let isHeld = false;
    const writing = inSession(app.strapi, async (session) => {
      expect((await findEditedSince(session, schema, plans)).size).toBe(0);
      isHeld = true;
      await sleep(1000);
      order.push('written');
    });
    while (!isHeld) await sleep(10);
    await editor.update(ARTICLE, documentId, { kicker: 'Mine' }).then(() => order.push('saved'));
    await writing;
    expect(order).toEqual(['written', 'saved']);
    await inSession(app.strapi, async (session) => {
      expect(await findEditedSince(session, schema, plans)).toEqual(new Set(plans));
    });
  });
});
