import type { DatePrecision } from '../documents';

/** A dateline as read: ISO 8601, with the offset where the zone is known. */
export interface Dateline {
  readonly datePublished: string;
  readonly precision: DatePrecision;
  /** Text of an update note that states no year, so that no date can be made of it. */
  readonly undatedUpdate: string | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zones by name; abbreviations that stand for several zones are left out on purpose. */
const OFFSETS: Readonly<Record<string, string>> = {
  JST: '+09:00',
  KST: '+09:00',
  UTC: '+00:00',
  GMT: '+00:00',
  HKT: '+08:00',
  SGT: '+08:00',
  EST: '-05:00',
  EDT: '-04:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
};

const MAX_DATELINE_LENGTH = 120;
/** `14:15 JST, April 10, 2025`, `9:05 JST, Jan. 3, 2025 (updated at 11:40 JST, Jan. 10)` */
const TIME_FIRST =
  /^(\d{1,2}):(\d{2}) ([A-Z]{3,4}), ([A-Z][a-z]{2,8})\.? (\d{1,2}), (\d{4})(?: \((updated at [^()]{1,60})\))?$/;

const two = (value: number): string => String(value).padStart(2, '0');

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month && date.getUTCDate() === day;
}

/**
 * Reads a dateline line.
 *
 * @returns null where the line is no dateline, or names a day or time that does not exist
 */
export function readDateline(line: string): Dateline | null {
  if (line.length > MAX_DATELINE_LENGTH || !/^\d/.test(line)) return null;
  const match = TIME_FIRST.exec(line);
  if (match === null) return null;
  const [, hours = '', minutes = '', zone = '', monthName = '', day = '', year = '', update] = match;
  const month = MONTHS.indexOf(monthName.slice(0, 3).toLowerCase());
  if (month < 0 || Number(hours) > 23 || Number(minutes) > 59 || !isDay(Number(year), month, Number(day))) return null;
  const time = `${two(Number(hours))}:${minutes}:00${OFFSETS[zone] ?? ''}`;
  return {
    datePublished: `${year}-${two(month + 1)}-${two(Number(day))}T${time}`,
    precision: 'minute',
    undatedUpdate: update ?? null,
  };
}
