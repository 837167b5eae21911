import type { ArticleFieldName } from '../records';

/** What an import may do, besides what the documents say. */
export interface PlanRules {
  /** Whose value stands where editor and source changed the same thing. */
  readonly onConflict: 'keep' | 'overwrite';
  /** The only fields of known articles that are written; null for all. New articles get all of theirs. */
  readonly fields: readonly ArticleFieldName[] | null;
  /** Documents that would make new entries are left out. */
  readonly updateOnly: boolean;
  /** Documents of entries that are there are left out. */
  readonly createOnly: boolean;
  /** Articles that an editor deleted are made again. */
  readonly restore: boolean;
}

export const DEFAULT_RULES: PlanRules = {
  onConflict: 'keep',
  fields: null,
  updateOnly: false,
  createOnly: false,
  restore: false,
};

/** The fields that `fields` may name. */
export const FIELD_NAMES: readonly ArticleFieldName[] = [
  ...(['headline', 'kicker', 'description', 'body', 'photos', 'authors', 'datePublished'] as const),
  ...(['datePublishedPrecision', 'dateModified', 'dateline', 'articleSection', 'inLanguage', 'tags'] as const),
  ...(['sourceUrl', 'publisher'] as const),
];
