import type { Core } from '@strapi/strapi';
import { letOthersThrough } from '../../../../handover/requests-under-way';
import { SERVING_LIMITS } from '../../../../importer/batches/batches-of';
import type { ParsedDocument } from '../../../../importer/documents';
import type { PlannedDocument } from '../../../../importer/plan/planned-document';
import type { DocumentResult } from '../../../../importer/report';
import { openSession, type Expected, type ImportSession, type ImportSettings } from '../../../../stores/import-session';
import type { KnownCursor } from '../../../../stores/vanished';
import { resolveStepAlone } from '../../../../stores/resolve-alone';
import { keepLease, type Lease } from '../../../../stores/runs/lease';
import { bodyOf, isAllowed, keepSessions, type Context } from './requests';

async function* each(documents: readonly ParsedDocument[]): AsyncGenerator<ParsedDocument> {
  yield* documents;
}

/** Documents, and beside each what was planned for it, where the run carries out a plan. */
interface Batch {
  readonly documents: readonly ParsedDocument[];
  readonly plan: readonly (PlannedDocument | null)[] | null;
}

/** Two documents of one identity are asked for in their order. */
function expectedOf(plan: Batch['plan']): Expected | undefined {
  if (plan === null) return undefined;
  const left = [...plan];
  return (identity) => {
    const at = left.findIndex((planned) => planned?.identity === identity);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
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
    const { documents, plan } = (await bodyOf(ctx)) as Batch;
    for await (const result of session.import(each(documents), expectedOf(plan))) {
      results.push(result);
      await letOthersThrough();
    }
    ctx.body = { results };
  }

  /** What ends a session. */
  const closing = (work: (ctx: Context, session: ImportSession) => Promise<unknown>) =>
    sessions.route(async (ctx, { session }) => {
      sessions.end(ctx);
      ctx.body = (await work(ctx, session)) ?? {};
    });

  async function resolve(ctx: Context): Promise<void> {
    const { owner, after } = (await bodyOf(ctx)) as { readonly owner: string; readonly after: number };
    ctx.body = await resolveStepAlone(strapi, keeper, owner, Number(after));
  }

  return {
    resolve: async (ctx: Context): Promise<void> => (isAllowed(ctx) ? resolve(ctx) : void ctx.notFound()),
    open: async (ctx: Context): Promise<void> => (isAllowed(ctx) ? open(ctx) : void ctx.notFound()),
    documents: sessions.route(take),
    known: sessions.route(async (ctx, { session }) => {
      ctx.body = await session.listKnown((await bodyOf(ctx)) as KnownCursor);
    }),
    vanished: sessions.route(async (ctx, { session, lease }) => {
      await lease?.renew();
      ctx.body = await session.deleteVanished((await bodyOf(ctx)) as readonly number[]);
    }),
    beat: sessions.route(async (ctx, { lease }) => {
      await lease?.renew();
      ctx.body = {};
    }),
    finish: closing((_ctx, session) => session.finish()),
    fail: closing(async (ctx, session) => session.fail(((await bodyOf(ctx)) as { readonly reason: string }).reason)),
  };
}
