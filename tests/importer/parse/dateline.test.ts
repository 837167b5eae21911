import type { DateRules } from '../../../src/importer/parse/dates/date-tokens';
import { DatelineReader } from '../../../src/importer/parse/dates/dateline';
import { rows } from '../rows';

const RULES: DateRules = { zones: {}, dateOrder: null, timezone: null };

const read = (text: string, rules: Partial<DateRules> = {}) => new DatelineReader({ ...RULES, ...rules }).read(text);

describe('dates with a year', () => {
  rows([
    ['14:15 JST, April 10, 2025', '2025-04-10T14:15:00+09:00'],
    ['0:05 JST, June 1, 2025', '2025-06-01T00:05:00+09:00'],
    ['9:05 JST, Jan. 3, 2025', '2025-01-03T09:05:00+09:00'],
    ['9:05 JST, Sept. 3, 2025', '2025-09-03T09:05:00+09:00'],
    ['１４：１５ JST, April 10, 2025', '2025-04-10T14:15:00+09:00'],
    ['March 26, 2024 at 07:00 JST', '2024-03-26T07:00:00+09:00'],
    ['Published: 19 Nov. 2025, 15:53', '2025-11-19T15:53:00'],
    ['2025年4月10日 14時15分', '2025-04-10T14:15:00'],
    ['２０２５年４月１０日　１４時１５分', '2025-04-10T14:15:00'],
    ['2025年4月10日(木) 14:15', '2025-04-10T14:15:00'],
    ['2025年4月10日 午後2時15分', '2025-04-10T14:15:00'],
    ['2025年4月10日 午前0時5分', '2025-04-10T00:05:00'],
    ['令和7年4月10日 14時', '2025-04-10T14:00:00'],
    ['2025/4/10 6:05', '2025-04-10T06:05:00'],
    ['2025/04/10 14:15 更新', null],
    ['2025. 4. 10. 14:15', '2025-04-10T14:15:00'],
    ['입력 2025.04.10 오후 2:15', '2025-04-10T14:15:00'],
    ['2025년 4월 10일 오전 9시 5분', '2025-04-10T09:05:00'],
    ['2025-04-10T14:15:00+09:00', '2025-04-10T14:15:00+09:00'],
    ['2025-04-10T05:15:00Z', '2025-04-10T05:15:00+00:00'],
    ['2025-04-10 14:15:30', '2025-04-10T14:15:30'],
    ['发布时间：2025年04月10日 14:15 北京时间', '2025-04-10T14:15:00+08:00'],
    ['Wed, 10 Apr 2025 14:15:00 +0900', '2025-04-10T14:15:00+09:00'],
    ['Thursday, April 10, 2025 2:15 p.m. EDT', '2025-04-10T14:15:00-04:00'],
    ['April 10, 2025 at 12:05 AM PDT', '2025-04-10T00:05:00-07:00'],
    ['Apr 10, 2025 | 2:15pm ET', '2025-04-10T14:15:00-04:00'],
    ['Jan 10, 2025 | 2:15pm ET', '2025-01-10T14:15:00-05:00'],
    ['April 10th, 2025, 2 p.m. (UTC+9)', '2025-04-10T14:00:00+09:00'],
    ['10 April 2025 14.15 GMT', '2025-04-10T14:15:00+00:00'],
    ['10 أبريل 2025 14:15', '2025-04-10T14:15:00'],
    ['19.11.2025, 8:00', '2025-11-19T08:00:00'],
    ['19/11/2025 8:00', '2025-11-19T08:00:00'],
    ['11/19/2025 8:00', '2025-11-19T08:00:00'],
  ])('%s', (text, expected) => {
    expect(read(text)?.published?.iso ?? null).toBe(expected);
  });

  rows([
    ['April 10, 2025', '2025-04-10'],
    ['10 Apr 2025', '2025-04-10'],
    ['2025年4月10日', '2025-04-10'],
    ['Posted on Thursday, April 10, 2025', '2025-04-10'],
    ['2025-04-10', '2025-04-10'],
    ['5/5/2025', '2025-05-05'],
  ])('%s states the day only', (text, expected) => {
    expect(read(text)?.published).toMatchObject({ iso: expected, precision: 'day' });
  });
});

describe('updates', () => {
  rows([
    ['9:05 JST, January 10, 2025 (updated at 11:40 JST, January 11, 2025)', '2025-01-11T11:40:00+09:00'],
    ['Published: Nov 19, 2025 15:53 | Updated: Nov 20, 2025 09:10', '2025-11-20T09:10:00'],
    ['2025年4月10日 14時15分 更新：2025年4月11日 9時00分', '2025-04-11T09:00:00'],
  ])('%s', (text, expected) => {
    expect(read(text)?.modified?.iso).toBe(expected);
    expect(read(text)?.published?.iso).not.toBeNull();
  });

  it('takes a line that only says when it was updated as no publication', () => {
    expect(read('Updated: 20 Nov. 2025, 9:10')).toMatchObject({
      published: null,
      modified: { iso: '2025-11-20T09:10:00' },
    });
  });

  it('does not lend the year of the publication to an update', () => {
    const dateline = read('9:05 JST, January 10, 2025 (updated at 11:40 JST, Jan. 10)');
    expect(dateline?.published?.iso).toBe('2025-01-10T09:05:00+09:00');
    expect(dateline?.modified).toMatchObject({ iso: null, doubt: 'date-without-year' });
  });
});

describe('doubts', () => {
  rows([
    ['4 hours ago', 'relative-date'],
    ['3時間前', 'relative-date'],
    ['2시간 전', 'relative-date'],
    ['5小时前', 'relative-date'],
    ['Yesterday', 'relative-date'],
    ['Nov. 3, 10:20 a.m.', 'date-without-year'],
    ['4月10日 14時15分', 'date-without-year'],
    ['04/05/2025 10:00', 'ambiguous-date'],
    ['February 30, 2025', 'impossible-date'],
    ['2025年13月1日', 'impossible-date'],
  ])('%s gives no date: %s', (text, doubt) => {
    expect(read(text)?.published).toMatchObject({ iso: null, doubt });
  });

  it('takes the day of a line whose time no clock shows', () => {
    expect(read('25:10 JST, April 1, 2025')?.published).toMatchObject({
      iso: '2025-04-01',
      precision: 'day',
      doubt: 'impossible-time',
    });
  });

  rows(['IST', 'CST', 'BST', 'XYZ'])('leaves %s without an offset', (zone) => {
    expect(read(`10:00 ${zone}, April 1, 2025`)?.published).toMatchObject({
      iso: '2025-04-01T10:00:00',
      doubt: 'unknown-zone',
    });
  });

  it('takes the word of the profile for an ambiguous zone', () => {
    const published = read('10:00 IST, April 1, 2025', { zones: { IST: '+05:30' } })?.published;
    expect(published).toMatchObject({ iso: '2025-04-01T10:00:00+05:30', doubt: null });
  });

  it('takes the word of the profile for the order of numbers', () => {
    expect(read('04/05/2025', { dateOrder: 'day-first' })?.published?.iso).toBe('2025-05-04');
    expect(read('04/05/2025', { dateOrder: 'month-first' })?.published?.iso).toBe('2025-04-05');
  });

  it('adds the zone of the command line where none is printed, summer time included', () => {
    const timezone = 'Europe/London';
    expect(read('1 July 2025 10:00', { timezone })?.published?.iso).toBe('2025-07-01T10:00:00+01:00');
    expect(read('1 January 2025 10:00 JST', { timezone })?.published?.iso).toBe('2025-01-01T10:00:00+09:00');
  });
});

describe('lines that hold a date and are none', () => {
  rows([
    'The bridge was opened on April 10, 2025, by the mayor.',
    'Japan Exports Rise in October as Slump in U.S. Sales Eases',
    'Asanagi Ferry Timetable to Change in May for First Time Since 1998',
    '14 Letters Found in Post Box',
    'May 10 People Sing?',
  ])('%s', (text) => {
    const dateline = read(text);
    expect(dateline === null || dateline.besides !== '').toBe(true);
  });
});
