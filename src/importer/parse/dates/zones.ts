import { DateTime } from 'luxon';

/**
 * Zones by the name that datelines print: an offset, or the IANA zone where the name leaves summer time open.
 * A name that stands for several zones is in `AMBIGUOUS_ZONES` instead; a profile may say which one it means.
 */
const ZONES: Readonly<Record<string, string>> = {
  ...{ UTC: '+00:00', GMT: '+00:00', Z: '+00:00', WET: '+00:00', WEST: '+01:00', CET: '+01:00', CEST: '+02:00' },
  ...{ EET: '+02:00', EEST: '+03:00', MSK: '+03:00', TRT: '+03:00', GST: '+04:00', PKT: '+05:00', NPT: '+05:45' },
  ...{ ICT: '+07:00', WIB: '+07:00', WITA: '+08:00', HKT: '+08:00', SGT: '+08:00', MYT: '+08:00', PHT: '+08:00' },
  ...{ PHST: '+08:00', AWST: '+08:00', JST: '+09:00', KST: '+09:00', WIT: '+09:00', ACST: '+09:30', AEST: '+10:00' },
  ...{ ACDT: '+10:30', AEDT: '+11:00', NZST: '+12:00', NZDT: '+13:00', BRT: '-03:00', ART: '-03:00', EDT: '-04:00' },
  ...{ EST: '-05:00', CDT: '-05:00', MDT: '-06:00', MST: '-07:00', PDT: '-07:00', PST: '-08:00', AKDT: '-08:00' },
  ...{ AKST: '-09:00', HST: '-10:00', SAST: '+02:00', EAT: '+03:00', CAT: '+02:00', WAT: '+01:00' },
  ...{ ET: 'America/New_York', CT: 'America/Chicago', MT: 'America/Denver', PT: 'America/Los_Angeles' },
  ...{ 日本時間: '+09:00', 한국시간: '+09:00', 北京时间: '+08:00', 北京時間: '+08:00' },
};

/** Names that newspapers of different countries use for different zones (India, Israel, Ireland; China, Cuba, Chicago; …). */
const AMBIGUOUS_ZONES = new Set(['IST', 'CST', 'BST', 'AST', 'ADT', 'ECT', 'AMT', 'SST', 'WST', 'LMT']);

/** A wall clock time. Month from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The offset of an IANA zone at a wall clock time, e.g. `+09:00`; null where there is no such zone. */
export function offsetIn(zone: string, time: WallTime): string | null {
  const moment = DateTime.fromObject({ ...time }, { zone });
  return moment.isValid ? moment.toFormat('ZZ') : null;
}

const NUMERIC = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/;
const MAX_OFFSET_HOURS = 14;

function numericOffset(name: string): string | null {
  const [, sign, hours, minutes = '00'] = NUMERIC.exec(name) ?? [];
  if (sign === undefined || hours === undefined || Number(hours) > MAX_OFFSET_HOURS) return null;
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/**
 * The offset that a printed zone stands for.
 *
 * @param name as printed, e.g. `JST`, `UTC+9`, `+09:00`
 * @param own what the profile says of ambiguous names: an offset or an IANA zone
 * @returns null for a name that is unknown or stands for several zones
 */
export function zoneOffset(name: string, time: WallTime, own: Readonly<Record<string, string>>): string | null {
  const numeric = numericOffset(name);
  if (numeric !== null) return numeric;
  const zone = Object.hasOwn(own, name) ? own[name] : Object.hasOwn(ZONES, name) ? ZONES[name] : undefined;
  if (zone === undefined) return null;
  return zone.includes('/') ? offsetIn(zone, time) : zone;
}

/** Whether a word can be a zone: in the table, ambiguous, or an offset. */
export function isZoneName(name: string, own: Readonly<Record<string, string>>): boolean {
  return (
    Object.hasOwn(ZONES, name) || Object.hasOwn(own, name) || AMBIGUOUS_ZONES.has(name) || numericOffset(name) !== null
  );
}
