import type { Core } from '@strapi/strapi';
import { ensureIndexes } from './bootstrap/ensure-indexes';
import { grantRights } from './bootstrap/grant-rights';
import { prepareDocuments } from './documents';
import { offerHandover, withdrawHandover } from './handover/offer-handover';
import { countRequests } from './handover/requests-under-way';
import { keepPrivate } from './publicity';
import { addRankingQueries } from './rankings/graphql';

interface Context {
  readonly strapi: Core.Strapi;
}

export default {
  register({ strapi }: Context): void {
    countRequests(strapi);
    keepPrivate(strapi);
    addRankingQueries(strapi);
    prepareDocuments(strapi);
  },

  async bootstrap({ strapi }: Context): Promise<void> {
    await ensureIndexes(strapi);
    await grantRights(strapi);
    offerHandover(strapi);
  },

  destroy({ strapi }: Context): void {
    withdrawHandover(strapi);
  },
};
