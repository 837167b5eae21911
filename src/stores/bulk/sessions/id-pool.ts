/** Ids that are asked for at once: enough for some batches, so that a batch rarely waits for the database to hear what its rows will be called. */
const BLOCK = 2000;

/** Asks the database for numbers that no other row gets. */
type Ask = (table: string, count: number) => Promise<readonly number[]>;

/**
 * Ids that are this process's own, ahead of the rows that get them. What is left over when it ends is never used.
 */
export class IdPool {
  readonly #left = new Map<string, readonly number[]>();

  async take(table: string, count: number, ask: Ask): Promise<readonly number[]> {
    const known = this.#left.get(table) ?? [];
    // Taken before anything is waited for: nobody else gets them meanwhile.
    this.#left.set(table, known.slice(count));
    const missing = count - known.length;
    if (missing <= 0) return known.slice(0, count);
    const asked = await ask(table, missing + BLOCK);
    this.#left.set(table, [...(this.#left.get(table) ?? []), ...asked.slice(missing)]);
    return [...known, ...asked.slice(0, missing)];
  }
}
