import change from './content-types/change/schema.json';
import finding from './content-types/finding/schema.json';
import lease from './content-types/lease/schema.json';
import type { Core } from '@strapi/strapi';
import run from './content-types/run/schema.json';
import sighting from './content-types/sighting/schema.json';
import sourceDocument from './content-types/source-document/schema.json';
import { allowRunEvent } from '../../../stores/runs/announce-run';
import handover from './handover/controller';
import rollback from './handover/rollback-controller';
import handoverRoutes from './handover/routes';
import rankings from './rankings/controller';
import { registerRights } from './rankings/rights';
import rankingsRoutes from './rankings/routes';
import statistics from './statistics/controller';
import statisticsRoutes from './statistics/routes';

export default {
  contentTypes: {
    'source-document': { schema: sourceDocument },
    run: { schema: run },
    change: { schema: change },
    finding: { schema: finding },
    lease: { schema: lease },
    sighting: { schema: sighting },
  },
  controllers: { handover, rollback, rankings, statistics },
  routes: { handover: handoverRoutes, rankings: rankingsRoutes, statistics: statisticsRoutes },
  register: ({ strapi }: { readonly strapi: Core.Strapi }) => allowRunEvent(strapi),
  bootstrap: ({ strapi }: { readonly strapi: Core.Strapi }) => registerRights(strapi),
};
