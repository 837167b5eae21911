import { findTimes, isOnClock } from '../../../../src/importer/parse/dates/clock-times';
import { rows } from '../../rows';

/** `14:15:00 JST in 2:15 p.m. JST` */
function timesIn(text: string, kind: 'clear' | 'dotted' = 'clear', own: Readonly<Record<string, string>> = {}): string {
  return findTimes(text, own, kind)
    .times.map(({ start, end, value: { hour, minute, second, zone } }) => {
      return `${hour}:${minute}:${second} ${zone ?? '-'} in ${text.slice(start, end)}`;
    })
    .join('; ');
}

describe('times in a line', () => {
  rows([
    ['2:15 p.m.', '14:15:0 - in 2:15 p.m.'],
    ['2:15 pm', '14:15:0 - in 2:15 pm'],
    ['2.15pm', '14:15:0 - in 2.15pm'],
    ['2 p.m.', '14:0:0 - in 2 p.m.'],
    ['11 P. M.', '23:0:0 - in 11 P. M.'],
    ['2:15:30 PM', '14:15:30 - in 2:15:30 PM'],
    ['12:05 a.m.', '0:5:0 - in 12:05 a.m.'],
    ['12:05 p.m.', '12:5:0 - in 12:05 p.m.'],
    ['11:05 a.m.', '11:5:0 - in 11:05 a.m.'],
    ['午後2時15分', '14:15:0 - in 午後2時15分'],
    ['午後 2時 5分', '14:5:0 - in 午後 2時 5分'],
    ['午前0時5分', '0:5:0 - in 午前0時5分'],
    ['午前12時', '0:0:0 - in 午前12時'],
    ['오후 2시 15분', '14:15:0 - in 오후 2시 15분'],
    ['오전 9시', '9:0:0 - in 오전 9시'],
    ['下午2:15', '14:15:0 - in 下午2:15'],
    ['上午 12点', '0:0:0 - in 上午 12点'],
    ['凌晨12:05', '0:5:0 - in 凌晨12:05'],
    ['晚上11點5分', '23:5:0 - in 晚上11點5分'],
    ['下午2时15', '14:15:0 - in 下午2时15'],
    ['14時15分', '14:15:0 - in 14時15分'],
    ['14 時 5 分', '14:5:0 - in 14 時 5 分'],
    ['4時', '4:0:0 - in 4時'],
    ['14시', '14:0:0 - in 14시'],
    ['14:15', '14:15:0 - in 14:15'],
    ['4:05', '4:5:0 - in 4:05'],
    ['14:15:30', '14:15:30 - in 14:15:30'],
    ['14:15:30.123', '14:15:30 - in 14:15:30.123'],
    ['2:15 م', '14:15:0 - in 2:15 م'],
    ['12:15 ص', '0:15:0 - in 12:15 ص'],
    ['2:15 مساء', '2:15:0 - in 2:15'],
    ['9:05, 14:15', '9:5:0 - in 9:05; 14:15:0 - in 14:15'],
    ['14:15 and 2 p.m.', '14:0:0 - in 2 p.m.; 14:15:0 - in 14:15'],
  ])('%s: %s', (text, expected) => {
    expect(timesIn(text)).toBe(expected);
  });

  rows([
    ...['', 'no time', '123:45', '14:1', '14:155', '2 pmx', '1232 pm', '114時', '14', '14.15', '2 mp', ':15', '午後'],
  ])('%j holds none', (text) => {
    expect(timesIn(text)).toBe('');
  });

  rows([
    ['14.15', '14:15:0 - in 14.15'],
    ['9.05 GMT', '9:5:0 GMT in 9.05 GMT'],
    ['14.155', ''],
    ['1.14.15', ''],
    ['114.15', ''],
    ['14.15.1', ''],
    ['14.1', ''],
    ['14:15', ''],
  ])('with dots, %s: %s', (text, expected) => {
    expect(timesIn(text, 'dotted')).toBe(expected);
  });

  it('leaves the rest where it is', () => {
    expect(findTimes('at 14:15 JST on', {}, 'clear').rest).toBe(`at ${'\ue000'.repeat(9)} on`);
  });
});

describe('zones behind a time', () => {
  rows([
    ['14:15 JST', 'JST', '14:15 JST'],
    ['14:15JST', 'JST', '14:15JST'],
    ['14:15 (JST)', 'JST', '14:15 (JST)'],
    ['14:15 [JST]', 'JST', '14:15 [JST]'],
    ['14:15 Z', 'Z', '14:15 Z'],
    ['14:15+09:00', '+09:00', '14:15+09:00'],
    ['14:15 +0900', '+0900', '14:15 +0900'],
    ['14:15 +9', '+9', '14:15 +9'],
    ['14:15 UTC+9', 'UTC+9', '14:15 UTC+9'],
    ['14:15 UTC +9', 'UTC+9', '14:15 UTC +9'],
    ['14:15 GMT-5', 'GMT-5', '14:15 GMT-5'],
    ['14:15 日本時間', '日本時間', '14:15 日本時間'],
    ['14:15 한국시간', '한국시간', '14:15 한국시간'],
    ['14:15 北京时间', '北京时间', '14:15 北京时间'],
    ['14:15 北京時間', '北京時間', '14:15 北京時間'],
    ['14:15 IST', 'IST', '14:15 IST'],
    ['14:15 XYZ', 'XYZ', '14:15 XYZ'],
    ['14:15 XYZZY', 'XYZZY', '14:15 XYZZY'],
    ['2 p.m. EDT', 'EDT', '2 p.m. EDT'],
  ])('%s: %s', (text, zone, read) => {
    const [time] = findTimes(text, {}, 'clear').times;
    expect([time?.value.zone, text.slice(time?.start, time?.end)]).toEqual([zone, read]);
  });

  rows([
    ...['JAN', 'FEB', 'MAR', 'MARCH', 'APR', 'APRIL', 'MAY', 'JUN', 'JUNE', 'JUL', 'JULY', 'AUG', 'SEP', 'SEPT', 'OCT'],
    ...['NOV', 'DEC', 'MON', 'TUE', 'TUES', 'WED', 'THU', 'THUR', 'THURS', 'FRI', 'SAT', 'SUN', 'ON', 'XY', 'XYZXYZ'],
    ...['Jst', 'JSTx', 'Monday', '+15', 'A', '  JST', '|JST'],
  ])('%j is none', (word) => {
    expect(timesIn(`14:15 ${word}`)).toBe('14:15:0 - in 14:15');
  });

  rows(['MARX', 'XMAR', 'XON', 'SUNX'])('%s is one, though it begins or ends like a month or a day', (word) => {
    expect(timesIn(`14:15 ${word}`)).toBe(`14:15:0 ${word} in 14:15 ${word}`);
  });

  it('knows the zones of the site', () => {
    expect(timesIn('14:15 M', 'clear', { M: '+04:30' })).toBe('14:15:0 M in 14:15 M');
    expect(timesIn('14:15 M')).toBe('14:15:0 - in 14:15');
  });
});

describe('isOnClock', () => {
  rows([
    [{ hour: 23, minute: 59, second: 59, zone: null }, true],
    [{ hour: 0, minute: 0, second: 0, zone: null }, true],
    [{ hour: 24, minute: 0, second: 0, zone: null }, false],
    [{ hour: 23, minute: 60, second: 0, zone: null }, false],
    [{ hour: 23, minute: 0, second: 60, zone: null }, false],
  ])('%j: %s', (time, expected) => {
    expect(isOnClock(time)).toBe(expected);
  });
});
