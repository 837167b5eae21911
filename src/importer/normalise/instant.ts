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
