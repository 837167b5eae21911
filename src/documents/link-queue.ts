import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core, Modules } from '@strapi/strapi';
import { linkRows, type LinkRequest } from '../stores/links';

const ACTIONS: ReadonlySet<string> = new Set([
  'create',
  'clone',
  'update',
  'publish',
  'unpublish',
  'discardDraft',
  'delete',
]);
const UIDS: ReadonlySet<string> = new Set(['api::article.article', 'api::ranking-list.ranking-list']);

const queue = new AsyncLocalStorage<LinkRequest[]>();

/**
 * Links rows of ranking lists once the work in hand is done; at once where no document is being written.
 *
 * While Strapi publishes an article it deletes the published row, makes a new one and copies the links of the old row to it: a link
 * made in between would be there already, and break the publication.
 */
export async function requestLinks(strapi: Core.Strapi, requests: readonly LinkRequest[]): Promise<void> {
  const waiting = queue.getStore();
  if (waiting === undefined) await linkRows(strapi, requests);
  else waiting.push(...requests);
}

/** Collects what hooks ask to be linked during a call of the Document Service, and links it in the same transaction. */
export function linkAfterwards(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    if (!ACTIONS.has(context.action) || !UIDS.has(context.uid) || queue.getStore() !== undefined) return next();
    return strapi.db.transaction(() =>
      queue.run([], async () => {
        const result = await next();
        await linkRows(strapi, queue.getStore() ?? []);
        return result;
      }),
    );
  };
}
