import { paragraphChanges } from '../../../src/importer/plan/paragraph-changes';
import { sameValue } from '../../../src/importer/plan/same-value';
import type { FieldChange } from '../../../src/importer/plan/field-changes';
import { valueText } from '../../../src/importer/plan/value-text';
import type { DocumentResult } from '../../../src/importer/report';

/** Document, action, field, was, becomes. */
export type PlanRow = readonly [string, string, string, string, string];

const MAX_TEXT = 300;

function clip(value: unknown): string {
  const characters = Array.from(valueText(value));
  return characters.length <= MAX_TEXT ? characters.join('') : `${characters.slice(0, MAX_TEXT - 1).join('')}…`;
}

function changeRows({ field, ours, becomes }: FieldChange): readonly (readonly [string, string, string])[] {
  if (sameValue(ours, becomes)) return [];
  if (field !== 'body') return [[field, clip(ours), clip(becomes)]];
  return paragraphChanges(ours, becomes).map(({ number, was, becomes: text }) => {
    return [`body, paragraph ${number}`, clip(was), clip(text)];
  });
}

/** A new article is shown by its headline; all of it is in the JSON. */
function isShown({ action }: DocumentResult, { field }: FieldChange): boolean {
  return action !== 'create' || field === 'headline';
}

/** One document's plan as rows of a table: what changes, and what clashes. */
export function planRows(result: DocumentResult): readonly PlanRow[] {
  const { path, action, planned, diagnostics } = result;
  const fields = (planned?.fields ?? []).filter((change) => isShown(result, change)).flatMap(changeRows);
  const findings = diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, message, actual, expected }) => {
      const stays = code === 'merge-conflict' ? `stays; the source says: ${expected ?? ''}` : message;
      return [code, actual ?? '', stays] as const;
    });
  const rows = [...fields, ...findings].map((row): PlanRow => [path, action, ...row]);
  return rows.length > 0 ? rows : [[path, action, '', '', '']];
}
