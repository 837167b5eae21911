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

/** Waves of documents as they are looked up one after the other. */
class Lookout {
  readonly #waves: AsyncGenerator<readonly Placed[]>;
  readonly #load: (records: readonly DocumentRecord[]) => Promise<LoadedWave>;
  #loading: Promise<unknown> = Promise.resolve();
  #isOver = false;

  constructor(
    waves: AsyncGenerator<readonly Placed[]>,
    load: (records: readonly DocumentRecord[]) => Promise<LoadedWave>,
  ) {
    this.#waves = waves;
    this.#load = load;
  }

  /** The next wave, as it is stored now; null where there is none. */
  async next(): Promise<PlacedWave | null> {
    const next = await this.#waves.next();
    if (next.done === true || this.#isOver) return null;
    const loaded = this.#load(next.value.map(({ record }) => record));
    this.#loading = loaded.catch(() => undefined);
    return { placed: next.value, ...(await loaded) };
  }

  /** Ends when the store is not asked any more. Documents that were asked for are not waited for: they may be long in coming. */
  async end(isReading: boolean): Promise<void> {
    this.#isOver = true;
    const closed = this.#waves.return(undefined).catch(() => undefined);
    await this.#loading;
    if (!isReading) await closed;
  }
}

/**
 * The waves with what is stored of each, as it stands behind those before. Where that is wanted the next one is looked up while the last one is stored, and what that
 * one may have changed once more behind it.
 */
async function* loadedWaves(
  groups: AsyncIterable<readonly DocumentRecord[]>,
  store: Store,
  { limits = DEFAULT_LIMITS, rules = DEFAULT_RULES }: ImportOptions,
): AsyncGenerator<PlacedWave> {
  const lookout = new Lookout(wavesFrom(groups, limits), (records) => loadWave(records, store, rules));
  let ahead: Promise<PlacedWave | null> | null = null;
  try {
    let wave = await lookout.next();
    while (wave !== null) {
      ahead = limits.looksAhead ? lookout.next() : null;
      // It is awaited in its turn; until then a failure is not an unhandled one.
      ahead?.catch(() => undefined);
      yield wave;
      const next: PlacedWave | null = await (ahead ?? lookout.next());
      wave = next === null || ahead === null ? next : { ...next, ...(await refreshWave(next, wave, store, rules)) };
      ahead = null;
    }
  } finally {
    await lookout.end(ahead !== null);
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
