import { batchesOf, DEFAULT_LIMITS, type BatchLimits } from './batches/batches-of';
import { eachInHalves } from './batches/each-in-halves';
import { wavesOf } from './batches/waves';
import { diagnostic } from './diagnostics';
import type { RecordContext } from './normalise/to-record';
import { planDocument, type DocumentPlan } from './plan/plan-document';
import { DEFAULT_RULES, type PlanRules } from './plan/plan-rules';
import type { DocumentRecord } from './records';
import type { DocumentResult } from './report';
import type { Store } from './store';

export interface ImportOptions extends RecordContext {
  /** Plans only; nothing is written. */
  readonly dryRun: boolean;
  /** What the import may do; by default all that the documents say, but not over what editors wrote. */
  readonly rules?: PlanRules;
  /** How much is planned and stored at once. */
  readonly limits?: BatchLimits;
}

type Planned = { readonly plan: DocumentPlan } | { readonly refused: string };

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function toResult({ source, diagnostics }: DocumentRecord, planned: Planned): DocumentResult {
  const { path, index } = source;
  if ('plan' in planned) {
    const { action, diagnostics: found } = planned.plan;
    return { path, index, action, diagnostics: [...diagnostics, ...found] };
  }
  const refused = diagnostic('store-refused', { actual: planned.refused });
  return { path, index, action: 'rejected', diagnostics: [...diagnostics, refused] };
}

async function planAll(
  records: readonly DocumentRecord[],
  store: Store,
  rules: PlanRules,
): Promise<readonly Planned[]> {
  const states = await eachInHalves(records, (some) => store.loadMany(some));
  return records.map((record, place) => {
    const state = states[place];
    if (state === undefined || 'error' in state) return { refused: reasonOf(state?.error) };
    return { plan: planDocument(record, state.value, rules) };
  });
}

async function importWave(
  records: readonly DocumentRecord[],
  store: Store,
  { dryRun, rules = DEFAULT_RULES }: ImportOptions,
): Promise<readonly DocumentResult[]> {
  const planned = await planAll(records, store, rules);
  const writes = planned.flatMap((item) => ('plan' in item && item.plan.writes && !dryRun ? [item.plan] : []));
  const answers = writes.length === 0 ? [] : await store.applyMany(writes);
  const refusals = new Map(writes.map((plan, place) => [plan, answers[place]?.refused ?? null]));
  return records.map((record, place) => {
    const item = planned[place] ?? { refused: '' };
    const refused = 'plan' in item ? (refusals.get(item.plan) ?? null) : item.refused;
    return toResult(record, refused === null ? item : { refused });
  });
}

async function importBatch(
  records: readonly DocumentRecord[],
  store: Store,
  options: ImportOptions,
): Promise<readonly DocumentResult[]> {
  const results: DocumentResult[] = [];
  for (const wave of wavesOf(records)) {
    const members = wave.flatMap((place) => records[place] ?? []);
    const imported = await importWave(members, store, options);
    imported.forEach((result, at) => (results[wave[at] ?? 0] = result));
  }
  return results;
}

/**
 * Imports records in bounded batches: plan → store → result, in the order of the records. A batch may hold several captures of one
 * article; each is planned against what the one before left.
 */
export async function* importRecords(
  records: AsyncIterable<DocumentRecord>,
  store: Store,
  options: ImportOptions,
): AsyncGenerator<DocumentResult> {
  const size = ({ source }: DocumentRecord): number => source.raw.length;
  for await (const batch of batchesOf(records, size, options.limits ?? DEFAULT_LIMITS)) {
    yield* await importBatch(batch, store, options);
  }
}
