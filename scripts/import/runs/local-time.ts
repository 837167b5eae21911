import { DateTime } from 'luxon';

/** The zone of whoever runs the script; asked for before config/database.ts has the process work in UTC. */
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** An instant in local time with its zone, to the second: `2025-04-10 14:15:00 +09:00`. */
export function localTime(instant: Date | null): string {
  return instant === null ? '' : DateTime.fromJSDate(instant, { zone: ZONE }).toFormat('yyyy-MM-dd HH:mm:ss ZZ');
}
