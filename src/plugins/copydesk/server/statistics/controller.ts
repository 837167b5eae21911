import type { Core } from '@strapi/strapi';
import { readParameters } from '../../../../rankings/parameters';
import { rankingStatistics } from '../../../../rankings/statistics';

type Context = Parameters<Core.ControllerHandler>[0];

const DEFAULT_DAYS = 30;
const MILLISECONDS_A_DAY = 86_400_000;

/** Answers what editors ask of rankings: by default of the last thirty days. */
export default function createController({ strapi }: { readonly strapi: Core.Strapi }) {
  return {
    async rankings(ctx: Context): Promise<void> {
      const { from, to, key, by } = readParameters(ctx.query, ['from', 'to', 'key', 'by']);
      const end = to ?? new Date().toISOString();
      const start = from ?? new Date(Date.parse(end) - DEFAULT_DAYS * MILLISECONDS_A_DAY).toISOString();
      const data = await rankingStatistics(strapi, { from: start, to: end, key }, by === 'month' ? 'month' : 'day');
      ctx.body = { data };
    },
  };
}
