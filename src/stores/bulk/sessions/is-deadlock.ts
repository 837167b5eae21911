/** What PostgreSQL and MySQL call it when two transactions wait for each other, and one of them is taken back. */
const CODES: ReadonlySet<unknown> = new Set(['40P01', 'ER_LOCK_DEADLOCK']);

/** Whether a transaction was taken back since it and another one waited for each other: done again it will go through. */
export function isDeadlock(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && CODES.has(error.code);
}
