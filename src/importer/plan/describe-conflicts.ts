import { diagnostic } from '../diagnostics';
import type { Diagnostic } from '../documents';
import { valueText } from './value-text';
import type { FieldConflict, FieldMerge } from './merge-fields';

const MAX_LENGTH = 200;

function clip(text: string): string {
  const characters = Array.from(text);
  return characters.length <= MAX_LENGTH ? text : `${characters.slice(0, MAX_LENGTH - 1).join('')}…`;
}

function describe({ field }: FieldMerge, { theirs, ours }: FieldConflict): Diagnostic {
  return diagnostic('merge-conflict', {
    message: `Editor and source both changed ${field}; the editor's stays.`,
    actual: clip(valueText(ours)),
    expected: clip(valueText(theirs)),
  });
}

/** A finding for each value that editor and source changed to different things: `actual` stands, `expected` is the source's. */
export function describeConflicts(merges: readonly FieldMerge[]): readonly Diagnostic[] {
  return merges.flatMap((merge) => merge.conflicts.map((conflict) => describe(merge, conflict)));
}
