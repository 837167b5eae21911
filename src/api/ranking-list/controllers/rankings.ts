import type { Core } from '@strapi/strapi';
import { currentRanking, currentRankings, rankingHistory } from '../../../rankings/answers';
import { articleRankings } from '../../../rankings/article-rankings';
import { readParameters, type ParameterName } from '../../../rankings/parameters';
import { readerOf } from '../../../rankings/reader';

type Context = Parameters<Core.ControllerHandler>[0];

interface Page {
  readonly items: unknown;
  readonly next: string | null;
}

/** Answers over REST what `src/rankings` finds out; GraphQL answers the same. */
export default function createController({ strapi }: { readonly strapi: Core.Strapi }) {
  const asked = (ctx: Context, ...known: readonly ParameterName[]) => readParameters(ctx.query, known);
  const page = ({ items, next }: Page) => ({ data: items, meta: { next } });

  return {
    async find(ctx: Context) {
      const parameters = asked(ctx, 'at', 'window', 'section', 'after', 'pageSize');
      return page(await currentRankings(strapi, parameters, await readerOf(strapi, ctx.state)));
    },
    async findOne(ctx: Context) {
      const parameters = asked(ctx, 'at', 'window');
      return {
        data: await currentRanking(strapi, String(ctx.params.key), parameters, await readerOf(strapi, ctx.state)),
        meta: {},
      };
    },
    async history(ctx: Context) {
      const parameters = asked(ctx, 'at', 'after', 'pageSize');
      return page(await rankingHistory(strapi, String(ctx.params.key), parameters, await readerOf(strapi, ctx.state)));
    },
    async ofArticle(ctx: Context) {
      const parameters = asked(ctx, 'at', 'window');
      const reader = await readerOf(strapi, ctx.state);
      return { data: await articleRankings(strapi, String(ctx.params.documentId), parameters, reader), meta: {} };
    },
  };
}
