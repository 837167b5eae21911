import { DatelineReader } from '../../../../src/importer/parse/dates/dateline';
import { wordingOf } from '../../../../src/importer/parse/line-wording';
import { rows } from '../../rows';

const read = (text: string, timezone: string | null = null) =>
  new DatelineReader({ zones: {}, dateOrder: null, timezone }).read(text);

/** `published | modified | besides`, each date with its doubt. */
function summary(text: string): string | null {
  const dateline = read(text);
  if (dateline === null) return null;
  const [published, modified] = [dateline.published, dateline.modified].map((date) =>
    date === null ? '-' : [date.iso, date.doubt, date.zone].filter((part) => part !== null).join(' '),
  );
  const flags = `${dateline.hasYear ? 'year' : ''}${dateline.hasTime ? 'time' : ''}`;
  return `${published} | ${modified} | ${dateline.besides} | ${flags}`;
}

describe('what a line of dates states', () => {
  rows([
    ['1 April 2025', '2025-04-01 | - |  | year'],
    ['1 April 2025 9:05', '2025-04-01T09:05:00 | - |  | yeartime'],
    ['9:05 JST, April 1, 2025', '2025-04-01T09:05:00+09:00 JST | - |  | yeartime'],
    ['9:05 XYZ, April 1, 2025', '2025-04-01T09:05:00 unknown-zone XYZ | - |  | yeartime'],
    ['24:05 JST, April 1, 2025', '2025-04-01 impossible-time JST | - |  | yeartime'],
    ['April 31, 2025', 'impossible-date | - |  | year'],
    ['April 31', 'impossible-date | - |  | '],
    ['April 30', 'date-without-year | - |  | '],
    ['April 30, 9:05', 'date-without-year | - |  | time'],
    ['4/5/2025', 'ambiguous-date | - |  | year'],
    ['2025/04/10 14:15 更新', '- | 2025-04-10T14:15:00 |  | yeartime'],
    ['2025/04/10 更新', '2025-04-10 | - |  | year'],
    ['更新 2025/04/10', '- | 2025-04-10 |  | year'],
    ['14:15 更新 2025/04/10', 'date-without-year | 2025-04-10 |  | year'],
    ['1 April 2025 9:05 updated 2 April 2025 10:05', '2025-04-01T09:05:00 | 2025-04-02T10:05:00 |  | yeartime'],
    ['1 April 2025 9:05 updated 10:05', '2025-04-01T09:05:00 | date-without-year |  | yeartime'],
    ['1 April 2025 updated 10:05', '2025-04-01 | date-without-year |  | year'],
    ['1 April 2025, 2 April 2025', '2025-04-01 | - |  | year'],
    ['updated 1 April 2025, 2 April 2025', '- | 2025-04-01 |  | year'],
    ['9:05 1 April 2025 10:05', '2025-04-01T09:05:00 | - |  | yeartime'],
    ['1 April, 2 May 2025', 'date-without-year | - |  | year'],
    ['14.15 1 April 2025', '2025-04-01T14:15:00 | - |  | yeartime'],
    ['0099-01-01 9:05', '0099-01-01T09:05:00 | - |  | yeartime'],
    ['Sports | 1 April 2025', '2025-04-01 | - | Sports | year'],
    ['1  April   2025  9:05', '2025-04-01T09:05:00 | - |  | yeartime'],
    ['１ April ２０２５', '2025-04-01 | - |  | year'],
    ['١ أبريل ٢٠٢٥', '2025-04-01 | - |  | year'],
    ['۱ آب ۲۰۲۵', '2025-08-01 | - |  | year'],
    ['4 hours ago', 'relative-date | - |  | '],
    ['今日', null],
    ['3時間前', 'relative-date | - |  | '],
    ['1 April 2025 ago', '2025-04-01 | - | ago | year'],
    ['令和元年5月1日', '2019-05-01 | - |  | year'],
    ['元年', null],
    ['9:05', null],
    ['updated', null],
    ['updated 9:05', null],
    ['2025', null],
    ['Bell Kept', null],
    [`${'x '.repeat(73)}x 1 April 2025`, `2025-04-01 | - | ${'x '.repeat(73)}x | year`],
    [`${'x '.repeat(74)}x 1 April 2025`, null],
  ])('%s: %s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });
});

describe('lines of nothing but dates', () => {
  const judge = (text: string) => {
    const reader = new DatelineReader({ zones: {}, dateOrder: null, timezone: null });
    const line = wordingOf(text);
    return [reader.isDate(line), reader.isFullDateline(line)];
  };

  rows<[string, boolean, boolean]>([
    ['9:05 JST, April 1, 2025', true, true],
    ['1 April 2025', true, false],
    ['1 April 9:05', true, false],
    ['Updated 1 April 2025 9:05', true, false],
    ['4 hours ago', true, false],
    ['Sports | 1 April 2025 9:05', false, false],
    ['Bell Kept', false, false],
    ['Bells in May 3', false, false],
  ])('%s: %s, with a time: %s', (text, isDate, isFull) => {
    expect(judge(text)).toEqual([isDate, isFull]);
  });
});

it('takes the zone that is asked for where none is printed, and none that does not exist', () => {
  expect(read('1 April 2025 9:05', 'Asia/Tokyo')?.published?.iso).toBe('2025-04-01T09:05:00+09:00');
  expect(read('1 April 2025 9:05', 'Mikaze/Asanagi')?.published).toMatchObject({
    ...{ iso: '2025-04-01T09:05:00', doubt: null, precision: 'minute' },
  });
});
