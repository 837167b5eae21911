import { chooseDateline } from '../../../src/importer/parse/choose-dateline';
import { DatelineReader } from '../../../src/importer/parse/dates/dateline';
import { Findings } from '../../../src/importer/parse/findings';
import type { Site } from '../../../src/importer/profiles/compile-profile';
import { rows } from '../rows';
import { BBC, flowOf, GENERAL, JAPAN_NEWS } from './sites';

/** The index of the line that is the dateline, or null. */
function chosen(texts: readonly string[], site: Site = GENERAL): number | null {
  const dates = new DatelineReader({ zones: {}, dateOrder: null, timezone: null });
  return chooseDateline(flowOf(texts, site), { site, dates, findings: new Findings() })?.index ?? null;
}

const TEXT = 'The bell was kept. It rang.';
const long = (length: number) => `X${'x'.repeat(length - 1)}`;

describe('what may stand beside the date', () => {
  rows([
    ...[
      '1 April 2025',
      'Sports 1 April 2025',
      'Reuters, 1 April 2025',
      'By Ana Lund, 1 April 2025',
      'Anything at all | 1 April 2025',
    ],
    ...[
      'Anything / 1 April 2025',
      'Anything · 1 April 2025',
      'Anything • 1 April 2025',
      'Anything ｜ 1 April 2025',
      'Lake > 1 April 2025',
    ],
    ...[
      'Lake » 1 April 2025',
      'Lake NewsFebruary 20, 2025',
      'Lake news2025-04-01',
      '朝凪市 2025年4月1日',
      '湖水町内鐘音猫犬鳥魚虫花草木石空 2025年4月1日',
    ],
    ...[
      'Mikaze Herald - 10 April 2025',
      'Mikaze Herald – 10 April 2025',
      'One Two Three Four Five — 10 April 2025',
      `${long(40)} | 1 April 2025`,
    ],
    ...['10 April 2025 - Mikaze'],
  ])('%s', (text) => {
    expect(chosen(['Bell Kept', text, TEXT])).toBe(1);
  });

  rows([
    ...[
      'Cats came here 1 April 2025',
      'mikaze herald - 10 April 2025',
      'One Two Three Four Five Six - 10 April 2025',
      'Mikaze-Herald 10 April 2025',
    ],
    ...[
      'Mikaze Herald 10 April 2025',
      `${long(41)} | 1 April 2025`,
      '猫が来た。 2025年4月1日',
      '猫、犬 2025年4月1日',
      '湖水町内鐘音猫犬鳥魚虫花草木石空星 2025年4月1日',
    ],
    ...[
      'Sports April 1',
      'LAKES2025-04-01',
      'Mikaze herald says - 10 April 2025',
      '猫Cats came here once 2025年4月1日',
    ],
  ])('not: %s', (text) => {
    expect(chosen(['Bell Kept', text, TEXT])).toBeNull();
  });

  it('is the name of the site itself', () => {
    expect(chosen(['Bell Kept', 'BBC News 1 April 2025', TEXT], BBC)).toBe(1);
    expect(chosen(['Bell Kept', 'BBC News 1 April 2025', TEXT])).toBeNull();
    expect(chosen(['Bell Kept', 'Popular articles 1 April 2025', TEXT], JAPAN_NEWS)).toBeNull();
  });
});

describe('where a date can be the dateline', () => {
  const lines = (count: number) => Array<string>(count).fill('A line');
  const texts = (count: number) => Array<string>(count).fill(TEXT);

  rows<[string[], number | null]>([
    [['April 1', TEXT], 0],
    [[...lines(5), 'April 1', TEXT], 5],
    [[...lines(6), 'April 1', TEXT], null],
    [[TEXT, 'April 1', TEXT], null],
    [[...texts(2), '1 April 2025', ...texts(3)], 2],
    [[...texts(3), '1 April 2025', ...texts(3)], null],
    [[...texts(3), '1 April 2025 9:05', ...texts(3)], 3],
    [[...texts(3), '1 April 2025', TEXT], 3],
    [[...texts(3), '1 April 2025'], 3],
    [[...texts(3), '1 April 2025', TEXT, TEXT], null],
    [['April 1', '1 April 2025', TEXT], 1],
    [['1 April 2025', '2 April 2025', TEXT], 0],
    [['Updated 1 April 2025', '2 April 2025', TEXT], 1],
    [['Updated 1 April 2025', 'April 2', TEXT], 0],
    [['4 hours ago', TEXT], 0],
    [['Bell Kept', TEXT], null],
    [[], null],
  ])('%j: %s', (page, expected) => {
    expect(chosen(page)).toBe(expected);
  });
});
