import type { Core } from '@strapi/strapi';
import { SERVING_LIMITS } from '../../../../importer/batches/batches-of';
import type { ParsedDocument } from '../../../../importer/documents';
import type { DocumentResult } from '../../../../importer/report';
import { openSession, type ImportSession, type ImportSettings } from '../../../../stores/import-session';
import { resolveStep } from '../../../../stores/resolve-links';
import { keepLease, type Lease } from '../../../../stores/runs/lease';
import { bodyOf, isAllowed, keepSessions, type Context } from './requests';

async function* each(documents: readonly ParsedDocument[]): AsyncGenerator<ParsedDocument> {
  yield* documents;
}

/** A run that a script fills, and the lease that the script keeps alive. */
interface Handover {
  readonly session: ImportSession;
  readonly lease: Lease | null;
}

interface Opening {
  readonly settings: ImportSettings;
  /** The script's process. */
  readonly owner: string;
}

/** Takes imports over from a script on the same machine: a run is opened, filled with batches of documents, and finished. */
export default function createController({ strapi }: { readonly strapi: Core.Strapi }) {
  const sessions = keepSessions<Handover>();
  const keeper = keepLease(strapi);

  /** Answers with the run's key, or with who writes now: then the script asks again. */
  async function open(ctx: Context): Promise<void> {
    const { settings, owner } = (await bodyOf(ctx)) as Opening;
    const lease = settings.dryRun ? null : await keeper.take(owner);
    if (lease !== null && !('release' in lease)) ctx.body = { heldBy: lease };
    else
      ctx.body = {
        id: sessions.keep({ lease, session: await openSession(strapi, settings, { lease, limits: SERVING_LIMITS }) }),
      };
  }

  async function take(ctx: Context, { session, lease }: Handover): Promise<void> {
    const results: DocumentResult[] = [];
    await lease?.renew();
    for await (const result of session.import(each((await bodyOf(ctx)) as readonly ParsedDocument[])))
      results.push(result);
    ctx.body = { results };
  }

  /** What ends a session. */
  const closing = (work: (ctx: Context, session: ImportSession) => Promise<unknown>) =>
    sessions.route(async (ctx, { session }) => {
      sessions.end(ctx);
      ctx.body = (await work(ctx, session)) ?? {};
    });

  return {
    resolve: async (ctx: Context): Promise<void> => {
      if (!isAllowed(ctx)) ctx.notFound();
      else ctx.body = await resolveStep(strapi, Number(((await bodyOf(ctx)) as { readonly after: number }).after));
    },
    open: async (ctx: Context): Promise<void> => (isAllowed(ctx) ? open(ctx) : void ctx.notFound()),
    documents: sessions.route(take),
    beat: sessions.route(async (ctx, { lease }) => {
      await lease?.renew();
      ctx.body = {};
    }),
    finish: closing((_ctx, session) => session.finish()),
    fail: closing(async (ctx, session) => session.fail(((await bodyOf(ctx)) as { readonly reason: string }).reason)),
  };
}
