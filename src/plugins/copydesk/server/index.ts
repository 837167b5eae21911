import change from './content-types/change/schema.json';
import finding from './content-types/finding/schema.json';
import lease from './content-types/lease/schema.json';
import run from './content-types/run/schema.json';
import sourceDocument from './content-types/source-document/schema.json';
import handover from './handover/controller';
import rollback from './handover/rollback-controller';
import handoverRoutes from './handover/routes';

export default {
  contentTypes: {
    'source-document': { schema: sourceDocument },
    run: { schema: run },
    change: { schema: change },
    finding: { schema: finding },
    lease: { schema: lease },
  },
  controllers: { handover, rollback },
  routes: { handover: handoverRoutes },
};
