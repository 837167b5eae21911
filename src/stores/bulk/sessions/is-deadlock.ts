/**
 * What PostgreSQL and MySQL call it when two transactions wait for each other, and one of them is taken back; and what MariaDB calls it from 11.6 on when somebody has changed a row
 * since the transaction began to read.
 */
const CODES: ReadonlySet<unknown> = new Set(['40P01', 'ER_LOCK_DEADLOCK', 'ER_CHECKREAD']);

/** Whether a transaction was taken back since another one was in its way: done again it will go through. */
export function isDeadlock(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && CODES.has(error.code);
}
