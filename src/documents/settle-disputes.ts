import type { Core, Modules } from '@strapi/strapi';
import { inSession } from '../stores/bulk/sessions';
import { readLinkSchema } from '../stores/bulk/schema';
import { capturesOf, settleDisputes } from '../stores/disputes';

const LIST = 'api::ranking-list.ranking-list';

/** Where an editor deletes a snapshot that others disagree with, the one that is left is no longer disputed. */
export function settleAfterDeletion(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    if (context.uid !== LIST || context.action !== 'delete') return next();
    const { documentId = '' } = context.params as { readonly documentId?: string };
    const schema = readLinkSchema(strapi);
    return inSession(strapi, async (session) => {
      const captures = await capturesOf({ session, schema }, [documentId]);
      const result = await next();
      await settleDisputes({ session, schema }, captures);
      return result;
    });
  };
}
