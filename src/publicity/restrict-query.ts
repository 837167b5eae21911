import { errors } from '@strapi/utils';
import { nestedModel, visibleRows, type GetModel, type Model } from './schemas';

type Json = Readonly<Record<string, unknown>>;

/** What operators begin with: `$` in queries, nothing in GraphQL. */
type Sign = '$' | '';

function isGroup(name: string, sign: Sign): boolean {
  return [`${sign}and`, `${sign}or`, `${sign}not`].includes(name);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `filters[articles]=5` and `filters[articles][$in]=…` speak of ids; spelled out, conditions can stand beside them. */
function spellOut(filter: unknown): unknown {
  if (!isObject(filter)) return { id: filter };
  return Object.keys(filter).some((key) => key.startsWith('$') && !isGroup(key, '$')) ? { id: filter } : filter;
}

/**
 * Filters that can't tell a visitor anything of rows which they may not see: `filters[articles][headline][$startsWith]=…` on tags
 * would otherwise spell out a draft's headline, letter by letter.
 */
export function restrictFilters(model: Model, filters: unknown, getModel: GetModel, sign: Sign = '$'): unknown {
  if (Array.isArray(filters)) return filters.map((filter) => restrictFilters(model, filter, getModel, sign));
  if (!isObject(filters)) return filters;
  const restrict = ([name, filter]: [string, unknown]): [string, unknown] => {
    if (isGroup(name, sign)) return [name, restrictFilters(model, filter, getModel, sign)];
    const nested = nestedModel(model, name, getModel);
    if (nested === undefined) return [name, filter];
    const conditions = visibleRows(nested, sign);
    const inner = restrictFilters(nested, filter, getModel, sign);
    return [name, conditions.length === 0 ? inner : { [`${sign}and`]: [spellOut(inner), ...conditions] }];
  };
  return Object.fromEntries(Object.entries(filters).map(restrict));
}

function sortPaths(sort: unknown): readonly string[] {
  if (typeof sort === 'string') return sort.split(',').map((part) => part.trim().split(':')[0] ?? '');
  if (Array.isArray(sort)) return sort.flatMap(sortPaths);
  if (!isObject(sort)) return [];
  return Object.entries(sort).flatMap(([name, inner]) =>
    isObject(inner) ? sortPaths(inner).map((path) => `${name}.${path}`) : [name],
  );
}

/**
 * Refuses to sort by what lies behind a relation with rows that a visitor may not see: the order alone would tell.
 *
 * @throws ValidationError naming the path
 */
export function checkSort(model: Model, sort: unknown, getModel: GetModel): void {
  for (const path of sortPaths(sort)) {
    let reached: Model | undefined = model;
    for (const name of path.split('.')) {
      reached = reached === undefined ? undefined : nestedModel(reached, name, getModel);
      if (reached !== undefined && visibleRows(reached).length > 0) {
        throw new errors.ValidationError(`Sorting by "${path}" is not possible: some of these rows are not public`);
      }
    }
  }
}

function pathsToPopulate(paths: readonly string[]): Json {
  const byHead = new Map<string, string[]>();
  for (const path of paths) {
    const [head = '', ...rest] = path.trim().split('.');
    byHead.set(head, [...(byHead.get(head) ?? []), ...(rest.length > 0 ? [rest.join('.')] : [])]);
  }
  return Object.fromEntries(
    [...byHead].map(([head, rests]) => [head, rests.length > 0 ? { populate: pathsToPopulate(rests) } : true]),
  );
}

const POPULATED_TYPES: ReadonlySet<string> = new Set(['relation', 'component', 'media', 'dynamiczone']);

/** All the spellings of `populate` as one: an object by attribute. */
function toPopulateObject(model: Model, populate: unknown): Json {
  if (populate === '*' || populate === true) {
    const names = Object.keys(model.attributes).filter((name) =>
      POPULATED_TYPES.has(model.attributes[name]?.type ?? ''),
    );
    return Object.fromEntries(names.map((name) => [name, true]));
  }
  if (typeof populate === 'string') return toPopulateObject(model, populate.split(','));
  if (Array.isArray(populate)) {
    return populate.includes('*') ? toPopulateObject(model, '*') : pathsToPopulate(populate.map(String));
  }
  return isObject(populate) ? populate : {};
}

function restrictPopulated(nested: Model, query: unknown, getModel: GetModel): unknown {
  const conditions = visibleRows(nested);
  const { status: _status, ...inner } = restrictQuery(nested, isObject(query) ? query : {}, getModel);
  if (conditions.length === 0) return Object.keys(inner).length === 0 ? true : inner;
  return { ...inner, filters: { $and: [...(inner.filters === undefined ? [] : [inner.filters]), ...conditions] } };
}

function restrictPopulate(model: Model, populate: unknown, getModel: GetModel): Json {
  const entries = Object.entries(toPopulateObject(model, populate)).map(([name, query]) => {
    const nested = nestedModel(model, name, getModel);
    const populated = query !== false && query !== 'false' && nested !== undefined;
    return [name, populated ? restrictPopulated(nested, query, getModel) : query];
  });
  return Object.fromEntries(entries);
}

/**
 * A query as a visitor may ask it: published rows only, at every depth of filters, sorting and populated relations.
 *
 * @param params parameters of the Document Service, or of one populated relation
 * @throws ValidationError where sorting would give unpublished rows away
 */
export function restrictQuery(model: Model, params: Json, getModel: GetModel): Json {
  const { publicationFilter: _filter, hasPublishedVersion: _has, ...rest } = params;
  checkSort(model, rest.sort, getModel);
  return {
    ...rest,
    status: 'published',
    ...(rest.filters === undefined ? {} : { filters: restrictFilters(model, rest.filters, getModel) }),
    ...(rest.populate === undefined ? {} : { populate: restrictPopulate(model, rest.populate, getModel) }),
  };
}
