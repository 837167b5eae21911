/** Months by the names that datelines print, folded to lower case. Value: 1 to 12. */
const MONTHS: ReadonlyMap<string, number> = new Map(
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

/** A month's name at the end of a word that was glued to it: `World NewsFeb. 20, 2024`. */
const GLUED = /[\p{Ll}](\p{Lu}\p{L}{2,8})$/u;

/**
 * The month that a word names, 1 to 12, and how many characters of the word are its name.
 *
 * @returns null where the word names none
 */
export function monthIn(word: string): { readonly month: number; readonly length: number } | null {
  const name = MONTHS.has(word.toLowerCase()) ? word : (GLUED.exec(word)?.[1] ?? '');
  const month = MONTHS.get(name.toLowerCase());
  return month === undefined ? null : { month, length: name.length };
}

/** First years of the Japanese eras, less one: 令和7年 is 2018 + 7. */
export const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };
