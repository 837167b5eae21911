import type { DatePrecision } from '../../documents';
import { isAscii } from '../../normalise/fold';
import type { Wording } from '../line-wording';
import { exists, type CalendarDate } from './calendar-dates';
import { isOnClock, type ClockTime } from './clock-times';
import { commonTokens, tokensOf, type DateRules, type Token, type Tokens } from './date-tokens';
import { isRelative, otherWords } from './dateline-words';
import { offsetIn, zoneOffset, type WallTime } from './zones';

/** Why a printed date gives none in ISO 8601, or less of one than is printed. */
export type DateDoubt =
  'relative-date' | 'date-without-year' | 'ambiguous-date' | 'impossible-date' | 'impossible-time' | 'unknown-zone';

/** A printed date as read: ISO 8601, with the offset where the zone is known; null where no full date can be made of it. */
export interface PrintedDate {
  readonly iso: string | null;
  readonly precision: DatePrecision | null;
  readonly doubt: DateDoubt | null;
  readonly zone: string | null;
}

/** A line of dates as read. */
export interface Dateline {
  readonly published: PrintedDate | null;
  readonly modified: PrintedDate | null;
  /** What the line says besides: a byline, the name of a section; `''` where it says nothing else. */
  readonly besides: string;
  /** Whether a full date stands there, and whether a time stands beside it. */
  readonly hasYear: boolean;
  readonly hasTime: boolean;
}

interface Statement {
  modified: boolean;
  date: CalendarDate | null;
  time: ClockTime | null;
}

const MAX_LENGTH = 160;
/** Most lines hold none of these, and are no datelines: a year, a month's name beside a number, a numeric date, "4 hours ago". */
const DIGITS_OF_DATE =
  /[０-９٠-٩۰-۹]|(?:19|20)\d\d|\d[./-]\d{1,2}[./-]\d|\d[日號号일]|\d (?:j[au]|f|m[aiu]|a[pugi]|s|o|n|d)|\d(?<=(?:jan|jun|jul|feb|mar|may|apr|aug|sep|oct|nov|dec)[a-z]{0,7}\.? ?\d)|\d [\u0600-\u06ff]/i;
const DIGIT = /[\d０-９٠-٩۰-۹]/;
const WORDS_OF_DATE = /[前전]$|元年|ago$|yesterday|today|now$|刚刚|昨天|منذ|قبل/i;

/** Whether a line may hold a date by any rules; where it may not, nobody need ask for it again. */
export function mayHoldDate(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  return (DIGIT.test(text) && DIGITS_OF_DATE.test(text)) || WORDS_OF_DATE.test(text);
}

/** A clock time or a year: "4 hours ago" has neither. */
const NOT_RELATIVE = /\d[:\d]\d\d/;

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

function fill(statement: Statement, token: Exclude<Token, { readonly kind: 'modified' }>): Statement {
  if (token.kind === 'date') statement.date = token.value;
  else statement.time = token.value;
  return statement;
}

/**
 * One statement holds one date and one time at most; the word "updated", or a second date or time, opens the next. With no date or time
 * behind it the word speaks of those before it: `2025/04/10 14:15 更新`.
 */
function statementsOf(tokens: readonly Token[]): readonly Statement[] {
  const lastValue = tokens.findLastIndex(({ kind }) => kind !== 'modified');
  const statements: Statement[] = [{ modified: false, date: null, time: null }];
  tokens.forEach((token, index) => {
    const last = statements.at(-1) as Statement;
    if (token.kind === 'modified') {
      if (index > lastValue && last.date !== null && last.time !== null) last.modified = true;
      else statements.push({ modified: true, date: null, time: null });
    } else if (last[token.kind] === null) fill(last, token);
    else statements.push(fill({ modified: last.modified, date: null, time: null }, token));
  });
  return statements.filter(({ date, time }) => date !== null || time !== null);
}

const nothing = (doubt: DateDoubt): PrintedDate => ({ iso: null, precision: null, doubt, zone: null });

function withTime(wall: WallTime, { zone }: ClockTime, rules: DateRules): PrintedDate {
  const { year, month, day, hour, minute, second } = wall;
  const local = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
  const offset =
    zone === null
      ? rules.timezone === null
        ? ''
        : offsetIn(rules.timezone, wall)
      : zoneOffset(zone, wall, rules.zones);
  const doubt = zone !== null && offset === null ? 'unknown-zone' : null;
  return { iso: `${local}${offset ?? ''}`, precision: 'minute', doubt, zone };
}

function toPrintedDate({ date, time }: Statement, rules: DateRules): PrintedDate {
  if (date === null) return nothing('date-without-year');
  const { year, month, day, ambiguous } = date;
  if (!exists(date)) return nothing('impossible-date');
  if (year === null) return nothing('date-without-year');
  if (ambiguous) return nothing('ambiguous-date');
  const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  if (time === null) return { iso, precision: 'day', doubt: null, zone: null };
  if (!isOnClock(time)) return { iso, precision: 'day', doubt: 'impossible-time', zone: time.zone };
  const { hour, minute, second } = time;
  return withTime({ year, month, day, hour, minute, second }, time, rules);
}

function read({ tokens, rest }: Tokens, rules: DateRules): Dateline | null {
  const statements = statementsOf(tokens);
  if (!statements.some(({ date }) => date !== null)) return null;
  const published = statements.find(({ modified }) => !modified);
  const modified = statements.find((statement) => statement.modified);
  return {
    published: published === undefined ? null : toPrintedDate(published, rules),
    modified: modified === undefined ? null : toPrintedDate(modified, rules),
    besides: otherWords(rest),
    hasYear: statements.some(({ date }) => date !== null && date.year !== null),
    hasTime: statements.some(({ date, time }) => date !== null && time !== null),
  };
}

const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** `١٤:١٥` → `14:15` */
function plainDigits(text: string): string {
  return text.replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}

const RELATIVE: Dateline = {
  published: nothing('relative-date'),
  modified: null,
  besides: '',
  hasYear: false,
  hasTime: false,
};

/** @param text a line that may hold a date */
function readLine(text: string, rules: DateRules): Dateline | null {
  const common = commonTokens(text, rules);
  if (common !== null) return read(common, rules);
  const line = isAscii(text) ? text : plainDigits(text.normalize('NFKC'));
  const spaced = line.replace(/ {2,}/g, ' ').trim();
  if (!NOT_RELATIVE.test(spaced) && isRelative(spaced.toLowerCase())) return RELATIVE;
  return read(tokensOf(spaced, rules), rules);
}

/** Reads lines of dates by the rules of a site. It is asked for each line several times: what it said is kept with the line. */
export class DatelineReader {
  constructor(private readonly rules: DateRules) {}

  /**
   * Reads a line of dates: `14:15 JST, April 10, 2025`, `Published: 19 Nov. 2025, 15:53`, `2025年4月10日 14時15分`, `4 hours ago`.
   *
   * @param text the line, cleaned
   * @returns null where the line holds no date. What it says besides dates is in `besides`: whether it's a dateline is the caller's
   * to judge
   */
  read(text: string): Dateline | null {
    return mayHoldDate(text) ? this.readDated(text) : null;
  }

  /** The same for a line that is known to `mayHoldDate`. */
  readDated(text: string): Dateline | null {
    return readLine(text, this.rules);
  }

  /** Whether a line is nothing but dates. */
  isDate(line: Wording): boolean {
    return line.datesFor(this)?.besides === '';
  }

  /** Whether a line is nothing but a full date with a time, and no update note alone: an article's own dateline. */
  isFullDateline(line: Wording): boolean {
    const dateline = line.datesFor(this);
    if (dateline === null || dateline.besides !== '') return false;
    return dateline.published !== null && dateline.hasYear && dateline.hasTime;
  }
}
