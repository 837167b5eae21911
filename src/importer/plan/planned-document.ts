import { diagnostic } from '../diagnostics';
import type { Diagnostic } from '../documents';
import type { StoredState } from '../store';
import { fieldChanges, type FieldChange } from './field-changes';
import { fingerprint } from './fingerprint';
import type { DocumentPlan, PlanAction } from './plan-document';

/** A document's plan as it is shown and saved. */
export interface PlannedDocument {
  readonly identity: string;
  readonly action: PlanAction;
  /** Of the document's bytes. */
  readonly sha256: string;
  /** Of the entry and the ledger's word of it. */
  readonly basedOn: string;
  readonly articleDocumentId: string | null;
  readonly fields: readonly FieldChange[];
}

/** A plan in the words of those who read it, and of those who carry it out later. */
export function describePlan(plan: DocumentPlan, state: StoredState): PlannedDocument {
  const { identity, sha256 } = plan.record.source;
  const { action, articleDocumentId } = plan;
  return { identity, action, sha256, basedOn: fingerprint(state), articleDocumentId, fields: fieldChanges(plan) };
}

/** Why a plan that was made before can't be carried out as it stands; null where it can. */
export function findMisfit(now: PlannedDocument, planned: PlannedDocument | null): Diagnostic | null {
  if (planned === null) return diagnostic('plan-lacks-document');
  if (planned.sha256 !== now.sha256) return diagnostic('plan-source-changed');
  if (planned.basedOn === now.basedOn && planned.action === now.action) return null;
  return diagnostic('plan-outdated', { actual: now.action, expected: planned.action });
}
