import fc from 'fast-check';
import { accountedLines, writtenLines } from '../../../scripts/fuzz/lines-kept';
import { parseSource } from '../../../src/importer/import-documents';
import { cleanLine, splitLines } from '../../../src/importer/parse/lines';
import { runs } from '../runs';
import { pageOf, pageText, variantOf } from './pages';

const parse = (text: string) =>
  parseSource({ path: 'x.txt', bytes: new TextEncoder().encode(text), url: null, capturedAt: null, recordId: null });

/** Lines that the parser has rules for, and lines that look like them. */
const LINE = fc.oneof(
  fc.constantFrom(
    ...[
      '-',
      '1',
      '2',
      '1.',
      '・',
      '【第1位】',
      'Related Tags',
      '#Snow',
      'JN ACCESS RANKING',
      '"Politics" POPULAR ARTICLE',
    ],
    ...[
      'Most Popular',
      'Latest Articles',
      'アクセスランキング',
      '関連記事',
      'General News',
      'The Japan News',
      'Comments',
      'Share',
    ],
    ...[
      '14:15 JST, April 10, 2025',
      'Updated: 20 Nov. 2025, 9:10',
      '2025年4月10日',
      '4 hours ago',
      'Home>Society>General News',
    ],
    ...[
      'The Yomiuri Shimbun',
      'By Mina Aoki',
      'You may also like to read',
      'You may also like to readA Headline',
      'You may also like to readA Headline of Some LengthThe text goes on. It ends here.',
      '24時間',
      'Trending',
      'EDITORIAL',
      '----',
      '\f',
    ],
    ...[
      'Ferry Cat Promoted to First Mate',
      'A cat has been promoted. It slept.',
      'Clarify who decides',
      '— X, Mikaze Prefecture',
    ],
    ...[
      '.a { color: red }',
      '{{ x }}',
      'Tags: a, b',
      '',
      ' ',
      '\u00a0',
      '\u200b',
      '\ud800',
      '<p>',
      'No. 1 Cat',
      '3 Cats',
      '(Photo: Reuters)',
    ],
  ),
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

const TEXT = fc.array(LINE, { maxLength: 40 }).map((lines) => lines.join('\n'));

const written = (text: string) =>
  text
    .split('\f')
    .flatMap((page) => splitLines(page))
    .map((line) => cleanLine(line))
    .filter((line) => line !== '');

describe('whatever the text', () => {
  it('is read without an exception, and twice the same', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        expect(parse(text)).toEqual(parse(text));
      }),
      runs(1500),
    );
  });

  it('accounts for every line that is not blank exactly once', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const documents = parse(text);
        fc.pre(documents.some(({ lines }) => lines.length > 0));
        const read = new TextDecoder().decode(new TextEncoder().encode(text));
        expect(accountedLines(documents)).toEqual(writtenLines(read));
      }),
      runs(1500),
    );
  });

  it('puts every word of the body somewhere in the text', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const lines = new Set(written(new TextDecoder().decode(new TextEncoder().encode(text))));
        for (const { article } of parse(text)) {
          for (const block of article?.body ?? []) {
            expect(lines.has(block.text) || [...lines].some((line) => line.endsWith(block.text))).toBe(true);
          }
        }
      }),
      runs(500),
    );
  });
});

describe('a page that is printed in a known shape', () => {
  it.each(['the-japan-news', 'general'] as const)('is read as it was written: %s', (site) => {
    fc.assert(
      fc.property(pageOf(site), (page) => {
        const [parsed, ...others] = parse(pageText(page));
        expect(others).toEqual([]);
        expect(parsed).toMatchObject({ kind: 'article', article: page.article, rankingLists: page.rankingLists });
      }),
      runs(400),
    );
  });

  it('is read alike with other line ends, a BOM, hard spaces and soft hyphens', () => {
    fc.assert(
      fc.property(pageOf('the-japan-news'), fc.integer({ min: 0, max: 4 }), (page, variant) => {
        const [plain] = parse(pageText(page));
        const [other] = parse(variantOf(pageText(page), variant));
        expect(other?.article).toEqual(plain?.article);
        expect(other?.rankingLists).toEqual(plain?.rankingLists);
      }),
      runs(300),
    );
  });
});
