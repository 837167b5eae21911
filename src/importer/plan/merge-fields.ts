import type { ArticleFieldName, ArticleFields } from '../records';

/** What became of one field: `take` writes the incoming value, `keep` the editor's, `conflict` keeps it and is reported. */
export type FieldOutcome = 'same' | 'take' | 'keep' | 'conflict';

export interface FieldMerge {
  readonly field: ArticleFieldName;
  readonly outcome: FieldOutcome;
}

/** Key order and the difference between null and absent don't matter; a missing text and an empty one are the same. */
function canonical(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, part]) => part !== null && part !== undefined && part !== '');
  const sorted = entries.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${sorted.map(([key, part]) => `${key}:${canonical(part)}`).join()}}`;
}

/** Whether two values of a field say the same. */
export function sameValue(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right);
}

function outcomeOf(base: unknown, theirs: unknown, ours: unknown): FieldOutcome {
  if (sameValue(theirs, ours)) return 'same';
  if (sameValue(ours, base)) return 'take';
  return sameValue(theirs, base) ? 'keep' : 'conflict';
}

/**
 * Merges an article by field.
 *
 * @param base as last imported
 * @param theirs as it comes in now
 * @param ours as it stands in the CMS
 */
export function mergeFields(
  base: Partial<ArticleFields>,
  theirs: ArticleFields,
  ours: ArticleFields,
): readonly FieldMerge[] {
  const fields = Object.keys(theirs) as ArticleFieldName[];
  return fields.map((field) => ({ field, outcome: outcomeOf(base[field], theirs[field], ours[field]) }));
}
