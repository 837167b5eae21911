/** What comes out of order, handed on in order. */
export class InOrder<Item> {
  readonly #early = new Map<number, Item>();
  #next = 0;

  /** @param place the item's place among all, counted from 0; each comes once */
  add(place: number, item: Item): void {
    this.#early.set(place, item);
  }

  /** The items that come next: none where the very next one is still missing. */
  take(): readonly Item[] {
    const items: Item[] = [];
    for (;;) {
      const item = this.#early.get(this.#next);
      if (item === undefined) return items;
      this.#early.delete(this.#next);
      this.#next += 1;
      items.push(item);
    }
  }
}
