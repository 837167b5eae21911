import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { handoverToken } from '../../../../handover/offer-handover';
import type { ParsedDocument } from '../../../../importer/documents';
import type { PlannedDocument } from '../../../../importer/plan/planned-document';
import type { DocumentResult } from '../../../../importer/report';
import {
  openSession,
  type Expected,
  type ImportSession,
  type ImportSettings,
  type RunOutcome,
} from '../../../../stores/import-session';
import type { KnownCursor } from '../../../../stores/vanished';

import { resolveStep } from '../../../../stores/resolve-links';

type Context = Parameters<Core.ControllerHandler>[0];

const TOKEN_HEADER = 'x-copydesk-token';
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const MAX_BODY = 64 * 1024 * 1024;
/** A script that died leaves its session behind; the oldest makes room. */
const MAX_SESSIONS = 16;

function isToken(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Only a process on this machine that can read the server's file gets in; to everybody else the route does not exist. */
function isAllowed(ctx: Context): boolean {
  const token = handoverToken();
  return token !== null && LOOPBACK.has(ctx.req.socket.remoteAddress ?? '') && isToken(ctx.get(TOKEN_HEADER), token);
}

async function bodyOf(ctx: Context): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) ctx.throw(413, 'The batch is too large.');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

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

/** Takes imports over from a script on the same machine: a run is opened, filled with batches of documents, and finished. */
export default function createController({ strapi }: { readonly strapi: Core.Strapi }) {
  const sessions = new Map<string, ImportSession>();

  async function open(ctx: Context): Promise<void> {
    const session = await openSession(strapi, (await bodyOf(ctx)) as ImportSettings);
    const [oldest] = sessions.keys();
    if (sessions.size >= MAX_SESSIONS && oldest !== undefined) sessions.delete(oldest);
    const id = randomUUID();
    sessions.set(id, session);
    ctx.body = { id };
  }

  async function take(ctx: Context, session: ImportSession): Promise<void> {
    const results: DocumentResult[] = [];
    const { documents, plan } = (await bodyOf(ctx)) as Batch;
    for await (const result of session.import(each(documents), expectedOf(plan))) results.push(result);
    ctx.body = { results };
  }

  const withSession =
    (work: (ctx: Context, session: ImportSession) => Promise<void>) =>
    async (ctx: Context): Promise<void> => {
      const session = isAllowed(ctx) ? sessions.get(String(ctx.params.id)) : undefined;
      if (session === undefined) ctx.notFound();
      else await work(ctx, session);
    };

  return {
    resolve: async (ctx: Context): Promise<void> => {
      if (!isAllowed(ctx)) ctx.notFound();
      else ctx.body = await resolveStep(strapi, Number(((await bodyOf(ctx)) as { readonly after: number }).after));
    },
    open: async (ctx: Context): Promise<void> => (isAllowed(ctx) ? open(ctx) : void ctx.notFound()),
    documents: withSession(take),
    known: withSession(async (ctx, session) => {
      ctx.body = await session.listKnown((await bodyOf(ctx)) as KnownCursor);
    }),
    vanished: withSession(async (ctx, session) => {
      ctx.body = await session.deleteVanished((await bodyOf(ctx)) as readonly number[]);
    }),
    finish: withSession(async (ctx, session) => {
      await session.finish((await bodyOf(ctx)) as RunOutcome);
      sessions.delete(String(ctx.params.id));
      ctx.body = {};
    }),
  };
}
