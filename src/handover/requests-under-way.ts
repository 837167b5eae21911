import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

/** What a script sends is the work that waits, not what it waits for. */
const OWN = '/copydesk/handover';

/** Readers go first, but an import that they never let through would never end. */
const MAX_WAIT_MS = 100;
const PAUSE_MS = 1;
const BREATH_MS = 5;

let underWay = 0;
let lastBreath = 0;

/** Counts the requests that people and frontends wait for. */
export function countRequests(strapi: Core.Strapi): void {
  strapi.server.use(async (ctx, next) => {
    if (ctx.path.startsWith(OWN)) return next();
    underWay += 1;
    try {
      await next();
    } finally {
      underWay -= 1;
    }
  });
}

/**
 * Lets others through: an import in a server keeps its one thread for itself while it writes a batch. Answers once the requests that came meanwhile are answered, at the latest
 * after a tenth of a second; at once where a breath was taken a moment ago.
 */
export async function letOthersThrough(): Promise<void> {
  const began = performance.now();
  if (began - lastBreath < BREATH_MS) return;
  // What lies at the socket is not yet a request.
  await setImmediate();
  while (underWay > 0 && performance.now() - began < MAX_WAIT_MS) await sleep(PAUSE_MS);
  lastBreath = performance.now();
}
