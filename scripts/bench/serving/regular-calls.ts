import { setTimeout as sleep } from 'node:timers/promises';

/** How long calls took, in milliseconds, and how many failed. */
export interface Calls {
  readonly times: readonly number[];
  readonly failed: number;
}

/**
 * Makes one call after the other at a steady pace until it is told to stop. A call that takes longer than the pace makes the next one late, which is counted as time
 * that the next one waited: who would have asked in time has waited too.
 *
 * @param pace milliseconds from one call to the next
 * @param call answers whether it went well
 */
export async function callRegularly(pace: number, isOver: () => boolean, call: () => Promise<boolean>): Promise<Calls> {
  const times: number[] = [];
  let failed = 0;
  for (let due = performance.now(); !isOver(); due += pace) {
    await sleep(Math.max(0, due - performance.now()));
    if (!(await call())) failed += 1;
    times.push(performance.now() - due);
  }
  return { times, failed };
}

/** The time that so large a share of the calls did not exceed. */
export function quantile({ times }: Calls, share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}
