import run from './content-types/run/schema.json';
import sourceDocument from './content-types/source-document/schema.json';

export default {
  contentTypes: {
    'source-document': { schema: sourceDocument },
    run: { schema: run },
  },
};
