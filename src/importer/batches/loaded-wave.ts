import type { PlanRules } from '../plan/plan-rules';
import type { DocumentRecord } from '../records';
import type { Store, StoredState } from '../store';
import { eachInHalves, type Settled } from './each-in-halves';
import { isOutdated, writtenBy } from './outdated';

/** Records of which none has to wait for another one, each with what is stored of it. */
export interface LoadedWave {
  readonly records: readonly DocumentRecord[];
  readonly states: readonly Settled<StoredState>[];
}

/** Looks up what is stored of records, of their articles and their ranking lists. */
export async function loadWave(
  records: readonly DocumentRecord[],
  store: Store,
  rules: PlanRules,
): Promise<LoadedWave> {
  return { records, states: await eachInHalves(records, (some) => store.loadMany(some, rules)) };
}

/** Looks up once more what storing the wave before may have changed, where a wave was looked up meanwhile. */
export async function refreshWave(
  wave: LoadedWave,
  before: LoadedWave,
  store: Store,
  rules: PlanRules,
): Promise<LoadedWave> {
  const written = writtenBy(before);
  const outdated = wave.records.filter((record, at) => isOutdated(record, wave.states[at], written));
  if (outdated.length === 0) return wave;
  const again = await loadWave(outdated, store, rules);
  const later = new Map(outdated.map((record, at) => [record, again.states[at]]));
  const states = wave.records.flatMap((record, at) => later.get(record) ?? wave.states[at] ?? []);
  return { records: wave.records, states };
}
