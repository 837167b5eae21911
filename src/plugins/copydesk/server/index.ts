import type { Core } from '@strapi/strapi';
import run from './content-types/run/schema.json';
import sighting from './content-types/sighting/schema.json';
import sourceDocument from './content-types/source-document/schema.json';
import handover from './handover/controller';
import handoverRoutes from './handover/routes';
import rankings from './rankings/controller';
import { registerRights } from './rankings/rights';
import rankingsRoutes from './rankings/routes';

export default {
  contentTypes: {
    'source-document': { schema: sourceDocument },
    run: { schema: run },
    sighting: { schema: sighting },
  },
  controllers: { handover, rankings },
  routes: { handover: handoverRoutes, rankings: rankingsRoutes },
  bootstrap: ({ strapi }: { readonly strapi: Core.Strapi }) => registerRights(strapi),
};
