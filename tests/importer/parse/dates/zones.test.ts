import { isZoneName, offsetIn, zoneOffset } from '../../../../src/importer/parse/dates/zones';
import { rows } from '../../rows';

const WINTER = { year: 2025, month: 1, day: 10, hour: 14, minute: 15, second: 0 };
const SUMMER = { ...WINTER, month: 7 };

const OFFSETS: Readonly<Record<string, string>> = {
  '+00:00': 'UTC GMT Z WET',
  '+01:00': 'WEST CET WAT',
  '+02:00': 'CEST EET SAST CAT',
  '+03:00': 'EEST MSK TRT EAT',
  '+04:00': 'GST',
  '+05:00': 'PKT',
  '+05:45': 'NPT',
  '+07:00': 'ICT WIB',
  '+08:00': 'WITA HKT SGT MYT PHT PHST AWST 北京时间 北京時間',
  '+09:00': 'JST KST WIT 日本時間 한국시간',
  '+09:30': 'ACST',
  '+10:00': 'AEST',
  '+10:30': 'ACDT',
  '+11:00': 'AEDT',
  '+12:00': 'NZST',
  '+13:00': 'NZDT',
  '-03:00': 'BRT ART',
  '-04:00': 'EDT',
  '-05:00': 'EST CDT',
  '-06:00': 'MDT',
  '-07:00': 'MST PDT',
  '-08:00': 'PST AKDT',
  '-09:00': 'AKST',
  '-10:00': 'HST',
};
const NAMES = Object.entries(OFFSETS).flatMap(([offset, names]) => names.split(' ').map((name) => [name, offset]));

describe('zones by name', () => {
  rows(NAMES as [string, string][])('%s is %s all year', (name, offset) => {
    expect([WINTER, SUMMER].map((time) => zoneOffset(name, time, {}))).toEqual([offset, offset]);
    expect(isZoneName(name, {})).toBe(true);
  });

  rows([
    ['ET', '-05:00', '-04:00'],
    ['CT', '-06:00', '-05:00'],
    ['MT', '-07:00', '-06:00'],
    ['PT', '-08:00', '-07:00'],
  ])('%s is %s in winter and %s in summer', (name, winter, summer) => {
    expect([zoneOffset(name, WINTER, {}), zoneOffset(name, SUMMER, {})]).toEqual([winter, summer]);
  });

  rows(['IST', 'CST', 'BST', 'AST', 'ADT', 'ECT', 'AMT', 'SST', 'WST', 'LMT'])(
    '%s stands for several, unless the site says for which',
    (name) => {
      expect(isZoneName(name, {})).toBe(true);
      expect(zoneOffset(name, WINTER, {})).toBeNull();
      expect(zoneOffset(name, WINTER, { [name]: '+05:30' })).toBe('+05:30');
      expect(zoneOffset(name, SUMMER, { [name]: 'Europe/London' })).toBe('+01:00');
    },
  );

  it('lets the site say otherwise than the table, and name zones of its own', () => {
    expect(zoneOffset('EST', WINTER, { EST: '+10:00' })).toBe('+10:00');
    expect(zoneOffset('MIK', WINTER, { MIK: '+04:30' })).toBe('+04:30');
    expect(isZoneName('MIK', { MIK: '+04:30' })).toBe(true);
  });

  rows(['MIK', 'jst', '', 'toString', 'constructor'])('%j is no zone', (name) => {
    expect(isZoneName(name, {})).toBe(false);
    expect(zoneOffset(name, WINTER, {})).toBeNull();
  });
});

describe('zones as offsets', () => {
  rows([
    ['+9', '+09:00'],
    ['+09', '+09:00'],
    ['+0900', '+09:00'],
    ['+9:30', '+09:30'],
    ['-03:30', '-03:30'],
    ['UTC+9', '+09:00'],
    ['GMT-5', '-05:00'],
    ['UTC+05:45', '+05:45'],
    ['+14', '+14:00'],
  ])('%s is %s', (name, offset) => {
    expect(zoneOffset(name, WINTER, {})).toBe(offset);
    expect(isZoneName(name, {})).toBe(true);
  });

  rows(['+15', '9', 'JST+9', '+9h', '+9:3', '+123456', 'xUTC+9', '+'])('%s is none', (name) => {
    expect(zoneOffset(name, WINTER, {})).toBeNull();
    expect(isZoneName(name, {})).toBe(false);
  });
});

describe('offsetIn', () => {
  it('knows summer time, and no zone that does not exist', () => {
    expect(offsetIn('Europe/Berlin', WINTER)).toBe('+01:00');
    expect(offsetIn('Europe/Berlin', SUMMER)).toBe('+02:00');
    expect(offsetIn('Mikaze/Asanagi', WINTER)).toBeNull();
  });
});
