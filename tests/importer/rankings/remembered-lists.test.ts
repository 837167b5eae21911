import fc from 'fast-check';
import type { ParsedDocument, ParsedRankingList } from '../../../src/importer/documents';
import { parseSource } from '../../../src/importer/import-documents';
import { toRankingList } from '../../../src/importer/rankings/to-ranking-list';
import { runs } from '../runs';

const TEXT = fc.constantFrom('A', 'B', 'A1', '1:A', '', '-');
const MAYBE = fc.option(TEXT);

const ENTRY = fc.record({
  position: fc.constantFrom(1, 2, 11),
  headline: TEXT,
  truncated: fc.boolean(),
  description: MAYBE,
  date: MAYBE,
});

const LIST: fc.Arbitrary<ParsedRankingList> = fc.record(
  {
    key: MAYBE,
    title: TEXT,
    scope: fc.constantFrom('site' as const, 'section' as const),
    articleSection: MAYBE,
    window: fc.option(fc.constantFrom('24h' as const, '7d' as const)),
    entries: fc.array(ENTRY, { maxLength: 3 }),
  },
  { requiredKeys: ['title', 'scope', 'articleSection', 'window', 'entries'] },
);

const [PAGE] = parseSource({ path: 'x', bytes: Buffer.from('x'), url: null, capturedAt: null, recordId: null });

const DOCUMENT = fc
  .record({
    publisher: MAYBE,
    url: fc.option(fc.constantFrom('https://a.example/1', 'https://b.example/2')),
    capturedAt: fc.option(fc.constantFrom('2025-04-10T05:15:01.000Z', '2025-04-10T05:15:40.000Z')),
  })
  .map((said): ParsedDocument => ({ ...(PAGE as ParsedDocument), ...said }));

/** What toRankingList says with nothing remembered. */
function afresh(list: ParsedRankingList, document: ParsedDocument, importedAt: string): unknown {
  let fresh: unknown;
  jest.isolateModules(() => {
    const loaded = jest.requireActual<typeof import('../../../src/importer/rankings/to-ranking-list')>(
      '../../../src/importer/rankings/to-ranking-list',
    );
    fresh = loaded.toRankingList(list, document, importedAt);
  });
  return fresh;
}

const IMPORTED_AT = '2025-05-01T00:00:00.000Z';

describe('lists that were seen before', () => {
  it('are taken for others only where all that is stored of them is the same', () => {
    const pair = fc.tuple(LIST, LIST, DOCUMENT, DOCUMENT);
    fc.assert(
      fc.property(pair, ([one, other, page, another]) => {
        toRankingList(one, page, IMPORTED_AT);
        expect(toRankingList(other, another, IMPORTED_AT)).toEqual(afresh(other, another, IMPORTED_AT));
      }),
      runs(150),
    );
  });

  it('are others where the same characters are parted differently', () => {
    const [page] = fc.sample(DOCUMENT, 1) as [ParsedDocument];
    const list = (headline: string, description: string | null): ParsedRankingList => ({
      ...{ title: 'A', scope: 'site', articleSection: null, window: null },
      entries: [{ position: 1, headline, truncated: false, description, date: null }],
    });
    const texts = [list('A-', ''), list('A', null), list('', 'A-'), list('A1:B', null), list('A', 'B')];
    const headlines = texts.map((one) => toRankingList(one, page, IMPORTED_AT).entries[0]?.headline);
    expect(headlines).toEqual(['A-', 'A', '', 'A1:B', 'A']);
  });

  it('are the same objects, so that they are written down once', () => {
    fc.assert(
      fc.property(LIST, DOCUMENT, (list, page) => {
        expect(toRankingList(structuredClone(list), page, IMPORTED_AT)).toBe(toRankingList(list, page, IMPORTED_AT));
      }),
      runs(100),
    );
  });
});
