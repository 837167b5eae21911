import type { DatePrecision } from '../documents';

/** A date as a carrier states it, in the form that documents use. */
export interface StatedDate {
  readonly date: string;
  readonly precision: DatePrecision;
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)? ?(Z|[+-]\d{2}:?\d{2})?)?$/;

function offsetOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  if (zone === 'Z') return '+00:00';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/**
 * Reads an ISO 8601 date as machines state it: with the offset where one is stated, a plain date where only the day is.
 *
 * @returns null for anything else, and for days that no calendar has
 */
export function statedDate(value: unknown): StatedDate | null {
  const text = value instanceof Date ? value.toISOString() : typeof value === 'string' ? value.trim() : '';
  const [, day, hour, minute, second = '00', zone] = ISO.exec(text) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return null;
  if (hour === undefined) return { date: day, precision: 'day' };
  const date = `${day}T${hour}:${minute}:${second}${offsetOf(zone)}`;
  return { date, precision: 'minute' };
}
