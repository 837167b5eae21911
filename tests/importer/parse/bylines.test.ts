import { authorsOf, BylineReader, isBelowByline } from '../../../src/importer/parse/bylines';
import { wordingOf } from '../../../src/importer/parse/line-wording';
import { BBC, GENERAL, JAPAN_NEWS } from './sites';
import { rows } from '../rows';

const people = (...names: string[]) => names.map((name) => ({ name, affiliation: null }));
const one = (name: string, affiliation: string | null) => [{ name, affiliation }];

describe('bylines', () => {
  rows([
    ['By Taro Yamada', people('Taro Yamada')],
    ['BY Taro Yamada', people('Taro Yamada')],
    ['Written by Lena Ortmann', people('Lena Ortmann')],
    ['By Taro Yamada and Lena Ortmann', people('Taro Yamada', 'Lena Ortmann')],
    ['By K. Ode, Ana Lund, and Bo Ek', people('K. Ode', 'Ana Lund', 'Bo Ek')],
    ['By Ana Lund & Bo Ek', people('Ana Lund', 'Bo Ek')],
    ['By Ana Lund; Bo Ek', people('Ana Lund', 'Bo Ek')],
    ['By Ana Lund  ', people('Ana Lund')],
    ['By Jean de la Rue', people('Jean de la Rue')],
    ['By van Dyk', people('van Dyk')],
    ['By One Two Three Four Five Six', people('One Two Three Four Five Six')],
    ['By Taro Yamada / Staff Writer', one('Taro Yamada', 'Staff Writer')],
    ['By Taro Yamada/Staff Writer', one('Taro Yamada', 'Staff Writer')],
    ['By Taro Yamada | Mikaze Times', one('Taro Yamada', 'Mikaze Times')],
    ['By Taro Yamada (Staff Writer)', one('Taro Yamada', 'Staff Writer')],
    ['By Taro Yamada（Staff Writer）', one('Taro Yamada', 'Staff Writer')],
    ['By Taro Yamada, Staff Writer', one('Taro Yamada', 'Staff Writer')],
    ['By Taro Yamada, Mikaze Times', one('Taro Yamada', 'Mikaze Times')],
    ['By Taro Yamada, special to the Echo', one('Taro Yamada', 'special to the Echo')],
    ['By The Associated Press', people('The Associated Press')],
    ['By The Japan News Staff', people('The Japan News Staff')],
    ['By The Press', people('The Press')],
    ['The Japan News / By Taro Yamada', people('Taro Yamada')],
    ['The Japan News/By Taro Yamada', people('Taro Yamada')],
    ['(By Taro Yamada)', people('Taro Yamada')],
    ['（By Taro Yamada）', people('Taro Yamada')],
    ['【文・山田太郎】', people('山田太郎')],
    ['文・山田太郎', people('山田太郎')],
    ['文＝山田太郎', people('山田太郎')],
    ['文・山田太郎、森ゆき', people('山田太郎', '森ゆき')],
    ['文・山田太郎・と森ゆき', people('山田太郎', '森ゆき')],
    ['文・山田太郎／社会部', one('山田太郎', '社会部')],
    ['山田太郎記者', people('山田太郎')],
    ['김하늘 기자', people('김하늘')],
    ['记者：王小明', people('王小明')],
    ['بقلم: ليلى حداد', people('ليلى حداد')],
    [`By ${'A'.repeat(30)}`, people('A'.repeat(30))],
  ])('%s: %j', (text, expected) => {
    expect(authorsOf(GENERAL, text) ?? authorsOf(JAPAN_NEWS, text)).toEqual(expected);
  });

  rows([
    ...[
      '',
      'Taro Yamada',
      'By',
      'By the lake',
      'By Land and Sea',
      'By Monday Morning',
      'By The Lake',
      'By A Lake',
      'Bypass Opens',
    ],
    ...[
      'By Taro yamada',
      'By One Two Three Four Five Six Seven',
      'By Taro Yamada and others',
      'By Taro Yamada.x 9',
      'By 9 Cats',
    ],
    ...[
      'By Taro Yamada, Asanagi 9',
      'Harbor News / By Tar0',
      'By This Bell',
      'By No Means',
      'By Now',
      'By Law',
      'By All',
      'By Far',
    ],
    ...[
      'By Itself',
      'By Then',
      'By Any',
      'By Air',
      'By Sea',
      'By Those',
      'By An Owl',
      'By These',
      'By That',
      'By Sunday',
      'By Friday',
    ],
    ...[
      'By Tuesday',
      'By Wednesday',
      'By Thursday',
      'By Saturday',
      'Bell記者',
      '山記者',
      '山田太郎記者会',
      '記者',
      'x'.repeat(141),
    ],
    ...[`By ${'A'.repeat(138)}`, 'By The Lake Press Conference', 'By The A B C D Press'],
  ])('%j is none', (text) => {
    expect([authorsOf(GENERAL, text), authorsOf(JAPAN_NEWS, text)]).toEqual([null, null]);
  });

  it('takes what stands before a stroke for a publisher only where the site knows it', () => {
    expect(authorsOf(GENERAL, 'The Japan News / By Taro Yamada')).toBeNull();
    expect(authorsOf(JAPAN_NEWS, `By ${'A'.repeat(137)}`)).toEqual(people('A'.repeat(137)));
  });
});

describe('affiliations below a byline', () => {
  rows([
    ...[
      'Staff Writer',
      'Staff Writers',
      'Local Democracy Reporter',
      'Business reporter, BBC News',
      'Writer',
      'Tokyo bureau chief',
    ],
    ...['Foreign correspondent', 'Editor', 'Columnist', 'Contributor', 'A B C D E writer', 'BBC News, Powys'],
  ])('%s', (text) => {
    const reader = new BylineReader(BBC);
    reader.add(people('Ana Lund', 'Bo Ek'));
    expect(reader.readAffiliation(text)).toBe(true);
    expect(reader.all).toEqual([...one('Ana Lund', text), ...one('Bo Ek', text)]);
    expect(isBelowByline(BBC, wordingOf('By Ana Lund'), text)).toBe(true);
  });

  rows([
    ...[
      'The writer slept',
      'A B C D E F writer',
      'Writer, 9',
      'Bell Kept',
      'BBC News',
      `BBC News, ${'x'.repeat(61)}`,
      'Writers’ room',
    ],
    ...['By BBC News, Powys', '', '9 writers'],
  ])('not: %j', (text) => {
    const reader = new BylineReader(BBC);
    reader.add(people('Ana Lund'));
    expect(reader.readAffiliation(text)).toBe(false);
    expect(reader.all).toEqual(people('Ana Lund'));
    expect(isBelowByline(BBC, wordingOf('By Ana Lund'), text)).toBe(false);
  });

  it('belong to the last byline alone, on the line directly below it', () => {
    const reader = new BylineReader(GENERAL);
    expect(reader.readAffiliation('Staff Writer')).toBe(false);
    reader.add(people('Ana Lund'));
    reader.add(people('Bo Ek'));
    expect(reader.readAffiliation('Staff Writer')).toBe(true);
    expect(reader.readAffiliation('Editor')).toBe(false);
    reader.add(one('Cy Moe', 'Desk'));
    expect(reader.readAffiliation('Editor')).toBe(false);
    expect(reader.all).toEqual([...people('Ana Lund'), ...one('Bo Ek', 'Staff Writer'), ...one('Cy Moe', 'Desk')]);
    reader.add(people('Di Ray'));
    expect(reader.readAffiliation('Bell Kept')).toBe(false);
    expect(reader.readAffiliation('Editor')).toBe(false);
  });

  it('need a byline without one above them', () => {
    expect(isBelowByline(BBC, wordingOf('Ana Lund'), 'Staff Writer')).toBe(false);
    expect(isBelowByline(BBC, wordingOf('By Ana Lund / Desk'), 'Staff Writer')).toBe(false);
  });
});
