import type { Core } from '@strapi/strapi';
import { guardGraphqlRelations } from './graphql-relations';
import { publishedOnly } from './published-only';

const LEDGER = [
  'plugin::copydesk.source-document',
  'plugin::copydesk.run',
  'plugin::copydesk.change',
  'plugin::copydesk.finding',
  'plugin::copydesk.lease',
  'plugin::copydesk.sighting',
] as const;

/** Registers what keeps drafts and the ledger from visitors, in REST and GraphQL alike. */
export function keepPrivate(strapi: Core.Strapi): void {
  strapi.documents.use(publishedOnly(strapi));
  if (!('graphql' in strapi.plugins)) return;
  for (const uid of LEDGER) strapi.plugin('graphql').service('extension').shadowCRUD(uid).disable();
  guardGraphqlRelations(strapi);
}
