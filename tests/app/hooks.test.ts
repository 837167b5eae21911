import { startEditor, type Editor } from './editor';
import { EMPTY_BODY, page, paragraphs } from './fixtures';
import { startApp, type TestApp } from './strapi';

const ARTICLE = 'api::article.article';
const TAG = 'api::tag.tag';
const LIST = 'api::ranking-list.ranking-list';
const SOURCE = 'plugin::copydesk.source-document';

let app: TestApp;
let editor: Editor;

beforeAll(async () => {
  app = await startApp();
  editor = await startEditor(app);
});

afterAll(() => app.stop());

/** What the panel sends for an article that nobody typed anything into. */
const EMPTY_FORM = {
  headline: '',
  kicker: null,
  slug: '',
  description: '',
  body: EMPTY_BODY,
  photos: [],
  authors: [],
  tags: { connect: [], disconnect: [] },
};

async function rows(documentId: string): Promise<any[]> {
  return app.strapi.db.query(ARTICLE).findMany({ where: { documentId }, orderBy: { publishedAt: 'asc' } });
}

async function full(documentId: string, status: 'draft' | 'published' = 'draft'): Promise<any> {
  return app.strapi.documents(ARTICLE).findOne({ documentId, status, populate: '*' as never });
}

describe('slugs', () => {
  it('are made from the headline where the editor left them empty', async () => {
    const article = await editor.create(ARTICLE, { ...EMPTY_FORM, headline: 'Ferry Returns to Old Harbor' });
    expect(article.slug).toBe('ferry-returns-to-old-harbor');
  });

  it('never collide for one headline, and are the same on both rows', async () => {
    const slugs: string[] = [];
    for (let count = 0; count < 4; count += 1) {
      const { documentId } = await editor.create(ARTICLE, {
        ...EMPTY_FORM,
        headline: 'Twin headline',
        datePublished: '2025-04-10T05:15:00.000Z',
      });
      await editor.publish(ARTICLE, documentId);
      const [one, other] = await rows(documentId);
      expect(one.slug).toBe(other.slug);
      slugs.push(one.slug);
    }
    expect(new Set(slugs).size).toBe(4);
    expect(slugs.slice(0, 2)).toEqual(['twin-headline', 'twin-headline-2025-04-10']);
  });

  it.each(['首相が内閣改造を表明', '总理宣布内阁改组', '총리가 개각을 발표했다', '', 'NATO事務総長が来日し首相と会談'])(
    'are never empty: %s',
    async (headline) => {
      const data = { headline, body: paragraphs('text') };
      const one = await app.strapi.documents(ARTICLE).create({ data: data as never });
      const generated = await editor.post('/content-manager/uid/generate', {
        contentTypeUID: ARTICLE,
        field: 'slug',
        data,
      });
      const other = await editor.create(ARTICLE, { ...EMPTY_FORM, ...data, slug: generated.body.data });
      expect(one.slug).toMatch(/^[a-z0-9-]{5,}$/);
      expect(other.slug).toMatch(/^[a-z0-9-]{4,}$/);
      expect(other.slug).not.toBe(one.slug);
    },
  );

  it("keep an editor's choice, with a number where another article has it", async () => {
    const one = await editor.create(ARTICLE, { ...EMPTY_FORM, headline: 'First of them', slug: 'my-own' });
    const other = await editor.create(ARTICLE, { ...EMPTY_FORM, headline: 'Second of them', slug: 'my-own' });
    expect([one.slug, other.slug]).toEqual(['my-own', 'my-own-2']);
    const renamed = await editor.update(ARTICLE, one.documentId, { headline: 'First, renamed' });
    expect(renamed.slug).toBe('my-own');
    const emptied = await editor.update(ARTICLE, one.documentId, { slug: '' });
    expect(emptied.slug).toBe('first-renamed');
  });

  it('are given to copies, too', async () => {
    const one = await editor.create(ARTICLE, { ...EMPTY_FORM, headline: 'Copied story' });
    const copy = await editor.clone(ARTICLE, one.documentId, { headline: 'Copied story' });
    expect(copy.slug).not.toBe(one.slug);
    expect(copy.slug).toMatch(/^copied-story-/);
  });

  it('and the other derived fields are made for rows that code writes by itself', async () => {
    const row = await app.strapi.db.query(ARTICLE).create({
      data: { headline: 'Written past the service', body: paragraphs('Two words.', 'And three more.') },
    });
    expect(row).toMatchObject({
      slug: 'written-past-the-service',
      headlineKey: 'written past the service',
      wordCount: 5,
      description: 'Two words.',
    });
  });
});

describe('description and word count', () => {
  it('follow the body until the description is edited', async () => {
    const { documentId, ...article } = await editor.create(ARTICLE, {
      ...EMPTY_FORM,
      headline: 'Lead',
      body: paragraphs('One lead.', 'More.'),
    });
    expect(article).toMatchObject({ description: 'One lead.', wordCount: 3 });
    const changed = await editor.update(ARTICLE, documentId, {
      description: 'One lead.',
      body: paragraphs('Another lead here.'),
    });
    expect(changed).toMatchObject({ description: 'Another lead here.', wordCount: 3 });
    const edited = await editor.update(ARTICLE, documentId, { description: 'Mine.', body: paragraphs('Third lead.') });
    expect(edited).toMatchObject({ description: 'Mine.', wordCount: 2 });
    const kept = await editor.update(ARTICLE, documentId, { body: paragraphs('Fourth lead.') });
    expect(kept.description).toBe('Mine.');
  });

  it('stay empty where an editor emptied them, through publication', async () => {
    const { documentId } = await editor.create(ARTICLE, {
      ...EMPTY_FORM,
      headline: 'Emptied',
      body: paragraphs('A lead.'),
    });
    const emptied = await editor.update(ARTICLE, documentId, { description: '' });
    expect(emptied.description ?? '').toBe('');
    await editor.publish(ARTICLE, documentId);
    expect((await full(documentId, 'published')).description ?? '').toBe('');
    const later = await editor.update(ARTICLE, documentId, { description: '', body: paragraphs('Another lead.') });
    expect(later.description ?? '').toBe('');
  });

  it('count what is written, whatever is sent', async () => {
    const article = await editor.create(ARTICLE, {
      ...EMPTY_FORM,
      headline: 'Counted',
      wordCount: 999,
      body: paragraphs('Just three words.'),
    });
    expect(article.wordCount).toBe(3);
  });
});

describe('a headline of 300 characters', () => {
  it('stays whole', async () => {
    const headline = `${'Very long news from the harbor of the old town '.repeat(7)}`.slice(0, 299) + 'X';
    const { documentId } = await editor.create(ARTICLE, { ...EMPTY_FORM, headline });
    await editor.publish(ARTICLE, documentId);
    expect((await rows(documentId)).map((row) => row.headline)).toEqual([headline, headline]);
  });
});

describe('tags', () => {
  it('are one tag in every spelling, and say so', async () => {
    const tag = await editor.create(TAG, { name: '  ＃Ｓea  walls ' });
    expect(tag).toMatchObject({ name: 'Sea walls', slug: 'sea-walls' });
    const twin = await editor.tryCreate(TAG, { name: 'SEA WALLS' });
    expect(twin.status).toBe(400);
    expect(twin.body.error.message).toContain('“Sea walls” exists already');
    expect((await editor.tryUpdate(TAG, tag.documentId, { name: 'sea Walls' })).status).toBe(200);
  });

  it('have a slug in every script', async () => {
    const japanese = await editor.create(TAG, { name: '地震' });
    expect(japanese.slug).toMatch(/^tag-[0-9a-f]{10}$/);
    const one = await editor.create(TAG, { name: 'C' });
    const other = await editor.create(TAG, { name: 'C!' });
    expect(one.slug).not.toBe(other.slug);
  });
});

describe('a pasted document', () => {
  const text = page({
    headline: 'Sluice Gates to Open Early',
    caption: 'The gates at dusk',
    body: ['The gates open in May.', 'Farmers welcome it.'],
    popular: ['Sluice Gates to Open Early', 'Rice Planting Begins'],
    ranking: ['Rice Planting Begins', 'Frogs Return to Paddies', 'Sluice Gates to Open Early'],
  });

  it('fills a new article, its lists and the ledger', async () => {
    const { documentId } = await editor.create(ARTICLE, { ...EMPTY_FORM, source: text });
    const article = await full(documentId);
    expect(article).toMatchObject({
      headline: 'Sluice Gates to Open Early',
      slug: 'sluice-gates-to-open-early',
      description: 'The gates open in May.',
      wordCount: 8,
      dateline: '14:15 JST, April 10, 2025',
      datePublishedPrecision: 'minute',
      source: null,
    });
    expect(new Date(article.datePublished).toISOString()).toBe('2025-04-10T05:15:00.000Z');
    expect(article.photos).toMatchObject([{ caption: 'The gates at dusk' }]);
    expect(article.body).toEqual(paragraphs('The gates open in May.', 'Farmers welcome it.'));
    const [ledger] = await app.strapi.db.query(SOURCE).findMany({ where: { articleDocumentId: documentId } });
    expect(ledger.raw).toBe(text);
    expect(ledger.rankingListDocumentIds).toHaveLength(2);
    const list = await app.strapi.documents(LIST).findOne({
      documentId: ledger.rankingListDocumentIds[1],
      populate: { entries: { populate: ['article'] } } as never,
    });
    const entries = (list as any).entries.map((entry: any) => [
      entry.position,
      entry.headline,
      entry.linkState,
      entry.article?.documentId ?? null,
    ]);
    expect(entries).toEqual([
      [1, 'Rice Planting Begins', 'unresolved', null],
      [2, 'Frogs Return to Paddies', 'unresolved', null],
      [3, 'Sluice Gates to Open Early', 'resolved', documentId],
    ]);
    expect(
      await app.strapi.db
        .query(LIST)
        .count({ where: { documentId: ledger.rankingListDocumentIds[0], publishedAt: { $notNull: true } } }),
    ).toBe(0);
  });

  it('never replaces what the editor typed', async () => {
    const tag = await editor.create(TAG, { name: 'Water' });
    const { documentId } = await editor.create(ARTICLE, {
      ...EMPTY_FORM,
      headline: 'My headline',
      description: 'My description',
      slug: 'my-slug',
      dateline: 'Harbor town',
      datePublished: '2020-01-01T00:00:00.000Z',
      photos: [{ caption: 'My photo' }],
      tags: { connect: [{ documentId: tag.documentId, id: tag.id }], disconnect: [] },
      source: text,
    });
    const article = await full(documentId);
    expect(article).toMatchObject({
      headline: 'My headline',
      description: 'My description',
      slug: 'my-slug',
      dateline: 'Harbor town',
      photos: [{ caption: 'My photo' }],
      tags: [{ name: 'Water' }],
      datePublishedPrecision: null,
    });
    expect(new Date(article.datePublished).toISOString()).toBe('2020-01-01T00:00:00.000Z');
    expect(article.body).toEqual(paragraphs('The gates open in May.', 'Farmers welcome it.'));
  });

  it('fills the empty fields of an existing article, once', async () => {
    const { documentId } = await editor.create(ARTICLE, { ...EMPTY_FORM, headline: 'Kept as typed' });
    await editor.update(ARTICLE, documentId, { source: text });
    expect(await full(documentId)).toMatchObject({
      headline: 'Kept as typed',
      slug: 'kept-as-typed',
      description: 'The gates open in May.',
      dateline: '14:15 JST, April 10, 2025',
      source: null,
    });
    await editor.update(ARTICLE, documentId, { dateline: '', source: '' });
    expect((await full(documentId)).dateline ?? '').toBe('');
    await editor.publish(ARTICLE, documentId);
    expect((await full(documentId, 'published')).dateline ?? '').toBe('');
    const lists = await app.strapi.db.query(SOURCE).findMany({ where: { articleDocumentId: documentId } });
    expect(lists).toHaveLength(1);
  });

  it('becomes published rows where the article is created published', async () => {
    const published = page({ headline: 'Bridge Lights Up', ranking: ['Bridge Lights Up'] });
    const { documentId } = (await app.strapi
      .documents(ARTICLE)
      .create({ data: { source: published } as never, status: 'published' }))!;
    const [draft, row] = await rows(documentId);
    expect([draft.source, row.source]).toEqual([null, null]);
    expect(row.headline).toBe('Bridge Lights Up');
    const [ledger] = await app.strapi.db.query(SOURCE).findMany({ where: { articleDocumentId: documentId } });
    const list: any = await app.strapi.documents(LIST).findOne({
      documentId: ledger.rankingListDocumentIds[0],
      status: 'published',
      populate: { entries: { populate: ['article'] } } as never,
    });
    expect(list.entries[0]).toMatchObject({ linkState: 'resolved', article: { documentId, id: row.id } });
  });

  it('makes and finds tags in one spelling', async () => {
    const tagged = page({ headline: 'Typhoon Nears Coast' }).replace('Related Tags', 'Related Tags\n#Typhoon\n#water');
    const { documentId } = await editor.create(ARTICLE, { ...EMPTY_FORM, source: tagged });
    expect((await full(documentId)).tags.map(({ name }: any) => name)).toEqual(['Typhoon', 'Water']);
    expect(await app.strapi.db.query(TAG).count({ where: { nameKey: 'water' } })).toBe(1);
  });

  it.each([
    ['nothing of an article', '\n', 'could not be read'],
    ['two articles', `${page({ headline: 'One of two' })}\f${page({ headline: 'Two of two' })}`, '2 articles'],
    ['lists only', 'JN ACCESS RANKING\n-\nOnly a row here', 'ranking lists only'],
  ])('that holds %s is refused beside the field, and nothing is stored', async (_name, source, message) => {
    const before = await app.strapi.db.query(ARTICLE).count();
    const answer = await editor.tryCreate(ARTICLE, {
      ...EMPTY_FORM,
      headline: 'Typed',
      source: source === '\n' ? '???' : source,
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(message);
    expect(answer.body.error.details.errors[0].path).toEqual(['source']);
    expect(await app.strapi.db.query(ARTICLE).count()).toBe(before);
  });

  it('leaves nothing behind where the article can not be stored', async () => {
    const before = await app.strapi.db.query(SOURCE).count();
    const lists = await app.strapi.db.query(LIST).count();
    const failing = page({ headline: 'Never stored', ranking: ['A row of the failed page'] }).replace(
      'Related Tags',
      'Related Tags\n#Neverseen',
    );
    const create = app.strapi
      .documents(ARTICLE)
      .create({ data: { source: failing, datePublishedPrecision: 'hour' } as never, status: 'published' });
    await expect(create).rejects.toThrow();
    expect(await app.strapi.db.query(SOURCE).count()).toBe(before);
    expect(await app.strapi.db.query(LIST).count()).toBe(lists);
    expect(await app.strapi.db.query(TAG).count({ where: { nameKey: 'neverseen' } })).toBe(0);
  });
});
