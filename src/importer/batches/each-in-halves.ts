import { RunStoppedError } from '../run-stopped-error';

/** What came of one item: a value, or the error that it causes by itself. */
export type Settled<Value> = { readonly value: Value } | { readonly error: unknown };

/**
 * Does a work on many items at once; where it fails, on each half, down to the items that fail by themselves.
 *
 * @param work all or nothing; answers in the order of the items
 * @throws RunStoppedError as soon as the work does: no half would fare better
 */
export async function eachInHalves<Item, Value>(
  items: readonly Item[],
  work: (items: readonly Item[]) => Promise<readonly Value[]>,
): Promise<readonly Settled<Value>[]> {
  if (items.length === 0) return [];
  try {
    return (await work(items)).map((value) => ({ value }));
  } catch (error) {
    if (error instanceof RunStoppedError) throw error;
    if (items.length === 1) return [{ error }];
  }
  const middle = Math.ceil(items.length / 2);
  const first = await eachInHalves(items.slice(0, middle), work);
  return [...first, ...(await eachInHalves(items.slice(middle), work))];
}
