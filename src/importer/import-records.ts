import { batchesOf, DEFAULT_LIMITS } from './batches/batches-of';
import { InOrder } from './batches/in-order';
import { oneByOne } from './batches/one-by-one';
import { wavesOf } from './batches/waves';
import { askedOnce, importWave, type ImportOptions } from './import-wave';
import type { DocumentRecord } from './records';
import type { DocumentResult } from './report';
import type { Store } from './store';

/** A document at its place among all of them. */
interface Placed {
  readonly place: number;
  readonly record: DocumentRecord;
}

/**
 * Imports those of some documents that need not wait for another of them.
 *
 * @returns the others, in their order
 */
async function importFirst(
  placed: readonly Placed[],
  importMany: (records: readonly DocumentRecord[]) => Promise<readonly DocumentResult[]>,
  results: InOrder<DocumentResult>,
): Promise<readonly Placed[]> {
  const [first = []] = wavesOf(placed.map(({ record }) => record));
  const now = new Set(first);
  const members = placed.filter((_, at) => now.has(at));
  const imported = await importMany(members.map(({ record }) => record));
  imported.forEach((result, at) => results.add(members[at]?.place ?? 0, result));
  return placed.filter((_, at) => !now.has(at));
}

const nonEmpty = <Item>(items: readonly Item[]): readonly (readonly Item[])[] => (items.length === 0 ? [] : [items]);

/** Of so many that are stored at once, one may wait for the next batch: to store a few by themselves takes nearly as long as to store many. */
const MAY_WAIT = 4;

/**
 * Imports records in bounded batches: plan → store → result, in the order of the records. A batch may hold several captures of one
 * article; each is planned against what the one before left, with the next batch where these are few.
 *
 * @param groups records, some at a time: to wait for each by itself costs more than to plan it
 */
export async function* importGroups(
  groups: AsyncIterable<readonly DocumentRecord[]>,
  store: Store,
  options: ImportOptions,
): AsyncGenerator<readonly DocumentResult[]> {
  const size = ({ source, rawBytes }: DocumentRecord): number => rawBytes?.length ?? source.raw.length;
  const limits = options.limits ?? DEFAULT_LIMITS;
  const results = new InOrder<DocumentResult>();
  const wave = { ...options, expected: askedOnce(options) };
  const importMany = (records: readonly DocumentRecord[]): Promise<readonly DocumentResult[]> =>
    importWave(records, store, wave);
  let waiting: readonly Placed[] = [];
  let next = 0;
  for await (const batch of batchesOf(groups, size, limits)) {
    const from = next;
    waiting = [...waiting, ...batch.map((record, at) => ({ record, place: from + at }))];
    next += batch.length;
    do waiting = await importFirst(waiting, importMany, results);
    while (waiting.length > limits.documents / MAY_WAIT);
    yield* nonEmpty(results.take());
  }
  while (waiting.length > 0) waiting = await importFirst(waiting, importMany, results);
  yield* nonEmpty(results.take());
}

/** The same, with records that come one by one. */
export async function* importRecords(
  records: AsyncIterable<DocumentRecord>,
  store: Store,
  options: ImportOptions,
): AsyncGenerator<DocumentResult> {
  for await (const results of importGroups(oneByOne(records), store, options)) yield* results;
}
