import { exists, findDates, maskOut, matchesOf, READ } from '../../../../src/importer/parse/dates/calendar-dates';
import { rows } from '../../rows';

/** `2025-4-10`; a `?` for a year that is not printed, a `~` where day and month can't be told apart. */
function datesIn(text: string, order: 'day-first' | 'month-first' | null = null): string {
  return findDates(text, order)
    .dates.map(({ start, end, value: { year, month, day, ambiguous } }) => {
      return `${year ?? '?'}-${month}-${day}${ambiguous ? '~' : ''} in ${text.slice(start, end)}`;
    })
    .join('; ');
}

describe('dates in a line', () => {
  rows([
    ['2025-04-10', '2025-4-10 in 2025-04-10'],
    ['on 2025/4/10 at', '2025-4-10 in 2025/4/10'],
    ['2025.04.10', '2025-4-10 in 2025.04.10'],
    ['2025. 4. 10. x', '2025-4-10 in 2025. 4. 10.'],
    ['2025 - 4 - 10', '2025-4-10 in 2025 - 4 - 10'],
    ['2025年4月10日', '2025-4-10 in 2025年4月10日'],
    ['2025 年 12 月 10 日', '2025-12-10 in 2025 年 12 月 10 日'],
    ['2025年4月10號', '2025-4-10 in 2025年4月10號'],
    ['2025年4月10号', '2025-4-10 in 2025年4月10号'],
    ['2025年4月10', '2025-4-10 in 2025年4月10'],
    ['2025년 4월 10일', '2025-4-10 in 2025년 4월 10일'],
    ['令和7年4月10日', '2025-4-10 in 令和7年4月10日'],
    ['令和 7年 4月 10日', '2025-4-10 in 令和 7年 4月 10日'],
    ['令和元年5月1日', '2019-5-1 in 令和元年5月1日'],
    ['平成31年4月30日', '2019-4-30 in 平成31年4月30日'],
    ['昭和64年1月7日', '1989-1-7 in 昭和64年1月7日'],
    ['April 10, 2025', '2025-4-10 in April 10, 2025'],
    ['April 10,2025', '2025-4-10 in April 10,2025'],
    ['April 1 2025', '2025-4-1 in April 1 2025'],
    ['Apr.10, 2025', '2025-4-10 in Apr.10, 2025'],
    ['Apr. 10th 2025', '2025-4-10 in Apr. 10th 2025'],
    ['May 1st, 2025', '2025-5-1 in May 1st, 2025'],
    ['May 2nd, 2025', '2025-5-2 in May 2nd, 2025'],
    ['May 3rd, 2025', '2025-5-3 in May 3rd, 2025'],
    ['10 April 2025', '2025-4-10 in 10 April 2025'],
    ['1st of May 2025', '2025-5-1 in 1st of May 2025'],
    ['2nd May, 2025', '2025-5-2 in 2nd May, 2025'],
    ['3rd May 2025', '2025-5-3 in 3rd May 2025'],
    ['9th May 2025', '2025-5-9 in 9th May 2025'],
    ['19 Nov. 2025', '2025-11-19 in 19 Nov. 2025'],
    ['19 Nov., 2025', '2025-11-19 in 19 Nov., 2025'],
    ['19-Nov-2025', '2025-11-19 in 19-Nov-2025'],
    ['10 أبريل 2025', '2025-4-10 in 10 أبريل 2025'],
    ['10 كانون الثاني 2025', '2025-1-10 in 10 كانون الثاني 2025'],
    ['10 آب 2025', '2025-8-10 in 10 آب 2025'],
    ['19.11.2025', '2025-11-19 in 19.11.2025'],
    ['4.5.2025', '2025-5-4 in 4.5.2025'],
    ['11/19/2025', '2025-11-19 in 11/19/2025'],
    ['19/11/2025', '2025-11-19 in 19/11/2025'],
    ['19-11-2025', '2025-11-19 in 19-11-2025'],
    ['5/5/2025', '2025-5-5 in 5/5/2025'],
    ['April 10', '?-4-10 in April 10'],
    ['April 10, 20255', '?-4-10 in April 10'],
    ['Sept.3', '?-9-3 in Sept.3'],
    ['May 1st and', '?-5-1 in May 1st'],
    ['10 April', '?-4-10 in 10 April'],
    ['2nd May.', '?-5-2 in 2nd May.'],
    ['4月10日', '?-4-10 in 4月10日'],
    ['12月 1號', '?-12-1 in 12月 1號'],
    ['4월 10일', '?-4-10 in 4월 10일'],
    ['World NewsFeb. 20, 2024', '2024-2-20 in Feb. 20, 2024'],
    ['World NewsFeb. 20', '?-2-20 in Feb. 20'],
    ['2025-04-10 and May 1, 2025', '2025-4-10 in 2025-04-10; 2025-5-1 in May 1, 2025'],
    ['May 1, 2025, May 2, 2025', '2025-5-1 in May 1, 2025; 2025-5-2 in May 2, 2025'],
  ])('%s: %s', (text, expected) => {
    expect(datesIn(text)).toBe(expected);
  });

  rows([
    ...['', 'April', 'no date', '12025-04-10', '2025-04-123', '20254月10', 'Mikaze 10, 2025'],
    ...['10 Mikaze 2025', '119.11.2025', '19.11.20255', '111/19/2025', '11/19/20255', 'Mikaze 3', '3 Mikaze'],
    ...['114月10日', '4月10', 'Ma 3', 'April 101', '令和7年4月', '110 April', '10 Aprilx'],
  ])('%j holds none', (text) => {
    expect(datesIn(text)).toBe('');
  });
  rows<[string, 'day-first' | 'month-first' | null, string]>([
    ['4/5/2025', null, '2025-4-5~ in 4/5/2025'],
    ['12/12/2025', null, '2025-12-12 in 12/12/2025'],
    ['12/11/2025', null, '2025-12-11~ in 12/11/2025'],
    ['4/5/2025', 'day-first', '2025-5-4 in 4/5/2025'],
    ['4/12/2025', 'day-first', '2025-12-4 in 4/12/2025'],
    ['4/13/2025', 'day-first', '2025-4-13 in 4/13/2025'],
    ['4/5/2025', 'month-first', '2025-4-5 in 4/5/2025'],
    ['13/5/2025', 'month-first', '2025-5-13 in 13/5/2025'],
    ['12/5/2025', 'month-first', '2025-12-5 in 12/5/2025'],
    ['13/13/2025', null, '2025-13-13 in 13/13/2025'],
  ])('%s, %s: %s', (text, order, expected) => {
    expect(datesIn(text, order)).toBe(expected);
  });

  it('leaves the rest where it is', () => {
    expect(findDates('on 2025-04-10 at', null).rest).toBe(`on ${READ.repeat(10)} at`);
    expect(findDates('no date', null).rest).toBe('no date');
    expect(maskOut('abcde', { start: 1, end: 3 })).toBe(`a${READ}${READ}de`);
  });
});

describe('matchesOf', () => {
  it('gives all matches, each time anew', () => {
    const pattern = /\d/g;
    pattern.lastIndex = 2;
    expect(matchesOf(pattern, 'a1b2').map(({ index }) => index)).toEqual([1, 3]);
    expect(matchesOf(pattern, 'ab')).toEqual([]);
  });
});

describe('days of the calendar', () => {
  const day = (text: string) => {
    const [year = '', month, date] = text.split('-');
    return { year: year === '?' ? null : Number(year), month: Number(month), day: Number(date), ambiguous: false };
  };

  rows([
    ...['2025-1-31', '2025-3-31', '2025-4-30', '2025-5-31', '2025-6-30', '2025-7-31', '2025-8-31', '2025-9-30'],
    ...['2025-10-31', '2025-11-30', '2025-12-31', '2025-2-28', '2024-2-29', '2000-2-29', '?-2-29', '2025-1-1'],
  ])('%s is one', (text) => {
    expect(exists(day(text))).toBe(true);
  });

  rows([
    ...['2025-1-32', '2025-3-32', '2025-4-31', '2025-5-32', '2025-6-31', '2025-7-32', '2025-8-32', '2025-9-31'],
    ...['2025-10-32', '2025-11-31', '2025-12-32', '2025-2-29', '2024-2-30', '1900-2-29', '?-2-30', '2025-1-0'],
    ...['2025-0-1', '2025-13-1', '2025--1-1'],
  ])('%s is none', (text) => {
    expect(exists(day(text))).toBe(false);
  });
});
