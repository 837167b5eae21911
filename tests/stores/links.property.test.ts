import fc from 'fast-check';
import type { TestApp } from '../app/strapi';
import { importRecords } from '../../src/importer/import-records';
import { createBulkStore } from '../../src/stores/bulk-store';
import { createDocumentStore } from '../../src/stores/document-store';
import { resolveStep } from '../../src/stores/resolve-links';
import { startOnFreshDatabase } from './app';
import { plainLinks, type PlainArticle } from './link-reference';
import { list, record } from './records';

jest.setTimeout(600_000);

const ARTICLE = 'api::article.article';
const LIST = 'api::ranking-list.ranking-list';

/** How many sequences are tried; each writes to a real database. */
const SEQUENCES = Number(process.env.TEST_SEQUENCES ?? 8);

let app: TestApp;

beforeAll(async () => {
  app = await startOnFreshDatabase();
});

afterAll(() => app.stop());

const HEADLINES = [
  'Harbor Council Votes',
  'Harbor Council Votes (Update 1)',
  'Harbor Council Votes on Fish',
  'Harbor Council Waits...',
];
const PRINTED = [
  ...HEADLINES,
  '“Harbor” Council',
  'Harbor Council V...',
  'Harbor Council Votes on …',
  'HARBOR COUNCIL VOTES',
];

const one = fc.nat({ max: 5 });
const headline = fc.constantFrom(...HEADLINES);
const status = fc.constantFrom('draft' as const, 'published' as const);
const bulk = fc.boolean();

/** What may happen to articles and lists, from whichever side. Numbers choose among those that there are. */
const action = fc.oneof(
  fc.record({ do: fc.constant('import'), page: one, headline, status, bulk }),
  fc.record({
    do: fc.constant('import list'),
    rows: fc.array(fc.constantFrom(...PRINTED), { minLength: 1, maxLength: 5 }),
    status,
    bulk,
  }),
  fc.record({ do: fc.constant('create'), headline, status }),
  fc.record({ do: fc.constant('rename'), which: one, headline }),
  fc.record({
    do: fc.constantFrom(
      'publish',
      'unpublish',
      'delete',
      'discardDraft',
      'publish list',
      'unpublish list',
      'discard list',
    ),
    which: one,
  }),
  fc.record({
    do: fc.constantFrom('link', 'unlink', 'release', 'hide', 'pin', 'turn'),
    which: one,
    row: one,
    article: one,
  }),
);
type Action = Readonly<Record<string, any>>;

async function documentIds(uid: typeof ARTICLE | typeof LIST): Promise<readonly string[]> {
  const rows = await app.strapi.db.query(uid).findMany({ select: ['documentId'], orderBy: { id: 'asc' } });
  return [...new Set(rows.map(({ documentId }) => documentId as string))];
}

const pick = <Item>(items: readonly Item[], at: number): Item | undefined => items[at % Math.max(1, items.length)];

async function importOne(made: ReturnType<typeof record>, step: Action): Promise<void> {
  const store = (step.bulk ? createBulkStore : createDocumentStore)(app.strapi, { status: step.status, runId: 'run' });
  const stream = (async function* () {
    yield made;
  })();
  for await (const result of importRecords(stream, store, { importedAt: '2025-05-01T00:00:00.000Z' })) {
    expect(result.action).not.toBe('rejected');
  }
}

function changeRow(step: Action, articleId: string | undefined, row: any): object {
  if (step.do === 'link') return articleId === undefined ? {} : { article: { set: [{ documentId: articleId }] } };
  if (step.do === 'unlink') return { article: null };
  if (step.do === 'release') return { linkState: 'unresolved' };
  if (step.do === 'hide') return { hidden: row.hidden !== true };
  return step.do === 'pin' ? { pinnedPosition: row.pinnedPosition === null ? step.article + 1 : null } : {};
}

/** An editor's arrangement; what the rules refuse stays as it was. */
async function editList(step: Action): Promise<void> {
  const documentId = pick(await documentIds(LIST), step.which);
  if (documentId === undefined) return;
  const draft = await app.strapi.db
    .query(LIST)
    .findOne({ where: { documentId, publishedAt: null }, populate: ['entries'] });
  const chosen = pick(draft.entries as any[], step.row);
  const article = pick(await documentIds(ARTICLE), step.article);
  const entries = draft.entries.map((row: any) => ({
    id: row.id,
    ...(row === chosen ? changeRow(step, article, row) : {}),
  }));
  const data = { entries: step.do === 'turn' ? entries.reverse() : entries } as never;
  await app.strapi
    .documents(LIST)
    .update({ documentId, data })
    .catch((error: Error) => expect(error.name).toBe('ValidationError'));
}

async function onDocument(uid: typeof ARTICLE | typeof LIST, step: Action): Promise<void> {
  const documentId = pick(await documentIds(uid), step.which);
  if (documentId === undefined) return;
  const documents = app.strapi.documents(uid);
  const verb = String(step.do).split(' ')[0];
  if (verb === 'rename') await documents.update({ documentId, data: { headline: step.headline } as never });
  if (verb === 'publish') await documents.publish({ documentId });
  if (verb === 'unpublish') await documents.unpublish({ documentId });
  if (verb === 'delete') await documents.delete({ documentId });
  if (verb?.startsWith('discard') !== true) return;
  const published = await app.strapi.db.query(uid).count({ where: { documentId, publishedAt: { $notNull: true } } });
  if (published > 0) await documents.discardDraft({ documentId });
}

let pages = 0;

async function carryOut(step: Action, sequence: number): Promise<void> {
  const { do: what } = step;
  if (what === 'import') {
    const own = { path: `${sequence}/page ${step.page}.txt`, article: { headline: step.headline } };
    await importOne(record(own), step);
  } else if (what === 'import list') {
    pages += 1;
    await importOne(
      record({ path: `${sequence}/list ${pages}.txt`, lists: [list(`LIST ${sequence}`, step.rows)] }),
      step,
    );
  } else if (what === 'create') {
    await app.strapi.documents(ARTICLE).create({ data: { headline: step.headline } as never, status: step.status });
  } else if (String(what).endsWith(' list')) await onDocument(LIST, step);
  else if ('row' in step) await editList(step);
  else await onDocument(ARTICLE, step);
}

interface Seen {
  readonly links: readonly (readonly string[])[];
  readonly expected: readonly (readonly string[])[];
}

async function look(): Promise<Seen> {
  const articles: PlainArticle[] = await app.strapi.db.query(ARTICLE).findMany();
  const lists = await app.strapi.db.query(LIST).findMany({ populate: { entries: { populate: ['article'] } } });
  const links: string[][] = [];
  const expected: (readonly string[])[] = [];
  for (const { entries, publishedAt } of lists) {
    const kind = articles.filter((article) => (article.publishedAt === null) === (publishedAt === null));
    links.push(entries.map(({ linkState, article }: any) => `${linkState} ${article?.id ?? 'nothing'}`));
    expected.push(plainLinks(entries, kind));
    const shown = entries.filter(({ hidden }: any) => hidden !== true);
    expect(shown.map(({ position }: any) => position)).toEqual(shown.map((_: unknown, at: number) => at + 1));
    const seen = shown.flatMap(({ article }: any) => article?.id ?? []);
    expect(new Set(seen).size).toBe(seen.length);
  }
  return { links, expected };
}

async function clear(): Promise<void> {
  for (const uid of [ARTICLE, LIST] as const) {
    for (const documentId of await documentIds(uid)) await app.strapi.documents(uid).delete({ documentId });
  }
}

it('links after any sequence of imports, edits and decisions are what the final state gives', async () => {
  let sequence = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 6, maxLength: 14 }), async (steps) => {
      sequence += 1;
      await clear();
      for (const step of steps) {
        await carryOut(step, sequence);
        const { links, expected } = await look();
        expect(links).toEqual(expected);
      }
      expect((await resolveStep(app.strapi, 0)).changes).toEqual([]);
    }),
    { numRuns: SEQUENCES, endOnFailure: true, interruptAfterTimeLimit: 480_000 },
  );
});
