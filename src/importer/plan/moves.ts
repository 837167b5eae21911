import type { Alignment, ItemRules } from './align';

/** Both sides of a merge, with what either has only moved told apart from what it took away and put in. */
export interface SettledMoves<Item> {
  readonly theirs: Alignment<Item>;
  readonly ours: Alignment<Item>;
  /** Items that stand elsewhere now. They are no new ones, so that they clash with nothing. */
  readonly moved: ReadonlySet<Item>;
}

/** What one side moved: the place in the base, and where it is put in. */
interface Move<Item> {
  readonly from: number;
  readonly to: number;
  readonly item: Item;
}

/** A difference of two lists shows what was moved as gone at one place and put in at another. */
function movesOf<Item>({ key }: ItemRules<Item>, base: readonly Item[], side: Alignment<Item>): readonly Move<Item>[] {
  const gone = new Map<string, number[]>();
  base.forEach((item, at) => {
    if (side.versions[at] === null) gone.set(key(item), [...(gone.get(key(item)) ?? []), at]);
  });
  if (gone.size === 0) return [];
  return side.inserted.flatMap((items, to) =>
    items.flatMap((item) => {
      const from = gone.get(key(item))?.shift();
      return from === undefined ? [] : [{ from, to, item }];
    }),
  );
}

const replaced = <Value>(values: readonly Value[], at: number, value: Value): readonly Value[] =>
  values.map((other, place) => (place === at ? value : other));

/** The same, where that item was not moved. */
function unmoved<Item>({ versions, inserted }: Alignment<Item>, base: readonly Item[], move: Move<Item>) {
  const { from, to, item } = move;
  const rest = (inserted[to] ?? []).filter((other) => other !== item);
  return { versions: replaced(versions, from, base[from] ?? null), inserted: replaced(inserted, to, rest) };
}

/** The same, with another version of the item at the place to which it was moved. */
function revised<Item>({ versions, inserted }: Alignment<Item>, { to, item }: Move<Item>, version: Item) {
  const items = (inserted[to] ?? []).map((other) => (other === item ? version : other));
  return { versions, inserted: replaced(inserted, to, items) };
}

/**
 * Settles what was moved. A move of theirs is taken where ours left the item as it was; one that ours changed, moved or took away stays as ours
 * has it. What ours moved and theirs changed is changed where it stands now.
 */
export function settleMoves<Item>(
  rules: ItemRules<Item>,
  base: readonly Item[],
  sides: { readonly theirs: Alignment<Item>; readonly ours: Alignment<Item> },
): SettledMoves<Item> {
  let { theirs, ours } = sides;
  const moved = new Set<Item>();
  const isAsBase = (version: Item | null | undefined, at: number): boolean =>
    version !== null && version !== undefined && rules.key(version) === rules.key(base[at] as Item);
  for (const move of movesOf(rules, base, theirs)) {
    if (isAsBase(ours.versions[move.from], move.from)) moved.add(move.item);
    else theirs = unmoved(theirs, base, move);
  }
  for (const move of movesOf(rules, base, ours)) {
    const version = theirs.versions[move.from];
    const isRevised = version !== null && version !== undefined && !isAsBase(version, move.from);
    moved.add(isRevised ? version : move.item);
    if (!isRevised) continue;
    ours = revised(ours, move, version);
    theirs = { ...theirs, versions: replaced(theirs.versions, move.from, base[move.from] ?? null) };
  }
  return { theirs, ours, moved };
}
