import { ERAS, monthIn } from './months';

/** A day as printed. `year` is null where none is printed, `ambiguous` where day and month can't be told apart. */
export interface CalendarDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly ambiguous: boolean;
}

/** Which number comes first in `04/10/2025`, where the profile says so. */
export type DateOrder = 'day-first' | 'month-first';

interface DatePattern {
  readonly pattern: RegExp;
  /** Whether the sign of a month stands in the form: without one, a line needs no search for it. */
  readonly signed?: true;
  /** Null where the words are no date after all. */
  readonly read: (groups: readonly string[], order: DateOrder | null) => CalendarDate | null;
}

/** A word that may be a month's name: looking it up is much quicker than a pattern of all names. */
const NAME = '[A-Za-z]{3,20}|[\\u0621-\\u064a]{2,9}(?: [\\u0621-\\u064a]{4,6})?';

function named(year: string | null, month: string | undefined, day: string | undefined): CalendarDate | null {
  const found = monthIn(month ?? '');
  if (found === null) return null;
  return { year: year === null ? null : Number(year), month: found.month, day: Number(day), ambiguous: false };
}

const full = (year: number, month: number, day: number): CalendarDate => ({ year, month, day, ambiguous: false });

const withoutYear = (month: number, day: number): CalendarDate => ({ year: null, month, day, ambiguous: false });

function numeric([first, , second, year]: readonly string[], order: DateOrder | null): CalendarDate {
  const [left, right] = [Number(first), Number(second)];
  const dayFirst = left > 12 || (right <= 12 && order === 'day-first');
  const [day, month] = dayFirst ? [left, right] : [right, left];
  const ambiguous = order === null && left <= 12 && right <= 12 && left !== right;
  return { year: Number(year), month, day, ambiguous };
}

const yearFirst = ([year, month, day]: readonly string[]): CalendarDate =>
  full(Number(year), Number(month), Number(day));

/** The strongest first: what an earlier pattern has read, a later one does not see. */
const PATTERNS: readonly DatePattern[] = [
  // 2025-04-10, 2025/4/10, 2025.04.10, 2025. 4. 10.
  { pattern: /(?<!\d)(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})(?!\d)\.?/g, read: yearFirst },
  // 2025年4月10日, 2025년 4월 10일
  {
    pattern: /(?<!\d)(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日號号일]?/g,
    signed: true,
    read: yearFirst,
  },
  // 令和7年4月10日
  {
    pattern: /(令和|平成|昭和) ?(\d{1,2}|元)年 ?(\d{1,2})月 ?(\d{1,2})日/g,
    signed: true,
    read: ([era, year, month, day]) =>
      full((ERAS[era ?? ''] ?? 0) + (year === '元' ? 1 : Number(year)), Number(month), Number(day)),
  },
  // April 10, 2025; Apr. 10th 2025
  {
    pattern: new RegExp(`(${NAME})\\.? ?(\\d{1,2})(?:st|nd|rd|th)?(?:, ?| )(\\d{4})(?!\\d)`, 'g'),
    read: ([month, day, year]) => named(year ?? null, month, day),
  },
  // 10 April 2025; 19 Nov. 2025; 19-Nov-2025; 10 أبريل 2025
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?(${NAME})(?:\\.,?|,)?[ -](\\d{4})(?!\\d)`, 'g'),
    read: ([day, month, year]) => named(year ?? null, month, day),
  },
  // 19.11.2025 is day first wherever dots are used
  {
    pattern: /(?<!\d)(\d{1,2})(\.)(\d{1,2})\.(\d{4})(?!\d)/g,
    read: (groups) => numeric(groups, 'day-first'),
  },
  // 11/19/2025, 19-11-2025
  { pattern: /(?<!\d)(\d{1,2})([/-])(\d{1,2})[/-](\d{4})(?!\d)/g, read: numeric },
  // Without a year: April 10; 10 April; 4月10日
  {
    pattern: new RegExp(`(${NAME})\\.? ?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])`, 'g'),
    read: ([month, day]) => named(null, month, day),
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)? (${NAME})(?![a-z])\\.?`, 'g'),
    read: ([day, month]) => named(null, month, day),
  },
  {
    pattern: /(?<!\d)(\d{1,2})[月월] ?(\d{1,2})[日號号일]/g,
    signed: true,
    read: ([month, day]) => withoutYear(Number(month), Number(day)),
  },
];

const DIGIT = /[\d元]/;
const MONTH_SIGN = /[月월]/;

/** A finding in a line: where it stands, and what it says. */
export interface Found<Value> {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

/** Stands in for text that is already read; a private character, which no pattern matches. */
export const READ = '\ue000';

/** Blanks out what is read, keeping every other character where it is. */
export function maskOut(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(0, start) + READ.repeat(end - start) + text.slice(end);
}

/** Length of the word that a month's name is glued to. */
function gluedBefore(match: RegExpExecArray): number {
  const word = match[0].startsWith(match[1] ?? '\n') ? (match[1] ?? '') : '';
  const month = monthIn(word);
  return month === null ? 0 : word.length - month.length;
}

/** All matches of a global pattern; most lines have none, and `matchAll` copies the pattern before it looks. */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) matches.push(match);
  return matches;
}

/**
 * The dates in a line, in no particular order, and the line without them.
 *
 * @param line width-folded text of at most some hundred characters
 * @param order which number comes first in dates like `04/10/2025`, null where nobody knows
 */
export function findDates(
  line: string,
  order: DateOrder | null,
): { dates: readonly Found<CalendarDate>[]; rest: string } {
  const dates: Found<CalendarDate>[] = [];
  let rest = line;
  const isSigned = MONTH_SIGN.test(line);
  for (const { pattern, signed = false, read } of PATTERNS) {
    if (!DIGIT.test(rest)) break;
    if (signed && !isSigned) continue;
    for (const match of matchesOf(pattern, rest)) {
      const value = read(match.slice(1), order);
      if (value === null) continue;
      const found = { start: match.index + gluedBefore(match), end: match.index + match[0].length, value };
      dates.push(found);
      rest = maskOut(rest, found);
    }
  }
  return { dates, rest };
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const [FEBRUARY, DAYS_OF_SHORT_FEBRUARY, LEAP_YEAR] = [2, 28, 2000];

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Whether the calendar has that day. */
export function exists({ year, month, day }: CalendarDate): boolean {
  if (month < 1 || month > DAYS.length || day < 1) return false;
  return (
    day <= (month === FEBRUARY && !isLeapYear(year ?? LEAP_YEAR) ? DAYS_OF_SHORT_FEBRUARY : (DAYS[month - 1] ?? 0))
  );
}
