import type { Core } from '@strapi/strapi';
import { resolveStep } from '../../../../stores/resolve-links';

type Context = Parameters<Core.ControllerHandler>[0];

/** What administrators do with ranking lists as a whole. */
export default function createController({ strapi }: { readonly strapi: Core.Strapi }) {
  return {
    /** One step of linking everything anew; the panel asks for the next one until there is none. */
    async resolve(ctx: Context): Promise<void> {
      const { after } = (ctx.request as { body?: { after?: unknown } }).body ?? {};
      ctx.body = await resolveStep(strapi, Number.isSafeInteger(after) ? Number(after) : 0);
    },
  };
}
