import type { BatchLimits } from './batches/batches-of';
import { loadWave, type LoadedWave } from './batches/loaded-wave';
import { diagnostic } from './diagnostics';
import type { Diagnostic } from './documents';
import { describePlan, findMisfit, type PlannedDocument } from './plan/planned-document';
import { planDocument, type DocumentPlan } from './plan/plan-document';
import { DEFAULT_RULES, type PlanRules } from './plan/plan-rules';
import { twinsAmong } from './plan/possible-twin';
import type { RecordContext } from './normalise/to-record';
import type { DocumentRecord } from './records';
import { resultOf, type DocumentResult } from './report';
import type { Store, StoredState } from './store';

export interface ImportOptions extends RecordContext {
  /** What the import may do; by default all that the documents say, but not over what editors wrote. */
  readonly rules?: PlanRules;
  /** How much is planned and stored at once. */
  readonly limits?: BatchLimits;
  /** Whether results say field by field what was planned. */
  readonly isDetailed?: boolean;
  /** The plan that is to be carried out, by the identity of a document; what does not fit it is refused. */
  readonly expected?: ((identity: string) => PlannedDocument | null) | undefined;
}

type Planned =
  { readonly plan: DocumentPlan; readonly detail: PlannedDocument | null } | { readonly refused: Diagnostic };

const refusal = (actual: string): Planned => ({ refused: diagnostic('store-refused', { actual }) });
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function toResult({ source, diagnostics }: DocumentRecord, planned: Planned): DocumentResult {
  if ('plan' in planned) {
    const result = resultOf(planned.plan);
    return planned.detail === null ? result : { ...result, planned: planned.detail };
  }
  const { path, index } = source;
  return { path, index, action: 'rejected', diagnostics: [...diagnostics, planned.refused] };
}

/** What waves are planned by. */
export interface WaveOptions extends Omit<ImportOptions, 'expected'> {
  readonly expected: ((record: DocumentRecord) => PlannedDocument | null) | undefined;
}

/** What a plan says of a document is taken from it once, also where the document is planned several times. */
export function askedOnce({ expected }: ImportOptions): WaveOptions['expected'] {
  if (expected === undefined) return undefined;
  const taken = new WeakMap<DocumentRecord, { readonly planned: PlannedDocument | null }>();
  return (record) => {
    const known = taken.get(record) ?? { planned: expected(record.source.identity) };
    taken.set(record, known);
    return known.planned;
  };
}

function planOne(
  record: DocumentRecord,
  state: StoredState,
  { rules = DEFAULT_RULES, expected, isDetailed = false }: WaveOptions,
): Planned {
  const plan = planDocument(record, state, rules);
  if (expected === undefined) return { plan, detail: isDetailed ? describePlan(plan, state) : null };
  const refused = findMisfit(describePlan(plan, state), expected(record));
  return refused === null ? { plan, detail: null } : { refused };
}

function planAll({ records, states }: LoadedWave, options: WaveOptions): readonly Planned[] {
  const isNew = (place: number): boolean => {
    const state = states[place];
    return state !== undefined && 'value' in state && state.value.source === null && state.value.article === null;
  };
  const newPlaces = records.map((_, place) => place).filter(isNew);
  const twins = twinsAmong(newPlaces.flatMap((place) => records[place] ?? []));
  const twinOf = new Map(newPlaces.map((place, at) => [place, twins[at] ?? null]));
  return records.map((record, place) => {
    const state = states[place];
    if (state === undefined || 'error' in state) return refusal(reasonOf(state?.error));
    const twin = twinOf.get(place) ?? null;
    const known = twin === null || (state.value.twin ?? null) !== null ? state.value : { ...state.value, twin };
    return planOne(record, known, options);
  });
}

/** So often in a row a document is planned whose article somebody saves between plan and write. */
const MAX_TRIES = 5;

/** Imports records of which none has to wait for another one: plan → store → result, in their order. */
export async function importWave(
  wave: LoadedWave,
  store: Store,
  options: WaveOptions,
  tries = MAX_TRIES,
): Promise<readonly DocumentResult[]> {
  const { records } = wave;
  const planned = planAll(wave, options);
  const writes = planned.flatMap((item) => ('plan' in item && item.plan.writes ? [item.plan] : []));
  const answers = writes.length === 0 ? [] : await store.applyMany(writes);
  const answerOf = new Map(writes.map((plan, place) => [plan, answers[place]]));
  const isStale = (item: Planned | undefined): boolean =>
    item !== undefined && 'plan' in item && answerOf.get(item.plan)?.isStale === true;
  const reload = (some: readonly DocumentRecord[]) => loadWave(some, store, options.rules ?? DEFAULT_RULES);
  const stale = tries > 1 ? records.filter((_, place) => isStale(planned[place])) : [];
  // Several documents may have changed one article: where some are stored, it was not an editor alone.
  const left = stale.length < writes.length ? tries : tries - 1;
  const again = stale.length === 0 ? [] : await importWave(await reload(stale), store, options, left);
  const later = new Map(stale.map((record, place) => [record, again[place]]));
  return records.map((record, place) => {
    const item = planned[place] ?? refusal('');
    const refused = 'plan' in item ? (answerOf.get(item.plan)?.refused ?? null) : null;
    return later.get(record) ?? toResult(record, refused === null ? item : refusal(refused));
  });
}
