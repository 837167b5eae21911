import type { DatePrecision } from '../documents';

/** A point in time as it is stored: UTC with milliseconds. */
export interface Instant {
  readonly instant: string;
  readonly precision: DatePrecision;
}

const STATED_OFFSET = /(?:Z|[+-]\d{2}:\d{2})$/;
const DAY_LENGTH = 10;

/**
 * A printed date as an instant. Without a zone the hour says nothing, so that only the day is kept
 * (as midnight UTC, which names the right day everywhere the precision is respected).
 *
 * @param date ISO 8601 as the parser gives it
 * @returns null for no date
 */
export function toInstant(date: string | null, precision: DatePrecision | null): Instant | null {
  if (date === null) return null;
  if (precision === 'minute' && STATED_OFFSET.test(date)) {
    return { instant: new Date(date).toISOString(), precision };
  }
  return { instant: `${date.slice(0, DAY_LENGTH)}T00:00:00.000Z`, precision: 'day' };
}

/** What carriers write: WARC in UTC, with or without fractions; records also with an offset, or a space for the T. */
const CAPTURE_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * The time of a capture, as a carrier states it, as an instant: databases and comparisons take one form only.
 *
 * @returns ISO 8601 in UTC with milliseconds; null for what is no instant, as a time without a zone
 */
export function captureInstant(stated: string | null): string | null {
  const [, day = '', time = '', zone = ''] = CAPTURE_TIME.exec(stated ?? '') ?? [];
  const instant = new Date(`${day}T${time}${zone.toUpperCase()}`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
