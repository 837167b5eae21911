import fc from 'fast-check';
import { zoneOffset } from '../../../../src/importer/parse/dates/zones';
import type { Profile } from '../../../../src/importer/profiles/profile';
import type { Script } from './words';

/** A dateline as printed, and what it says. */
export interface PrintedDateline {
  readonly dateline: string;
  readonly datePublished: string;
  readonly datePublishedPrecision: 'minute' | 'day';
}

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
];
const ARABIC_MONTHS = [
  ...['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'],
];

const moment: fc.Arbitrary<Moment> = fc.record({
  year: fc.integer({ min: 1999, max: 2030 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  hour: fc.nat(23),
  minute: fc.nat(59),
});

const two = (value: number): string => String(value).padStart(2, '0');
const clock = ({ hour, minute }: Moment): string => `${two(hour)}:${two(minute)}`;
const name = ({ month }: Moment): string => MONTHS[month - 1] ?? '';
const short = (at: Moment): string => name(at).slice(0, 3);
const dayOf = ({ year, month, day }: Moment): string => `${year}-${two(month)}-${two(day)}`;

type Form = (at: Moment, zone: string) => string;

const ISO: Form = (at) => `${at.year}/${two(at.month)}/${two(at.day)} ${clock(at)}`;

const WITH_TIME: Readonly<Record<Script, readonly Form[]>> = {
  latin: [
    (at, zone) => `Published: ${at.day} ${short(at)}. ${at.year}, ${clock(at)}${zone}`.replace('May.', 'May'),
    (at, zone) => `${name(at)} ${at.day}, ${at.year} at ${clock(at)}${zone}`,
    (at, zone) => `${at.day} ${short(at)} ${at.year} ${two(at.hour)}.${two(at.minute)}${zone}`,
    (at, zone) => `${clock(at)}${zone}, ${name(at)} ${at.day}, ${at.year}`,
    (at, zone) => `${at.year}-${two(at.month)}-${two(at.day)}T${clock(at)}:00${zone === '' ? '' : ` ${zone.trim()}`}`,
  ],
  japanese: [(at) => `${at.year}年${at.month}月${at.day}日 ${at.hour}時${two(at.minute)}分`, ISO],
  chinese: [(at) => `${at.year}年${at.month}月${at.day}日 ${clock(at)}`, (at) => `发布时间：${dayOf(at)} ${clock(at)}`],
  korean: [
    (at) => `${at.year}년 ${at.month}월 ${at.day}일 ${at.hour}시 ${two(at.minute)}분`,
    (at) => `입력 ${dayOf(at)} ${clock(at)}`,
  ],
  arabic: [(at) => `${at.day} ${ARABIC_MONTHS[at.month - 1] ?? ''} ${at.year} ${clock(at)}`, ISO],
};

const DAY_ONLY: Readonly<Record<Script, (at: Moment) => string>> = {
  latin: (at) => `${name(at)} ${at.day}, ${at.year}`,
  japanese: (at) => `${at.year}年${at.month}月${at.day}日`,
  chinese: (at) => `${at.year}年${at.month}月${at.day}日`,
  korean: (at) => `${at.year}년 ${at.month}월 ${at.day}일`,
  arabic: (at) => `${at.day} ${ARABIC_MONTHS[at.month - 1] ?? ''} ${at.year}`,
};

/** The date in numbers alone, in the order of the site; two sites that order them differently print the same for different days. */
function numericForms({ dateOrder }: Profile): readonly Form[] {
  if (dateOrder === null) return [];
  const day = ({ month, day: date }: Moment): string =>
    dateOrder === 'day-first' ? `${two(date)}/${two(month)}` : `${two(month)}/${two(date)}`;
  return [(at, zone) => `${day(at)}/${at.year} ${clock(at)}${zone}`];
}

/** `00:00 jst, ` → `14:15 JST, April 10, 2025` */
function formOfShape(shape: string): Form {
  const [, hours, rest = ''] = /^(0?0):00(.*)$/.exec(shape) ?? [];
  if (hours === undefined)
    throw new Error(`No page can be printed with the dateline ${JSON.stringify(shape)}: write its form here.`);
  return (at) =>
    `${hours === '00' ? two(at.hour) : at.hour}:${two(at.minute)}${rest.toUpperCase()}${name(at)} ${at.day}, ${at.year}`;
}

function said(at: Moment, line: string, { zones }: Profile): PrintedDateline {
  const zone = /(?<=\d ?)(?:[A-Z]{3,4})(?=,|$)/.exec(line)?.[0];
  const offset = zone === undefined ? '' : zoneOffset(zone, { ...at, second: 0 }, zones);
  return {
    dateline: line,
    datePublished: `${dayOf(at)}T${clock(at)}:00${offset ?? ''}`,
    datePublishedPrecision: 'minute',
  };
}

/** Datelines as the site prints them: in its own form where it has one, else in those of the script, with the zones that the site names. */
export function datelineOf(profile: Profile, script: Script): fc.Arbitrary<PrintedDateline> {
  const own = profile.datelineShapes.map((shape) => formOfShape(shape));
  const forms = own.length > 0 ? own : [...WITH_TIME[script], ...(script === 'latin' ? numericForms(profile) : [])];
  const zones =
    script === 'latin' ? ['', ' JST', ' GMT', ...Object.keys(profile.zones).map((zone) => ` ${zone}`)] : [''];
  const minute = fc
    .tuple(moment, fc.constantFrom(...forms), fc.constantFrom(...zones))
    .map(([at, form, zone]) => said(at, form(at, zone), profile));
  if (own.length > 0) return minute;
  const day = moment.map((at) => ({
    dateline: DAY_ONLY[script](at),
    datePublished: dayOf(at),
    datePublishedPrecision: 'day' as const,
  }));
  return fc.oneof({ weight: 3, arbitrary: minute }, { weight: 1, arbitrary: day });
}

/** The date of a row: `January 16, 2026`. */
export const rowDateOf = (script: Script): fc.Arbitrary<{ readonly printed: string; readonly date: string }> =>
  moment.map((at) => ({ printed: DAY_ONLY[script](at), date: dayOf(at) }));
