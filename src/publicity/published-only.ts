import type { Core, Modules } from '@strapi/strapi';
import { isPublicRequest } from './public-request';
import { restrictQuery } from './restrict-query';
import type { GetModel, Model } from './schemas';

const READS: ReadonlySet<string> = new Set(['findMany', 'findFirst', 'findOne', 'count']);

/**
 * Keeps drafts from visitors: Strapi gives them to anyone who asks with `status=draft` (strapi/strapi#25326), and to anyone who
 * filters or sorts by a relation.
 */
export function publishedOnly(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  const getModel: GetModel = (uid) => strapi.getModel(uid as never) as Model | undefined;
  return async (context, next) => {
    if (READS.has(context.action) && isPublicRequest(strapi)) {
      const params = context.params as Record<string, unknown>;
      context.params = restrictQuery(context.contentType as unknown as Model, params, getModel) as never;
    }
    return next();
  };
}
