import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { STOPPED } from '../../../../handover/answers';
import { handoverToken } from '../../../../handover/offer-handover';
import { RunStoppedError } from '../../../../importer/run-stopped-error';

export type Context = Parameters<Core.ControllerHandler>[0];

const TOKEN_HEADER = 'x-copydesk-token';
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const MAX_BODY = 64 * 1024 * 1024;

function isToken(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Only a process on this machine that can read the server's file gets in; to everybody else the route does not exist. */
export function isAllowed(ctx: Context): boolean {
  const token = handoverToken();
  return token !== null && LOOPBACK.has(ctx.req.socket.remoteAddress ?? '') && isToken(ctx.get(TOKEN_HEADER), token);
}

/** What the script sends, as JSON. */
export async function bodyOf(ctx: Context): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) ctx.throw(413, 'The batch is too large.');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** A script that died leaves its session behind; the oldest makes room. */
const MAX_SESSIONS = 16;

/** Sessions that scripts have opened, by a key that nobody can guess. */
export interface Sessions<Session> {
  keep(session: Session): string;
  end(ctx: Context): void;
  /** A route that works on a session; to everybody without the token, and for keys of no session, it does not exist. */
  route(work: (ctx: Context, session: Session) => Promise<void>): (ctx: Context) => Promise<void>;
}

/** Keeps sessions open between the requests that fill them. */
export function keepSessions<Session>(): Sessions<Session> {
  const sessions = new Map<string, Session>();
  const keyOf = (ctx: Context): string => String(ctx.params.id);
  return {
    keep(session) {
      const [oldest] = sessions.keys();
      if (sessions.size >= MAX_SESSIONS && oldest !== undefined) sessions.delete(oldest);
      const id = randomUUID();
      sessions.set(id, session);
      return id;
    },
    end: (ctx) => void sessions.delete(keyOf(ctx)),
    route: (work) => async (ctx) => {
      const session = isAllowed(ctx) ? sessions.get(keyOf(ctx)) : undefined;
      if (session === undefined) return void ctx.notFound();
      await work(ctx, session).catch((error: unknown) => {
        if (!(error instanceof RunStoppedError)) throw error;
        ctx.status = STOPPED;
        ctx.body = { stopped: error.message };
      });
    },
  };
}
