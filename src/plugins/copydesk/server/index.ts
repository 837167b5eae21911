import run from './content-types/run/schema.json';
import sourceDocument from './content-types/source-document/schema.json';
import handover from './handover/controller';
import handoverRoutes from './handover/routes';
import statistics from './statistics/controller';
import statisticsRoutes from './statistics/routes';

export default {
  contentTypes: {
    'source-document': { schema: sourceDocument },
    run: { schema: run },
  },
  controllers: { handover, statistics },
  routes: { handover: handoverRoutes, statistics: statisticsRoutes },
};
