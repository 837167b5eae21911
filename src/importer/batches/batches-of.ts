/** How much a batch holds at most: documents, and characters of their text. One document alone may be larger. */
export interface BatchLimits {
  readonly documents: number;
  readonly characters: number;
  /**
   * Whether the next batch is collected, and looked up, while the last one is stored. It is not where storing keeps the thread busy: what is collected would only
   * lie in memory.
   */
  readonly looksAhead: boolean;
}

/** Plans hold on to what they compare: batches of a thousand took more than 100 MiB more. */
export const DEFAULT_LIMITS: BatchLimits = { documents: 250, characters: 4_000_000, looksAhead: true };

/** For a server that answers others between two batches. */
export const SERVING_LIMITS: BatchLimits = { documents: 10, characters: 100_000, looksAhead: false };

/**
 * Collects what comes in, some items at a time, into batches; none before it is asked for, so that a slow store slows the reading down.
 *
 * @param size characters of an item
 */
export async function* batchesOf<Item>(
  groups: AsyncIterable<readonly Item[]>,
  size: (item: Item) => number,
  limits: Pick<BatchLimits, 'documents' | 'characters'>,
): AsyncGenerator<readonly Item[]> {
  let batch: Item[] = [];
  let characters = 0;
  for await (const group of groups) {
    for (const item of group) {
      const added = size(item);
      if (batch.length > 0 && characters + added > limits.characters) {
        yield batch;
        [batch, characters] = [[], 0];
      }
      batch.push(item);
      characters += added;
      if (batch.length < limits.documents) continue;
      yield batch;
      [batch, characters] = [[], 0];
    }
  }
  if (batch.length > 0) yield batch;
}
