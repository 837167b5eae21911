import { ERAS, monthIn } from '../../../../src/importer/parse/dates/months';
import { rows } from '../../rows';

const NAMES = [
  ['jan', 'January', 'يناير', 'كانون الثاني'],
  ['Feb', 'FEBRUARY', 'فبراير', 'شباط'],
  ['mar', 'March', 'مارس', 'آذار'],
  ['Apr', 'april', 'أبريل', 'ابريل', 'إبريل', 'نيسان'],
  ['May', 'مايو', 'أيار'],
  ['jun', 'June', 'يونيو', 'حزيران'],
  ['jul', 'July', 'يوليو', 'تموز'],
  ['aug', 'August', 'أغسطس', 'اغسطس', 'آب'],
  ['sep', 'Sept', 'September', 'سبتمبر', 'أيلول'],
  ['oct', 'October', 'أكتوبر', 'اكتوبر', 'تشرين الأول'],
  ['nov', 'November', 'نوفمبر', 'تشرين الثاني'],
  ['dec', 'December', 'ديسمبر', 'كانون الأول'],
];

rows(NAMES.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])))(
  '%s is month %i',
  (name, month) => {
    expect(monthIn(name)).toEqual({ month, length: name.length });
  },
);

rows([
  ['NewsFeb', { month: 2, length: 3 }],
  ['newsSeptember', { month: 9, length: 9 }],
  ['Mikaze', null],
  ['NewsFeast', null],
  ['NEWSFEB', null],
  ['newsfeb', null],
  ['NewsFebruaryX', null],
  ['Marches', null],
  ['', null],
])('%j names %j', (word, expected) => {
  expect(monthIn(word)).toEqual(expected);
});

it('counts the years of an era from the year before it', () => {
  expect(ERAS).toEqual({ 令和: 2018, 平成: 1988, 昭和: 1925 });
});
