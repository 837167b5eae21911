import { findDates, type CalendarDate, type DateOrder } from './calendar-dates';
import { findTimes, type ClockTime } from './clock-times';
import { modifiedIn } from './dateline-words';
import { monthIn } from './months';
import { isZoneName } from './zones';

/** How dates of a site are to be understood; the rest of a profile does not matter here. */
export interface DateRules {
  /** Zones by name, for names that stand for several. */
  readonly zones: Readonly<Record<string, string>>;
  readonly dateOrder: DateOrder | null;
  /** IANA zone for times without one (`--timezone`), else null. */
  readonly timezone: string | null;
}

/** A date, a time, or the word that says that the one behind it is of an update. */
export type Token =
  | { readonly kind: 'date'; readonly start: number; readonly value: CalendarDate }
  | { readonly kind: 'time'; readonly start: number; readonly value: ClockTime }
  | { readonly kind: 'modified'; readonly start: number };

/** A line in parts: what it states, and what it says besides. */
export interface Tokens {
  readonly tokens: readonly Token[];
  readonly rest: string;
}

/** `14:15 JST, April 10, 2025`: the form of most documents, which needs no search. */
const COMMON_FORM = /^(\d\d?):(\d\d) ([A-Z]{3,4}), ([A-Z][a-z]{2,8}) (\d\d?), (\d{4})$/;

/** @returns null for a line of any other form */
export function commonTokens(line: string, rules: DateRules): Tokens | null {
  const [, hour, minute, zone = '', name = '', day, year] = COMMON_FORM.exec(line) ?? [];
  const month = isZoneName(zone, rules.zones) ? (monthIn(name)?.month ?? null) : null;
  if (month === null) return null;
  const time = { hour: Number(hour), minute: Number(minute), second: 0, zone };
  const date = { year: Number(year), month, day: Number(day), ambiguous: false };
  const tokens: readonly Token[] = [
    { kind: 'time', start: 0, value: time },
    { kind: 'date', start: line.indexOf(name), value: date },
  ];
  return { tokens, rest: '' };
}

/** Searches a line for dates, times and the words beside them. */
export function searchTokens(line: string, rules: DateRules): Tokens {
  const clear = findTimes(line, rules.zones, 'clear');
  const { dates, rest: undated } = findDates(clear.rest, rules.dateOrder);
  const dotted = findTimes(undated, rules.zones, 'dotted');
  const { rest } = dotted;
  const times = dotted.times.length === 0 ? clear.times : [...clear.times, ...dotted.times];
  const tokens: Token[] = [
    ...dates.map(({ start, value }): Token => ({ kind: 'date', start, value })),
    ...times.map(({ start, value }): Token => ({ kind: 'time', start, value })),
    ...modifiedIn(rest).map((start): Token => ({ kind: 'modified', start })),
  ];
  return { tokens: tokens.sort((left, right) => left.start - right.start), rest };
}

/**
 * What a line of dates states, in its order.
 *
 * @param line folded in width, of at most some hundred characters
 */
export function tokensOf(line: string, rules: DateRules): Tokens {
  return commonTokens(line, rules) ?? searchTokens(line, rules);
}
