import { isAscii } from '../../normalise/fold';
import { maskOut, matchesOf, type Found } from './calendar-dates';
import { isZoneName } from './zones';

/** A time of day as printed, on 24 hours; `zone` is the printed name or null. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly zone: string | null;
}

type Groups = Readonly<Record<string, string | undefined>>;

const DIGIT = /\d/;
const AFTERNOON = /^(?:p|午後|오후|下午|晚上|م)/i;
const MORNING = /^(?:a|午前|오전|上午|凌晨|ص)/i;
const NOON = 12;

/** 2:15 p.m., 2.15pm, 2 p.m., 2:15:30 PM */
const HALVED =
  /(?<!\d)(?<hour>\d{1,2})(?:[:.](?<minute>\d{2})(?::(?<second>\d{2}))?)? ?(?<half>[ap])\.? ?m(?![a-z])\.?/gi;

/** 14:15, 14:15:30, 14:15:30.000, 2:15 م */
const COLONS =
  /(?<!\d)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d{1,9})?)?(?!\d)(?: (?<half>[صم])(?!\p{L}))?/gu;

/** Times that nothing else looks like. */
const CLEAR: readonly RegExp[] = [
  HALVED,
  // 午後2時15分, 오후 2시 15분, 下午2:15
  /(?<half>午前|午後|오전|오후|上午|下午|凌晨|晚上) ?(?<hour>\d{1,2}) ?[:時时시点點] ?(?:(?<minute>\d{1,2}) ?[分분]?)?/g,
  // 14時15分, 14시
  /(?<!\d)(?<hour>\d{1,2}) ?[時时시点點] ?(?:(?<minute>\d{1,2}) ?[分분])?/g,
  COLONS,
];

/** Those of them that a line of ASCII can hold. */
const CLEAR_ASCII: readonly RegExp[] = [HALVED, COLONS];

/** 14.15, as British newspapers print it; a date with dots looks like it. */
const DOTTED: readonly RegExp[] = [/(?<![\d.])(?<hour>\d{1,2})\.(?<minute>\d{2})(?![\d.])/g];

const ZONE =
  /^ ?[([]?((?:UTC|GMT)? ?[+-]\d{1,2}(?::?\d{2})?|[A-Z]{1,5}(?![A-Za-z])|日本時間|한국시간|北京时间|北京時間)[)\]]?/;

/** An unknown word of capitals behind a time is a zone that nobody listed, unless it's a month or a day of the week. */
const SHOUTED = /^[A-Z]{3,5}$/;
const NO_ZONE =
  /^(?:JAN|FEB|MAR|MARCH|APR|APRIL|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC|MON|TUES?|WED|THUR?S?|FRI|SAT|SUN|ON)$/;

function hourOf({ hour, half = '' }: Groups): number {
  const printed = Number(hour);
  if (AFTERNOON.test(half) && printed < NOON) return printed + NOON;
  return MORNING.test(half) && printed === NOON ? 0 : printed;
}

function zoneBehind(
  rest: string,
  at: number,
  own: Readonly<Record<string, string>>,
): { name: string; end: number } | null {
  const match = ZONE.exec(rest.slice(at, at + 24));
  const name = match?.[1]?.replace(' ', '') ?? '';
  if (match === null || !(isZoneName(name, own) || (SHOUTED.test(name) && !NO_ZONE.test(name)))) return null;
  return { name, end: at + match[0].length };
}

/**
 * The times in a line, each with the zone behind it, and the line without them.
 *
 * @param own zones of the profile, by name
 * @param kind `clear` for times that nothing else looks like; `dotted`, `14.15`, once the dates are masked out
 */
export function findTimes(
  line: string,
  own: Readonly<Record<string, string>>,
  kind: 'clear' | 'dotted',
): { times: readonly Found<ClockTime>[]; rest: string } {
  const times: Found<ClockTime>[] = [];
  let rest = line;
  const clear = isAscii(line) ? CLEAR_ASCII : CLEAR;
  for (const pattern of kind === 'clear' ? clear : DOTTED) {
    if (!DIGIT.test(rest)) break;
    for (const match of matchesOf(pattern, rest)) {
      const groups = match.groups as Groups;
      const end = match.index + match[0].length;
      const zone = zoneBehind(rest, end, own);
      const [minute, second] = [Number(groups.minute ?? 0), Number(groups.second ?? 0)];
      const time = { hour: hourOf(groups), minute, second, zone: zone?.name ?? null };
      const found = { start: match.index, end: zone?.end ?? end, value: time };
      times.push(found);
      rest = maskOut(rest, found);
    }
  }
  return { times, rest };
}

/** Whether a clock shows that time. */
export function isOnClock({ hour, minute, second }: ClockTime): boolean {
  return hour < 24 && minute < 60 && second < 60;
}
