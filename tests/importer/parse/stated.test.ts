import type { ReadDocument } from '../../../src/importer/documents';
import { diagnostic } from '../../../src/importer/diagnostics';
import { parseDocument, type ParseOptions } from '../../../src/importer/parse/parse-document';
import { BUILT_IN_SITES } from '../../../src/importer/profiles';
import { siteOf } from './sites';

const OPTIONS: ParseOptions = { sites: BUILT_IN_SITES, timezone: null };
const SOURCE = { path: 'page.txt', index: 3, sha256: 'x', encoding: 'utf-8' };
const BLANK: ReadDocument = {
  ...{ source: SOURCE, url: null, capturedAt: null, recordId: null, text: '', raw: null },
  ...{ stated: {}, statedLists: [], diagnostics: [] },
};
const PAGE = ['Bell Kept', '1 April 2025 10:00', 'The bell was kept. It rang.'].join('\n');
const NOTHING = {
  ...{ headline: null, kicker: null, authors: [], photos: [], datePublished: null, datePublishedPrecision: null },
  ...{ dateModified: null, dateline: null, articleSection: null, inLanguage: null, body: [], tags: [] },
};
const LIST = { title: 'Most Read', scope: 'site', articleSection: null, window: null, entries: [] } as const;

const parse = (document: Partial<ReadDocument>, options: Partial<ParseOptions> = {}) =>
  parseDocument({ ...BLANK, ...document }, { ...OPTIONS, ...options });

const codes = (document: Partial<ReadDocument>) =>
  parse(document).map(({ diagnostics }) => diagnostics.map(({ code }) => code));

describe('a document with its carrier', () => {
  it('keeps what the carrier knows of it', () => {
    const known = { url: 'https://mikaze.example/1', capturedAt: '2025-04-01T00:00:00Z', recordId: 'r1' };
    const [parsed] = parse({ ...known, text: PAGE });
    expect(parsed).toMatchObject({ ...known, source: SOURCE, text: PAGE, profile: 'general', publisher: null });
    expect(parse({ text: PAGE, raw: '<p>' })[0]?.text).toBe('<p>');
  });

  it('is read as a page of its site alone, in the zone that is asked for', () => {
    const [parsed] = parse({ text: PAGE }, { sites: [siteOf('bbc-news')], timezone: 'Asia/Tokyo' });
    expect(parsed).toMatchObject({ profile: 'bbc-news', publisher: 'BBC News', kind: 'article' });
    expect(parsed?.article?.datePublished).toBe('2025-04-01T10:00:00+09:00');
    expect(parse({ text: PAGE }, { sites: [] })[0]?.profile).toBe('general');
  });

  it('is rejected where it could not be read', () => {
    const found = diagnostic('binary-document', {});
    expect(parse({ text: PAGE, diagnostics: [found] })).toEqual([
      {
        ...{ source: SOURCE, url: null, capturedAt: null, recordId: null, text: PAGE, kind: 'rejected', article: null },
        ...{ rankingLists: [], diagnostics: [found], profile: 'general', publisher: null, lines: [] },
      },
    ]);
    const warned = diagnostic('invalid-bytes', {});
    expect(parse({ text: PAGE, diagnostics: [warned] })[0]).toMatchObject({ kind: 'article', diagnostics: [warned] });
  });

  it('is rejected where it holds nothing but furniture, or nothing', () => {
    expect(parse({ text: 'Share' })[0]).toMatchObject({ kind: 'rejected', rankingLists: [], article: null });
    expect(codes({ text: 'Share' })).toEqual([['no-article', 'furniture-dropped']]);
    expect(codes({ text: '…' })).toEqual([['empty-document']]);
    expect(codes({ text: '' })).toEqual([['empty-document']]);
  });
});

describe('what the carrier states', () => {
  it('wins over the text', () => {
    const stated = { headline: 'Bell Is Kept', articleSection: 'Lake', tags: ['Bells'] };
    const [parsed] = parse({ text: PAGE, stated });
    expect(parsed?.article).toMatchObject({
      ...stated,
      datePublished: '2025-04-01T10:00:00',
      dateline: '1 April 2025 10:00',
    });
  });

  it('leaves the text alone where it is null', () => {
    const [plain] = parse({ text: PAGE });
    expect(parse({ text: PAGE, stated: { headline: null } })[0]?.article).toEqual(plain?.article);
  });

  it('is an article without any text', () => {
    const stated = { headline: 'Bell Is Kept' };
    expect(parse({ stated })[0]).toMatchObject({ kind: 'article', article: { ...NOTHING, ...stated }, lines: [] });
    const body = [{ type: 'paragraph', text: 'It rang.' }] as const;
    expect(parse({ stated: { body } })[0]).toMatchObject({ kind: 'article', article: { ...NOTHING, body } });
    expect(parse({ stated: { tags: ['Bells'] } })[0]).toMatchObject({ kind: 'rejected', article: null });
    expect(codes({ stated: { tags: ['Bells'] } })).toEqual([['no-article']]);
  });

  it('finds the headline among the lines', () => {
    const text = ['Owls Sing', 'Bell Kept', '1 April 2025', 'The bell was kept. It rang.'].join('\n');
    const [parsed] = parse({ text, stated: { headline: 'BELL KEPT' } });
    expect(parsed?.lines.map(({ role }) => role)).toEqual(['caption', 'headline', 'dateline', 'body']);
    const without = ['Owls sing.', 'Bell Kept', 'The bell was kept. It rang.'].join('\n');
    expect(parse({ text: without, stated: { headline: 'Owls sing.' } })[0]?.lines[0]?.role).toBe('headline');
  });

  it('spares the reports of what the text lacks', () => {
    expect(codes({ text: 'The bell was kept. It rang.' })).toEqual([['missing-dateline', 'missing-headline']]);
    expect(
      codes({ text: 'The bell was kept. It rang.', stated: { headline: 'Bell', datePublished: '2025-04-01' } }),
    ).toEqual([[]]);
    expect(codes({ text: 'Bell Kept\n1 April 2025' })).toEqual([['missing-body']]);
    expect(codes({ text: 'Bell Kept\n1 April 2025', stated: { body: [] } })).toEqual([[]]);
  });

  it('are lists as well, before those of the text', () => {
    expect(parse({ statedLists: [LIST] })[0]).toMatchObject({ kind: 'list', article: null, rankingLists: [LIST] });
    const [parsed] = parse({ text: `${PAGE}\nMost Viewed\n1. Bell`, statedLists: [LIST] });
    expect(parsed?.rankingLists.map(({ title }) => title)).toEqual(['Most Read', 'Most Viewed']);
  });
});

describe('several articles in one text', () => {
  const SECOND = ['Ferry Cat Promoted', '2 April 2025 10:00', 'The cat was promoted. It slept.'].join('\n');

  it.each([
    ['one below the other', '\n', '\n'],
    ['with a gap', '\n\n', '\n\n'],
    ['with a form feed', '\f', ''],
  ])('become documents, %s', (_, between, end) => {
    const found = parse({ text: `${PAGE}${between}${SECOND}${end}` });
    expect(found.map(({ source, article }) => [source.index, article?.headline])).toEqual([
      [3, 'Bell Kept'],
      [4, 'Ferry Cat Promoted'],
    ]);
    expect(found.map(({ text }) => text.trim())).toEqual([PAGE, SECOND]);
    for (const { diagnostics } of found)
      expect(diagnostics).toMatchObject([{ code: 'several-documents', actual: '2' }]);
    const [first, second] = found.map(({ lines }) => lines.map(({ line }) => line));
    expect(first).toEqual([1, 2, 3]);
    expect(second).toEqual(between === '\n\n' ? [5, 6, 7] : between === '\n' ? [4, 5, 6] : second);
  });

  it('stay one where the carrier states fields', () => {
    expect(parse({ text: `${PAGE}\n${SECOND}`, stated: { tags: ['Bells'] } })).toHaveLength(1);
  });
});
