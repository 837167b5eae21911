import { DEFAULT_PARSE_OPTIONS, importDocuments, parseCarrier } from '../../src/importer/import-documents';
import { DEFAULT_READ_OPTIONS, type Carrier } from '../../src/importer/readers/carrier';
import type { Store } from '../../src/importer/store';
import { createBulkStore } from '../../src/stores/bulk-store';
import { createDocumentStore } from '../../src/stores/document-store';
import type { TestApp } from '../app/strapi';
import { carrierOf } from '../importer/readers/carriers';
import { startOnFreshDatabase } from './app';

jest.setTimeout(240_000);

const LIST = 'api::ranking-list.ranking-list';
const SOURCE = 'plugin::copydesk.source-document';

let app: TestApp;

beforeAll(async () => {
  app = await startOnFreshDatabase();
});

afterAll(() => app.stop());

/** A page with a list, as one record that says when it was captured. */
function pageOf(name: string, capturedAt: string): string {
  const rows = [1, 2, 3].flatMap((position) => [`${position}`, `Gull No. ${position} of ${name} Returns to Harbor`]);
  const text = [
    `Lamp ${name} Kept in Asanagi`,
    '14:15 JST, April 10, 2025',
    'The lamp was kept by the harbor office all night.',
  ];
  return JSON.stringify({ id: name, capturedAt, text: [...text, 'JN ACCESS RANKING', ...rows].join('\n') });
}

const lines = (store: string): Carrier =>
  carrierOf(
    `${store}.jsonl`,
    Buffer.from(
      [pageOf(`${store} offset`, '2025-04-10T14:15:00+09:00'), pageOf(`${store} utc`, '2025-04-10T05:15:00Z')].join(
        '\n',
      ),
    ),
  );

/** An archive whose date is written as the format has it: to the second. */
function archive(store: string): Carrier {
  const page = [`HTTP/1.1 200 OK`, 'Content-Type: text/plain; charset=utf-8', '', pageText(store)].join('\r\n');
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Record-ID: <urn:uuid:${store}>`,
    'WARC-Date: 2025-04-10T05:15:00Z',
  ];
  const rest = [`WARC-Target-URI: https://x.example/${store}`, 'Content-Type: application/http'];
  const length = `Content-Length: ${Buffer.byteLength(page)}`;
  return carrierOf(`${store}.warc`, Buffer.from([...head, ...rest, length, '', page, '', ''].join('\r\n')));
}

const pageText = (store: string): string =>
  (JSON.parse(pageOf(`${store} archived`, '')) as { readonly text: string }).text;

async function importAll(store: Store, carrier: Carrier): Promise<readonly string[]> {
  const actions: string[] = [];
  const options = { importedAt: '2025-05-01T00:00:00.000Z' };
  const parsed = parseCarrier(carrier, DEFAULT_READ_OPTIONS, DEFAULT_PARSE_OPTIONS);
  for await (const { action } of importDocuments(parsed, store, options)) actions.push(action);
  return actions;
}

describe.each([
  ['bulk', createBulkStore],
  ['documents', createDocumentStore],
] as const)('the times of captures, by the store “%s”', (name, create) => {
  it('are the same instants however a carrier writes them', async () => {
    const store = create(app.strapi, { status: 'published', runId: name });
    expect(await importAll(store, lines(name))).toEqual(['create', 'create']);
    expect(await importAll(store, archive(name))).toEqual(['create']);
    const instant = '2025-04-10T05:15:00.000Z';
    const sources: any[] = await app.strapi.db.query(SOURCE).findMany({ where: { path: { $startsWith: name } } });
    expect(sources.map(({ capturedAt }) => capturedAt)).toEqual([instant, instant, instant]);
    const lists: any[] = await app.strapi.db.query(LIST).findMany({ populate: ['entries'] });
    const own = lists.filter(({ entries }) => entries[0]?.headline.includes(name));
    // Drafts and published rows of the records' lists; nobody knows the site of the archive's page.
    expect(own.map(({ title }) => title)).toEqual(Array.from({ length: 4 }, () => 'JN ACCESS RANKING'));
    for (const { capturedAt, firstSeenAt, lastSeenAt, capturedAtBasis } of own) {
      expect([capturedAt, firstSeenAt, lastSeenAt, capturedAtBasis]).toEqual([instant, instant, instant, 'stated']);
    }
  });
});
