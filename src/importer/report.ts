import type { Diagnostic } from './documents';
import type { PlannedDocument } from './plan/planned-document';
import type { DocumentPlan, PlanAction } from './plan/plan-document';

/** What became of one document. */
export interface DocumentResult {
  readonly path: string;
  readonly index: number;
  readonly action: PlanAction;
  readonly diagnostics: readonly Diagnostic[];
  /** What was planned, field by field, where the run was asked to say so. */
  readonly planned?: PlannedDocument;
}

/** What becomes of a document whose plan is carried out. */
export function resultOf({ record, action, diagnostics }: DocumentPlan): DocumentResult {
  const { path, index } = record.source;
  return { path, index, action, diagnostics: [...record.diagnostics, ...diagnostics] };
}

/** Documents by what became of them; `read` is their sum. */
export type Counts = Readonly<Record<PlanAction | 'read', number>>;

export const NO_COUNTS: Counts = {
  read: 0,
  create: 0,
  update: 0,
  unchanged: 0,
  'keep-local': 0,
  conflict: 0,
  'deleted-locally': 0,
  skipped: 0,
  rejected: 0,
};

/** Counts one more document. */
export function countResult(counts: Counts, result: DocumentResult): Counts {
  return countResults(counts, [result]);
}

/** Counts more documents. */
export function countResults(counts: Counts, results: readonly DocumentResult[]): Counts {
  const sums = { ...counts, read: counts.read + results.length };
  for (const { action } of results) sums[action] += 1;
  return sums;
}

const PLAIN: ReadonlySet<PlanAction> = new Set(['create', 'update', 'unchanged']);

/** Whether somebody should look at a document; lines that were left out as furniture are no reason. */
export function isFinding({ action, diagnostics }: DocumentResult): boolean {
  return !PLAIN.has(action) || diagnostics.some(({ severity }) => severity !== 'info');
}

const WORDS: Readonly<Record<PlanAction, string>> = {
  create: 'created',
  update: 'updated',
  unchanged: 'unchanged',
  'keep-local': 'kept',
  conflict: 'conflicts',
  'deleted-locally': 'deleted',
  skipped: 'left out by the options',
  rejected: 'rejected',
};

/** The closing line: `14 documents read: 12 created, 2 unchanged`. */
export function closingLine(counts: Counts): string {
  const actions = Object.keys(WORDS) as PlanAction[];
  const parts = actions.filter((action) => counts[action] > 0).map((action) => `${counts[action]} ${WORDS[action]}`);
  return `${counts.read} documents read: ${parts.length === 0 ? 'nothing to do' : parts.join(', ')}`;
}
