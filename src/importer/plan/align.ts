import { diffIndices } from 'node-diff3';

/** How items of a list are told apart. */
export interface ItemRules<Item> {
  /** Two items with one key are the same to the last detail. */
  readonly key: (item: Item) => string;
  /**
   * Whether the second item is what the first has become.
   *
   * @param evenly whether as many items came as went at this place
   */
  readonly becomes: (before: Item, after: Item, evenly: boolean) => boolean;
}

/** A list seen from its base: what became of each item, null where it's gone, and what was put in before each and at the end. */
export interface Alignment<Item> {
  readonly versions: readonly (Item | null)[];
  readonly inserted: readonly (readonly Item[])[];
}

/** Beyond so many comparisons changed items aren't paired any more; they count as gone and new. */
const MAX_PAIRINGS = 2500;

interface Draft<Item> {
  readonly versions: (Item | null)[];
  readonly inserted: Item[][];
}

/** The same rules, by which an item that only stands elsewhere now is no other one's successor, and has none. */
function withoutMoves<Item>(rules: ItemRules<Item>, gone: readonly Item[], come: readonly Item[]): ItemRules<Item> {
  const present = new Set(come.map(rules.key));
  const moved = new Set(gone.map(rules.key).filter((key) => present.has(key)));
  if (moved.size === 0) return rules;
  const isMoved = (item: Item): boolean => moved.has(rules.key(item));
  return {
    ...rules,
    becomes: (before, after, evenly) => !isMoved(before) && !isMoved(after) && rules.becomes(before, after, evenly),
  };
}

/** Pairs the items of one changed place, in their order. */
function pairUp<Item>(
  rules: ItemRules<Item>,
  { versions, inserted }: Draft<Item>,
  [start, before]: readonly [number, readonly Item[]],
  after: readonly Item[],
): void {
  const isWorthwhile = before.length * after.length <= MAX_PAIRINGS;
  const evenly = before.length === after.length;
  let next = 0;
  before.forEach((item, at) => {
    const place = start + at;
    versions[place] = null;
    const found = isWorthwhile ? after.findIndex((other, to) => to >= next && rules.becomes(item, other, evenly)) : -1;
    if (found < 0) return;
    versions[place] = after[found] ?? null;
    inserted[place]?.push(...after.slice(next, found));
    next = found + 1;
  });
  inserted[start + before.length]?.push(...after.slice(next));
}

/** Finds out what became of each item of a list. */
export function align<Item>(rules: ItemRules<Item>, base: readonly Item[], other: readonly Item[]): Alignment<Item> {
  const draft: Draft<Item> = { versions: [...base], inserted: Array.from({ length: base.length + 1 }, () => []) };
  const places = diffIndices(base.map(rules.key), other.map(rules.key)).map(({ buffer1, buffer2 }) => {
    const [[start, length], [from, count]] = [buffer1, buffer2];
    return { start, before: base.slice(start, start + length), after: other.slice(from, from + count) };
  });
  const [gone, come] = [places.flatMap(({ before }) => before), places.flatMap(({ after }) => after)];
  const pairing = withoutMoves(rules, gone, come);
  for (const { start, before, after } of places) pairUp(pairing, draft, [start, before], after);
  return draft;
}
