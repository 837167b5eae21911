import type { TestApp } from '../app/strapi';
import { importDocuments } from '../../src/importer/import-documents';
import type { ParsedDocument } from '../../src/importer/documents';
import type { DocumentResult } from '../../src/importer/report';
import { createBulkStore } from '../../src/stores/bulk-store';
import { createDocumentStore } from '../../src/stores/document-store';
import { startOnFreshDatabase } from './app';

jest.setTimeout(240_000);

const STORES = { documents: createDocumentStore, bulk: createBulkStore };
type Kind = keyof typeof STORES;

let app: TestApp;

beforeAll(async () => {
  app = await startOnFreshDatabase();
});

afterAll(() => app.stop());

interface Capture {
  readonly path: string;
  readonly headline: string;
  readonly time?: string | null;
  readonly url?: string | null;
  readonly text?: string;
  readonly publisher?: string | null;
}

/** A page as the parser reads it. */
function capture({
  path,
  headline,
  time = null,
  url = null,
  text = 'Seen.',
  publisher = 'Harbor News',
}: Capture): ParsedDocument {
  return {
    source: { path, index: 0, sha256: JSON.stringify([path, headline, time, url, text]), encoding: 'utf-8' },
    ...{ url, capturedAt: null, recordId: null, text, kind: 'article', rankingLists: [], diagnostics: [] },
    article: {
      ...{ headline, kicker: null, authors: [], photos: [], datePublished: time, dateModified: null, dateline: time },
      ...{ datePublishedPrecision: time === null ? null : 'minute', articleSection: null, inLanguage: 'en', tags: [] },
      body: [{ type: 'paragraph', text }],
    },
    ...{ profile: 'general', publisher, lines: [] },
  };
}

async function* stream(documents: readonly ParsedDocument[]): AsyncGenerator<ParsedDocument> {
  yield* documents;
}

describe.each(Object.keys(STORES) as Kind[])('with the %s store', (kind) => {
  async function run(...documents: readonly ParsedDocument[]): Promise<readonly DocumentResult[]> {
    const store = STORES[kind](app.strapi, { status: 'draft', runId: 'run' });
    const results: DocumentResult[] = [];
    const options = { importedAt: '2025-05-01T00:00:00.000Z' };
    for await (const result of importDocuments(stream(documents), store, options)) results.push(result);
    return results;
  }

  const count = (headline: string) => app.strapi.db.query('api::article.article').count({ where: { headline } });
  const actions = (results: readonly DocumentResult[]) => results.map(({ action }) => action);
  const at = '2025-04-10T14:15:00+09:00';

  it.each(['one after the other', 'in one batch'])(
    'one page is one article, with its address and without: %s',
    async (how) => {
      for (const order of ['address first', 'text first']) {
        const headline = `Bridge, ${kind}, ${how}, ${order}`;
        const url = `https://harbor.example/${kind}/${how}/${order}`.replaceAll(' ', '-');
        const web = capture({ path: `${headline}.html`, headline, time: at, url });
        const text = capture({ path: `${headline}.txt`, headline: `${headline} (Update 1)`, time: at });
        const renamed = { ...text, source: { ...text.source, path: `${headline} copy.txt` } };
        const pages = order === 'address first' ? [web, text, renamed] : [text, renamed, web];
        if (how === 'in one batch') await run(...pages);
        else for (const page of pages) await run(page);
        const rows = await app.strapi.db
          .query('plugin::copydesk.source-document')
          .findMany({ where: { path: { $startsWith: headline } }, select: ['articleDocumentId'] });
        expect(rows).toHaveLength(3);
        expect(new Set(rows.map(({ articleDocumentId }: any) => articleDocumentId)).size).toBe(1);
        expect(actions(await run(...pages))).toEqual(['unchanged', 'unchanged', 'unchanged']);
      }
    },
  );

  it('two addresses are two articles, and a text that fits both is a third', async () => {
    const headline = `Two pages, ${kind}`;
    const web = (name: string) =>
      capture({ path: `${kind} ${name}.html`, headline, time: at, url: `https://harbor.example/${kind}/${name}` });
    expect(actions(await run(web('one'), web('two')))).toEqual(['create', 'create']);
    expect(actions(await run(capture({ path: `${kind} third.txt`, headline, time: at })))).toEqual(['create']);
    expect(await count(headline)).toBe(3);
  });

  it.each(['one after the other', 'in one batch'])(
    'without a printed time two articles stand, and a finding names both: %s',
    async (how) => {
      const headline = `Gulls return, ${kind}, ${how}`;
      const dated = capture({ path: `${headline} A.txt`, headline, time: at });
      const undated = capture({ path: `${headline} B.txt`, headline, time: null });
      const results =
        how === 'in one batch' ? await run(dated, undated) : [...(await run(dated)), ...(await run(undated))];
      expect(actions(results)).toEqual(['create', 'create']);
      expect(results[0]?.diagnostics).toEqual([]);
      expect(results[1]).toMatchObject({
        path: `${headline} B.txt`,
        diagnostics: [{ code: 'possible-twin', actual: `“${headline}” of ${headline} A.txt` }],
      });
      const later = capture({ path: `${headline} C.txt`, headline, time: '2025-04-12T09:00:00+09:00' });
      expect((await run(later))[0]?.diagnostics.map(({ code }) => code)).toEqual(['possible-twin']);
      const other = capture({ path: `${headline} D.txt`, headline, publisher: 'Valley Post' });
      expect((await run(other))[0]?.diagnostics).toEqual([]);
    },
  );

  it('two printed times are two articles, and no finding', async () => {
    const headline = `Weather, ${kind}`;
    const days = ['10', '11'].map((day) =>
      capture({ path: `${kind} weather ${day}.txt`, headline, time: `2025-04-${day}T06:00:00+09:00` }),
    );
    const results = await run(...days);
    expect(results.map(({ action, diagnostics }) => [action, diagnostics])).toEqual([
      ['create', []],
      ['create', []],
    ]);
  });
});
