import { startEditor, type Editor } from '../app/editor';
import { paragraphs } from '../app/fixtures';
import type { TestApp } from '../app/strapi';
import { startOnFreshDatabase } from './app';
import { saveRankingLists } from '../../src/stores/ranking-lists';
import { headlineKey } from '../../src/importer/normalise/headline-key';
import type { RankingListRecord } from '../../src/importer/records';

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

type Status = 'draft' | 'published';

/** Each row of a list as [headline, link state, headline of the linked article, whether that is of the list's own kind]. */
async function links(documentId: string, status: Status = 'draft'): Promise<any[]> {
  const list: any = await app.strapi
    .documents(LIST)
    .findOne({ documentId, status, populate: { entries: { populate: ['article'] } } as never });
  return list.entries.map(({ headline, linkState, article }: any) => {
    if (article === null) return [headline, linkState, null];
    const kind = (article.publishedAt === null) === (status === 'draft') ? '' : ' of the wrong kind';
    return [headline, linkState, `${article.headline}${kind}`];
  });
}

let counter = 0;

/** Headlines of their own for each test: the suites share one database. */
function unique(text: string): string {
  counter += 1;
  return `${text} No. ${counter}`;
}

async function makeList(headlines: readonly string[], status: Status = 'draft'): Promise<string> {
  const list = await editor.create(LIST, {
    title: unique('RANKING'),
    entries: headlines.map((headline) => ({ headline })),
  });
  if (status === 'published') await editor.publish(LIST, list.documentId);
  return list.documentId;
}

async function makeArticle(headline: string, status: Status = 'draft'): Promise<string> {
  const { documentId } = await editor.create(ARTICLE, { headline, body: paragraphs('Text.') });
  if (status === 'published') await editor.publish(ARTICLE, documentId);
  return documentId;
}

describe('an article that appears', () => {
  it('links the waiting rows of drafts, then of published lists as it is published', async () => {
    const headline = unique('Cape “Lamp” Relit');
    const [one, other] = [
      await makeList([headline, 'Someone else'], 'published'),
      await makeList([headline.toUpperCase()], 'published'),
    ];
    const article = await makeArticle(headline.replace(/[“”]/g, '"'));
    expect((await links(one))[0]).toEqual([headline, 'resolved', headline.replace(/[“”]/g, '"')]);
    expect((await links(one))[1]).toEqual(['Someone else', 'unresolved', null]);
    expect((await links(one, 'published'))[0]).toEqual([headline, 'unresolved', null]);
    await editor.publish(ARTICLE, article);
    for (const list of [one, other]) {
      expect((await links(list))[0]?.slice(1)).toEqual(['resolved', headline.replace(/[“”]/g, '"')]);
      expect((await links(list, 'published'))[0]?.slice(1)).toEqual(['resolved', headline.replace(/[“”]/g, '"')]);
    }
  });

  it('links rows that were there when code wrote it by itself', async () => {
    const headline = unique('Written by code');
    const list = await makeList([headline]);
    await app.strapi.db
      .query(ARTICLE)
      .create({ data: { headline, documentId: `byhand${counter}`, publishedAt: null } });
    expect(await links(list)).toEqual([[headline, 'resolved', headline]]);
  });

  it('keeps its links through any number of publications', async () => {
    const headline = unique('Published again');
    const list = await makeList([headline], 'published');
    const article = await makeArticle(headline, 'published');
    for (let times = 0; times < 3; times += 1) {
      await editor.update(ARTICLE, article, { kicker: `Edition ${times}` });
      await editor.publish(ARTICLE, article);
      await editor.publish(LIST, list);
    }
    expect(await links(list)).toEqual([[headline, 'resolved', headline]]);
    expect(await links(list, 'published')).toEqual([[headline, 'resolved', headline]]);
    await editor.update(ARTICLE, article, { kicker: 'Thrown away' });
    await editor.discard(ARTICLE, article);
    await editor.discard(LIST, list);
    expect(await links(list)).toEqual([[headline, 'resolved', headline]]);
  });
});

describe('a list that appears', () => {
  it.each(['draft', 'published'] as const)('looks for its articles at once: %s', async (status) => {
    const headline = unique('Here already');
    await makeArticle(headline, status);
    expect(await links(await makeList([headline], status), status)).toEqual([[headline, 'resolved', headline]]);
  });

  it('links once both are published, in either order (strapi#19959, #24438)', async () => {
    const headline = unique('Either order');
    const article = await makeArticle(headline);
    const list = await makeList([headline]);
    await editor.publish(LIST, list);
    expect(await links(list, 'published')).toEqual([[headline, 'unresolved', null]]);
    await editor.publish(ARTICLE, article);
    expect(await links(list, 'published')).toEqual([[headline, 'resolved', headline]]);
  });

  it('is created and published in one call', async () => {
    const headline = unique('One call');
    await app.strapi.documents(ARTICLE).create({ data: { headline } as never, status: 'published' });
    const list = await app.strapi
      .documents(LIST)
      .create({ data: { title: 'T', entries: [{ headline }] } as never, status: 'published' });
    expect(await links(list.documentId)).toEqual([[headline, 'resolved', headline]]);
    expect(await links(list.documentId, 'published')).toEqual([[headline, 'resolved', headline]]);
  });

  it('has positions from 1 to n in the order in which it was saved', async () => {
    const names = ['a', 'b', 'c'].map((name) => unique(name));
    const list = await editor.create(LIST, {
      title: 'Order',
      entries: names.map((headline) => ({ headline, position: 7 })),
    });
    const { entries } = (await app.strapi
      .documents(LIST)
      .findOne({ documentId: list.documentId, populate: ['entries'] as never })) as any;
    await editor.update(LIST, list.documentId, {
      entries: [entries[2], entries[0]].map(({ id, headline }: any) => ({ id, headline })),
    });
    await editor.publish(LIST, list.documentId);
    for (const status of ['draft', 'published'] as const) {
      const now: any = await app.strapi
        .documents(LIST)
        .findOne({ documentId: list.documentId, status, populate: ['entries'] as never });
      expect(now.entries.map((entry: any) => [entry.position, entry.headline])).toEqual([
        [1, names[2]],
        [2, names[0]],
      ]);
    }
  });
});

describe('an article that changes', () => {
  it('takes its links along as it is renamed, per kind of row', async () => {
    const [before, after] = [unique('Old name'), unique('New name')];
    const list = await makeList([before, after], 'published');
    const article = await makeArticle(before, 'published');
    await editor.update(ARTICLE, article, { headline: after });
    expect(await links(list)).toEqual([
      [before, 'unresolved', null],
      [after, 'resolved', after],
    ]);
    expect(await links(list, 'published')).toEqual([
      [before, 'resolved', before],
      [after, 'unresolved', null],
    ]);
    await editor.publish(ARTICLE, article);
    expect(await links(list, 'published')).toEqual([
      [before, 'unresolved', null],
      [after, 'resolved', after],
    ]);
  });

  it('falls back as it is unpublished, and again as it is deleted', async () => {
    const headline = unique('Going away');
    const list = await makeList([headline], 'published');
    const article = await makeArticle(headline, 'published');
    await editor.unpublish(ARTICLE, article);
    expect(await links(list, 'published')).toEqual([[headline, 'unresolved', null]]);
    expect(await links(list)).toEqual([[headline, 'resolved', headline]]);
    await editor.remove(ARTICLE, article);
    expect(await links(list)).toEqual([[headline, 'unresolved', null]]);
    await makeArticle(headline, 'published');
    expect(await links(list, 'published')).toEqual([[headline, 'resolved', headline]]);
  });

  it('shares a headline with another: linked to neither, until one of them goes', async () => {
    const headline = unique('Two of a kind');
    const list = await makeList([headline], 'published');
    const first = await makeArticle(headline, 'published');
    await makeArticle(headline, 'published');
    expect(await links(list)).toEqual([[headline, 'ambiguous', null]]);
    expect(await links(list, 'published')).toEqual([[headline, 'ambiguous', null]]);
    await editor.remove(ARTICLE, first);
    expect(await links(list)).toEqual([[headline, 'resolved', headline]]);
    expect(await links(list, 'published')).toEqual([[headline, 'resolved', headline]]);
  });
});

describe("an editor's link", () => {
  it('stays, whatever arrives later', async () => {
    const headline = unique('Printed headline');
    const chosen = await makeArticle(unique('Chosen'), 'published');
    const list = await makeList([headline]);
    const draft: any = await app.strapi.documents(LIST).findOne({ documentId: list, populate: ['entries'] as never });
    const { data } = { data: draft.entries[0] };
    await editor.update(LIST, list, {
      entries: [
        {
          id: data.id,
          headline,
          linkState: 'unresolved',
          article: { connect: [{ documentId: chosen, id: chosen }], disconnect: [] },
        },
      ],
    });
    const expected = [headline, 'manual', (await editor.read(ARTICLE, chosen)).headline];
    expect(await links(list)).toEqual([expected]);
    await editor.publish(LIST, list);
    await makeArticle(headline, 'published');
    await editor.update(LIST, list, {
      title: 'Touched',
      entries: [{ id: data.id, headline, article: { connect: [], disconnect: [] } }],
    });
    expect(await links(list)).toEqual([expected]);
    expect(await links(list, 'published')).toEqual([expected]);
    await editor.publish(ARTICLE, chosen);
    await editor.publish(LIST, list);
    expect(await links(list, 'published')).toEqual([expected]);
  });
});

describe('a headline that the page cut', () => {
  it('links by its beginning, where exactly one article fits', async () => {
    const start = unique('Ministers meet on the coast to talk of');
    const list = await makeList([`${start} ho...`, `${start} ho…`], 'published');
    await makeArticle(`${start} fishing`, 'published');
    expect((await links(list)).map(([, state]) => state)).toEqual(['unresolved', 'unresolved']);
    const article = await makeArticle(`${start} housing`, 'published');
    expect((await links(list, 'published')).map((row) => row.slice(1))).toEqual([
      ['resolved', `${start} housing`],
      ['duplicate', null],
    ]);
    await makeArticle(`${start} homes`, 'published');
    expect((await links(list)).map(([, state]) => state)).toEqual(['ambiguous', 'ambiguous']);
    await editor.remove(ARTICLE, article);
    expect((await links(list)).map((row) => row.slice(1))).toEqual([
      ['resolved', `${start} homes`],
      ['duplicate', null],
    ]);
  });

  it('takes no % or _ of a headline for a wildcard, and no few letters for a beginning', async () => {
    counter += 1;
    const number = counter;
    const list = await makeList([`100% of_${number} all the voters ...`, 'The ...']);
    await makeArticle(`100 percent of ${number} all the voters agree`);
    await makeArticle(`100% ofX${number} all the voters agree`);
    await makeArticle('The tide');
    expect((await links(list)).map(([, state]) => state)).toEqual(['unresolved', 'unresolved']);
    const exact = `100% of_${number} all the voters agree`;
    await makeArticle(exact);
    expect((await links(list))[0]?.slice(1)).toEqual(['resolved', exact]);
  });
});

describe('imported lists', () => {
  const record = (headlines: readonly string[], snapshotKey: string): RankingListRecord => ({
    key: 'imported',
    snapshotKey,
    title: 'IMPORTED',
    publisher: null,
    captureKey: null,
    scope: 'site',
    articleSection: null,
    window: '24h',
    capturedAt: '2025-04-10T05:15:00.000Z',
    capturedAtBasis: 'stated',
    entries: headlines.map((headline, index) => ({
      position: index + 1,
      printedPosition: index + 1,
      headline,
      headlineKey: headlineKey(headline),
      truncated: false,
      description: null,
    })),
  });

  it('are stored once per snapshot, published where asked for, linked at once', async () => {
    const headline = unique('Imported row');
    await makeArticle(headline, 'published');
    const shownBy = { source: 'path:imported.txt', runId: null };
    const lists = [record([headline, 'Other'], unique('snapshot'))];
    const [first] = await app.strapi.db.transaction(() => saveRankingLists(app.strapi, lists, 'published', shownBy));
    const [again] = await saveRankingLists(app.strapi, lists, 'published', shownBy);
    expect([first?.created, again]).toEqual([true, { documentId: first?.documentId, created: false }]);
    expect(await links(first?.documentId ?? '', 'published')).toEqual([
      [headline, 'resolved', headline],
      ['Other', 'unresolved', null],
    ]);
    const stored: any = await app.strapi
      .documents(LIST)
      .findOne({ documentId: first?.documentId ?? '', status: 'published' });
    expect(stored).toMatchObject({ window: '24h', key: 'imported', capturedAtBasis: 'stated' });
  });
});
