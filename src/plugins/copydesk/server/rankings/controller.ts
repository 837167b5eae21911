import type { Core } from '@strapi/strapi';
import { resolveStepAlone } from '../../../../stores/resolve-alone';
import { keepLease } from '../../../../stores/runs/lease';
import { newOwner } from '../../../../stores/runs/owner';

type Context = Parameters<Core.ControllerHandler>[0];

/** The largest id that all databases take. */
const MAX_ROW_ID = 2 ** 31 - 1;

const isRowId = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_ROW_ID;

/** What administrators do with ranking lists as a whole. */
export default function createController({ strapi }: { readonly strapi: Core.Strapi }) {
  const keeper = keepLease(strapi);
  return {
    /** One step of linking everything anew; the panel asks for the next one until there is none. */
    async resolve(ctx: Context): Promise<void> {
      const { after = 0 } = (ctx.request as { body?: { after?: unknown } }).body ?? {};
      if (!isRowId(after)) return ctx.badRequest(`after: expected a whole number from 0 to ${MAX_ROW_ID}`);
      const step = await resolveStepAlone(strapi, keeper, newOwner(), after);
      if ('heldBy' in step) ctx.conflict('An import is writing now: try again when it is done.');
      else ctx.body = step;
    },
  };
}
