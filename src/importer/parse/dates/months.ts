/** Months by the names that datelines print, folded to lower case. Value: 1 to 12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['jan', 'january', 'يناير', 'كانون الثاني'],
    ['feb', 'february', 'فبراير', 'شباط'],
    ['mar', 'march', 'مارس', 'آذار'],
    ['apr', 'april', 'أبريل', 'ابريل', 'إبريل', 'نيسان'],
    ['may', 'مايو', 'أيار'],
    ['jun', 'june', 'يونيو', 'حزيران'],
    ['jul', 'july', 'يوليو', 'تموز'],
    ['aug', 'august', 'أغسطس', 'اغسطس', 'آب'],
    ['sep', 'sept', 'september', 'سبتمبر', 'أيلول'],
    ['oct', 'october', 'أكتوبر', 'اكتوبر', 'تشرين الأول'],
    ['nov', 'november', 'نوفمبر', 'تشرين الثاني'],
    ['dec', 'december', 'ديسمبر', 'كانون الأول'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** The names as one alternative for regular expressions, the longest first. */
export const MONTH_NAMES = [...MONTHS.keys()].sort((left, right) => right.length - left.length).join('|');

/** First years of the Japanese eras, less one: 令和7年 is 2018 + 7. */
export const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };
