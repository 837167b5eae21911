import type { DocumentRecord } from '../records';
import { batchesOf, type BatchLimits } from './batches-of';
import { wavesOf } from './waves';

/** A document at its place among all of them. */
export interface Placed {
  readonly place: number;
  readonly record: DocumentRecord;
}

/** Those that need not wait for another of them, and those that do. */
function divide(placed: readonly Placed[]): { readonly first: readonly Placed[]; readonly others: readonly Placed[] } {
  const [first = []] = wavesOf(placed.map(({ record }) => record));
  const now = new Set(first);
  return { first: placed.filter((_, at) => now.has(at)), others: placed.filter((_, at) => !now.has(at)) };
}

const sizeOf = ({ source, rawBytes }: DocumentRecord): number => rawBytes?.length ?? source.raw.length;

/** Of so many that are stored at once, one may wait for the next batch: to store a few by themselves takes nearly as long as to store many. */
const MAY_WAIT = 4;

/**
 * Divides records into waves in which none has to wait for another one, in the order in which they are to be stored. A batch may hold several captures of one
 * article: the later ones come with the next batch where these are few.
 *
 * @param groups records, some at a time: to wait for each by itself costs more than to plan it
 */
export async function* wavesFrom(
  groups: AsyncIterable<readonly DocumentRecord[]>,
  limits: BatchLimits,
): AsyncGenerator<readonly Placed[]> {
  let waiting: readonly Placed[] = [];
  let next = 0;
  for await (const batch of batchesOf(groups, sizeOf, limits)) {
    const from = next;
    waiting = [...waiting, ...batch.map((record, at) => ({ record, place: from + at }))];
    next += batch.length;
    do {
      const { first, others } = divide(waiting);
      waiting = others;
      yield first;
    } while (waiting.length > limits.documents / MAY_WAIT);
  }
  while (waiting.length > 0) {
    const { first, others } = divide(waiting);
    waiting = others;
    yield first;
  }
}
