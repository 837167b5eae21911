import type { Core } from '@strapi/strapi';
import { resolveStep, type ResolveStep } from './resolve-links';
import type { LeaseKeeper } from './runs/lease';
import type { LeaseHolder } from './runs/owner';

/** Somebody else writes now: to be asked again. */
export interface Held {
  readonly heldBy: LeaseHolder;
}

/**
 * One step of linking everything anew under the writer's lease, so that no import writes articles meanwhile; the lease is free again after each step.
 *
 * @param after where the step before left off; 0 to begin
 */
export async function resolveStepAlone(
  strapi: Core.Strapi,
  keeper: LeaseKeeper,
  owner: string,
  after: number,
): Promise<ResolveStep | Held> {
  const lease = await keeper.take(owner);
  if (!('release' in lease)) return { heldBy: lease };
  try {
    return await resolveStep(strapi, after);
  } finally {
    await lease.release();
  }
}
