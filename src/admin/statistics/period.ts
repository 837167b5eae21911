/** What the page asks for: days as `2025-04-10`, in UTC; the last one is not included. */
export interface Wanted {
  readonly from: string;
  readonly to: string;
  /** Empty for all lists. */
  readonly key: string;
  readonly by: 'day' | 'month';
}

const DAYS = 30;
const MILLISECONDS_A_DAY = 86_400_000;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The last thirty days, today included. */
export function lastDays(now: number): Wanted {
  return {
    from: dayOf(now - (DAYS - 1) * MILLISECONDS_A_DAY),
    to: dayOf(now + MILLISECONDS_A_DAY),
    key: '',
    by: 'day',
  };
}

/** The parameters of the route. */
export function toParameters({ from, to, key, by }: Wanted): Readonly<Record<string, string>> {
  const period = { from: `${from}T00:00:00Z`, to: `${to}T00:00:00Z`, by };
  return key === '' ? period : { ...period, key };
}
