import type { Core } from '@strapi/strapi';
import { openRollback, type RollbackSession } from '../../../../stores/rollback/rollback-session';
import { keepLease, type Lease } from '../../../../stores/runs/lease';
import { bodyOf, isAllowed, keepSessions, type Context } from './requests';

interface Rollback {
  readonly session: RollbackSession;
  readonly lease: Lease;
}

interface Opening {
  /** The run that is to be taken back. */
  readonly run: string;
  /** The script's process. */
  readonly owner: string;
}

/** Takes rollbacks over from a script on the same machine, a step at a request. */
export default function createController({ strapi }: { readonly strapi: Core.Strapi }) {
  const sessions = keepSessions<Rollback>();
  const keeper = keepLease(strapi);

  async function open(ctx: Context): Promise<void> {
    const { run, owner } = (await bodyOf(ctx)) as Opening;
    const lease = await keeper.take(owner);
    if (!('release' in lease)) {
      ctx.body = { heldBy: lease };
      return;
    }
    const session = await openRollback(strapi, run, lease);
    if ('candidates' in session) ctx.body = session;
    else ctx.body = { id: sessions.keep({ session, lease }), runId: session.runId, target: session.target };
  }

  return {
    open: async (ctx: Context): Promise<void> => (isAllowed(ctx) ? open(ctx) : void ctx.notFound()),
    step: sessions.route(async (ctx, { session, lease }) => {
      await lease.renew();
      const progress = await session.step();
      if (progress.done) sessions.end(ctx);
      ctx.body = progress;
    }),
  };
}
