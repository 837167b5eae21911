import { parseSource } from '../../../src/importer/import-documents';
import type { ParsedDocument } from '../../../src/importer/documents';

const PAGE = [
  'Harbor Bridge Opens After Nine Years',
  'Walkers cross the bridge on its first morning.',
  '9:05 JST, April 10, 2025 (updated at 11:40 JST, Apr. 11)',
  'The bridge opened on Thursday.',
  '— A reader, Mikaze Prefecture',
  'Related Tags',
  '#Bridges',
  '"Society" POPULAR ARTICLE',
  '-',
  'Night Bus Runs Again',
  '- Lanterns Float in Ho...',
  'JN ACCESS RANKING',
];

function parse(text: string): ParsedDocument {
  const bytes = new TextEncoder().encode(text);
  const [parsed] = parseSource({ path: 'page.txt', bytes, url: null, capturedAt: null, recordId: null });
  if (parsed === undefined) throw new Error('no document');
  return parsed;
}

const codes = (parsed: ParsedDocument): readonly string[] => parsed.diagnostics.map(({ code }) => code);

describe('form A', () => {
  /** Read anew by each test: what runs outside of tests counts as run by all of them when mutants are judged. */
  const read = () => parse(PAGE.join('\n'));

  it('gives every field of the article', () => {
    expect(read().kind).toBe('article');
    expect(read().article).toMatchObject({
      headline: PAGE[0],
      photos: [{ caption: PAGE[1], creditText: null }],
      datePublished: '2025-04-10T09:05:00+09:00',
      datePublishedPrecision: 'minute',
      dateModified: null,
      dateline: PAGE[2],
      body: [PAGE[3], PAGE[4]].map((text) => ({ type: 'paragraph', text })),
      tags: ['Bridges'],
    });
  });

  it('reads rows with the marker on its own line and on the same line', () => {
    expect(read().rankingLists).toHaveLength(1);
    expect(read().rankingLists[0]).toMatchObject({
      title: PAGE[7],
      scope: 'section',
      articleSection: 'Society',
      window: null,
    });
    expect(
      read().rankingLists[0]?.entries.map(({ position, headline, truncated }) => [position, headline, truncated]),
    ).toEqual([
      [1, 'Night Bus Runs Again', false],
      [2, 'Lanterns Float in Ho...', true],
    ]);
  });

  it('reports the empty list and the update without a year', () => {
    expect(codes(read())).toEqual(['update-without-year', 'empty-ranking-list']);
  });

  it('accounts for every line once', () => {
    expect(read().lines.map(({ line }) => line)).toEqual(PAGE.map((_, index) => index + 1));
  });

  it.each([
    ['CRLF', PAGE.join('\r\n')],
    ['a BOM', `\ufeff${PAGE.join('\n')}`],
    ['no-break spaces', PAGE.join('\n').replaceAll(' ', '\u00a0')],
  ])('reads the same with %s', (_, text) => {
    expect(parse(text).article).toEqual(read().article);
    expect(parse(text).rankingLists).toEqual(read().rankingLists);
  });
});

describe('what is no article', () => {
  it.each([
    ['', 'empty-document'],
    [' \n\u00a0\n', 'empty-document'],
    ['\u0000\u0001', 'binary-document'],
  ])('is rejected: %j', (text, code) => {
    expect(parse(text)).toMatchObject({ kind: 'rejected', article: null });
    expect(codes(parse(text))).toEqual([code]);
  });

  it('keeps a document whose dateline names no real day, and says so', () => {
    const parsed = parse(['A Headline', '9:05 JST, February 30, 2025', 'A sentence.'].join('\n'));
    expect(parsed.article?.datePublished).toBeNull();
    expect(parsed.article?.body.map(({ text }) => text)).toEqual(['A sentence.']);
    expect(parsed.article?.dateline).toBe('9:05 JST, February 30, 2025');
    expect(codes(parsed)).toContain('impossible-date');
  });
});
