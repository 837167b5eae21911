/** The part of a content type or component that restrictions look at. */
export interface Model {
  readonly uid: string;
  readonly options?: { readonly draftAndPublish?: boolean };
  readonly attributes: Readonly<Record<string, Attribute>>;
}

interface Attribute {
  readonly type: string;
  readonly target?: string;
  readonly component?: string;
  readonly components?: readonly string[];
}

export type GetModel = (uid: string) => Model | undefined;

/** The model behind a relation or a component, undefined for anything else. */
export function nestedModel(model: Model, name: string, getModel: GetModel): Model | undefined {
  const attribute = model.attributes[name];
  const uid = attribute?.type === 'relation' ? attribute.target : attribute?.component;
  return uid === undefined ? undefined : getModel(uid);
}

/**
 * Conditions that every row of a model has to meet before a visitor may see it, or learn of it by filters.
 *
 * @param sign what operators begin with: `$` in queries, nothing in GraphQL
 */
export function visibleRows(model: Model, sign: '$' | '' = '$'): readonly object[] {
  const published = model.options?.draftAndPublish === true ? [{ publishedAt: { [`${sign}notNull`]: true } }] : [];
  const shown = model.attributes.hidden?.type === 'boolean' ? [{ hidden: { [`${sign}ne`]: true } }] : [];
  return [...published, ...shown];
}
