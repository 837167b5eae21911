/** How much a batch holds at most: documents, and characters of their text. One document alone may be larger. */
export interface BatchLimits {
  readonly documents: number;
  readonly characters: number;
  /** Whether the next batch is collected while the last one is worked on. It is not where the work keeps the thread busy: what is collected would only lie in memory. */
  readonly collectsAhead: boolean;
}

/** Plans hold on to what they compare: batches of a thousand took more than 100 MiB more. */
export const DEFAULT_LIMITS: BatchLimits = { documents: 250, characters: 4_000_000, collectsAhead: true };

/** For a server that answers others between two batches. */
export const SERVING_LIMITS: BatchLimits = { documents: 10, characters: 100_000, collectsAhead: true };

/**
 * Collects what comes in, some items at a time, into batches; never more than one ahead, so that a slow store slows the reading down.
 *
 * @param size characters of an item
 */
export async function* batchesOf<Item>(
  groups: AsyncIterable<readonly Item[]>,
  size: (item: Item) => number,
  limits: BatchLimits,
): AsyncGenerator<readonly Item[]> {
  const batches = collect(groups, size, limits);
  if (!limits.collectsAhead) {
    yield* batches;
    return;
  }
  let ahead = batches.next();
  for (;;) {
    const { value, done } = await ahead;
    if (done === true) return;
    ahead = batches.next();
    // Whoever stops early leaves this promise behind; what it failed with is then nobody's business.
    ahead.catch(() => undefined);
    yield value;
  }
}

async function* collect<Item>(
  groups: AsyncIterable<readonly Item[]>,
  size: (item: Item) => number,
  limits: BatchLimits,
): AsyncGenerator<readonly Item[]> {
  let batch: Item[] = [];
  let characters = 0;
  for await (const group of groups) {
    for (const item of group) {
      const added = size(item);
      if (batch.length > 0 && (batch.length >= limits.documents || characters + added > limits.characters)) {
        yield batch;
        batch = [];
        characters = 0;
      }
      batch.push(item);
      characters += added;
    }
  }
  if (batch.length > 0) yield batch;
}
