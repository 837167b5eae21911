import type { ArticleFieldName } from '../records';
import type { DocumentPlan } from './plan-document';
import type { FieldOutcome } from './merge-fields';
import { isEmpty } from './same-value';

/** One field of a plan: what was last imported, what comes in, what stands, and what it becomes. */
export interface FieldChange {
  readonly field: ArticleFieldName;
  readonly outcome: FieldOutcome;
  readonly base: unknown;
  readonly theirs: unknown;
  readonly ours: unknown;
  readonly becomes: unknown;
}

/** The fields that a plan has something to say about: those which change, and those which editor or source have changed. */
export function fieldChanges({ action, changes, merges, current }: DocumentPlan): readonly FieldChange[] {
  if (action === 'create') {
    const fields = Object.entries(changes) as [ArticleFieldName, unknown][];
    return fields
      .filter(([, value]) => !isEmpty(value))
      .map(([field, theirs]) => ({ field, outcome: 'take', base: null, theirs, ours: null, becomes: theirs }));
  }
  return merges
    .filter(({ outcome }) => outcome !== 'same')
    .map(({ field, outcome, theirs, before, value }) => {
      return { field, outcome, base: before, theirs, ours: current?.[field] ?? null, becomes: value };
    });
}
