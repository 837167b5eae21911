import { DEFAULT_LIMITS } from './batches/batches-of';
import { InOrder } from './batches/in-order';
import { loadWave, refreshWave, type LoadedWave } from './batches/loaded-wave';
import { oneByOne } from './batches/one-by-one';
import { wavesFrom, type Placed } from './batches/waves-from';
import { askedOnce, importWave, type ImportOptions } from './import-wave';
import { DEFAULT_RULES } from './plan/plan-rules';
import type { DocumentRecord } from './records';
import type { DocumentResult } from './report';
import type { Store } from './store';

/** A wave with the places of its documents among all. */
interface PlacedWave extends LoadedWave {
  readonly placed: readonly Placed[];
}

/** Does nothing with what nobody waits for any more. */
const forget = (promise: Promise<unknown> | null): void => {
  promise?.catch(() => undefined);
};

/**
 * The waves with what is stored of each, as it stands behind those before. Where that is wanted the next one is looked up while the last one is stored, and what that
 * one may have changed once more behind it.
 */
async function* loadedWaves(
  groups: AsyncIterable<readonly DocumentRecord[]>,
  store: Store,
  { limits = DEFAULT_LIMITS, rules = DEFAULT_RULES }: ImportOptions,
): AsyncGenerator<PlacedWave> {
  const waves = wavesFrom(groups, limits);
  const loadNext = async (): Promise<PlacedWave | null> => {
    const next = await waves.next();
    if (next.done === true) return null;
    const records = next.value.map(({ record }) => record);
    return { placed: next.value, ...(await loadWave(records, store, rules)) };
  };
  try {
    let wave = await loadNext();
    while (wave !== null) {
      const ahead: Promise<PlacedWave | null> | null = limits.looksAhead ? loadNext() : null;
      forget(ahead);
      yield wave;
      const next: PlacedWave | null = await (ahead ?? loadNext());
      const isFresh: boolean = next === null || ahead === null;
      wave = next === null || isFresh ? next : { ...next, ...(await refreshWave(next, wave, store, rules)) };
    }
  } finally {
    // Not waited for: documents that were asked for ahead may be long in coming.
    forget(waves.return(undefined));
  }
}

/**
 * Imports records in bounded batches: plan → store → result, in the order of the records. A batch may hold several captures of one
 * article; each is planned against what the one before left.
 *
 * @param groups records, some at a time: to wait for each by itself costs more than to plan it
 */
export async function* importGroups(
  groups: AsyncIterable<readonly DocumentRecord[]>,
  store: Store,
  options: ImportOptions,
): AsyncGenerator<readonly DocumentResult[]> {
  const results = new InOrder<DocumentResult>();
  const how = { ...options, expected: askedOnce(options) };
  for await (const { placed, ...wave } of loadedWaves(groups, store, options)) {
    const imported = await importWave(wave, store, how);
    imported.forEach((result, at) => results.add(placed[at]?.place ?? 0, result));
    const done = results.take();
    if (done.length > 0) yield done;
  }
}

/** The same, with records that come one by one. */
export async function* importRecords(
  records: AsyncIterable<DocumentRecord>,
  store: Store,
  options: ImportOptions,
): AsyncGenerator<DocumentResult> {
  for await (const results of importGroups(oneByOne(records), store, options)) yield* results;
}
