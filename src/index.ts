import type { Core } from '@strapi/strapi';
import { ensureIndexes } from './bootstrap/ensure-indexes';

export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await ensureIndexes(strapi);
  },
};
