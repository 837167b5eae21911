import type { Core } from '@strapi/strapi';
import { resolveStepAlone } from '../../../../stores/resolve-alone';
import { keepLease } from '../../../../stores/runs/lease';
import { newOwner } from '../../../../stores/runs/owner';

type Context = Parameters<Core.ControllerHandler>[0];

/** What administrators do with ranking lists as a whole. */
export default function createController({ strapi }: { readonly strapi: Core.Strapi }) {
  const keeper = keepLease(strapi);
  return {
    /** One step of linking everything anew; the panel asks for the next one until there is none. */
    async resolve(ctx: Context): Promise<void> {
      const { after } = (ctx.request as { body?: { after?: unknown } }).body ?? {};
      const step = await resolveStepAlone(strapi, keeper, newOwner(), Number.isSafeInteger(after) ? Number(after) : 0);
      if ('heldBy' in step) ctx.conflict('An import is writing now: try again when it is done.');
      else ctx.body = step;
    },
  };
}
