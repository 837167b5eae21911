import type { Core } from '@strapi/strapi';
import { isPublicRequest } from './public-request';
import { checkSort, restrictFilters } from './restrict-query';
import { nestedModel, visibleRows, type GetModel, type Model } from './schemas';

type Arguments = Readonly<Record<string, unknown>>;
type Resolve = (parent: unknown, args: Arguments, context: unknown, info: unknown) => unknown;
type Guard = (next: Resolve, ...call: Parameters<Resolve>) => unknown;

interface Naming {
  getTypeName(model: Model): string;
  getComponentName(model: Model): string;
}

function restrictArguments(target: Model, args: Arguments, getModel: GetModel): Arguments {
  checkSort(target, args.sort, getModel);
  const asked = args.filters === undefined ? [] : [restrictFilters(target, args.filters, getModel, '')];
  // The argument wins over `status: DRAFT` of the root query, which relations otherwise inherit.
  return { ...args, status: 'published', filters: { and: [...asked, ...visibleRows(target, '')] } };
}

function guard(strapi: Core.Strapi, target: Model, getModel: GetModel): Guard {
  return (next, parent, args, context, info) =>
    next(parent, isPublicRequest(strapi) ? restrictArguments(target, args, getModel) : args, context, info);
}

function guardsOf(strapi: Core.Strapi, model: Model, typeName: string, getModel: GetModel) {
  const fields = Object.keys(model.attributes).flatMap((name) => {
    const target = nestedModel(model, name, getModel);
    if (target === undefined) return [];
    const config = { middlewares: [guard(strapi, target, getModel)] };
    return [`${typeName}.${name}`, `${typeName}.${name}_connection`].map((path) => [path, config] as const);
  });
  return Object.fromEntries(fields);
}

/**
 * Keeps drafts out of what GraphQL loads by itself: relations and components are read past the Document Service, with the
 * status of the root query (`tags(status: DRAFT) { articles { headline } }`).
 */
export function guardGraphqlRelations(strapi: Core.Strapi): void {
  const graphql = strapi.plugin('graphql');
  const { naming } = graphql.service('utils') as unknown as { readonly naming: Naming };
  const getModel: GetModel = (uid) => strapi.getModel(uid as never) as unknown as Model | undefined;
  const types = Object.values(strapi.contentTypes).filter(({ uid }) => uid.startsWith('api::'));
  const resolversConfig = {
    ...Object.assign(
      {},
      ...types.map((type) => guardsOf(strapi, type as Model, naming.getTypeName(type as Model), getModel)),
    ),
    ...Object.assign(
      {},
      ...Object.values(strapi.components).map((component) =>
        guardsOf(strapi, component as Model, naming.getComponentName(component as Model), getModel),
      ),
    ),
  };
  graphql.service('extension').use({ resolversConfig });
}
