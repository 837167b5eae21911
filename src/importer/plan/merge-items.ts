import { align, type ItemRules } from './align';
import { decide, type Comparison } from './decisions';
import { settleMoves } from './moves';

/** Whose value stands where both changed the same thing. */
export type Winner = 'ours' | 'theirs';

/** Two versions of one item, joined. */
export interface MergedItem<Item> {
  readonly item: Item;
  readonly isConflict: boolean;
}

export interface MergeRules<Item> extends ItemRules<Item> {
  /** Whether two items say the same. */
  readonly isAlike: (theirs: Item, ours: Item) => boolean;
  /** Joins an item that both sides changed. */
  readonly join: (base: Item, theirs: Item, ours: Item, winner: Winner) => MergedItem<Item>;
  /** Whether what both sides put in at one place stands together; else it's a conflict like any other. */
  readonly isJoint: boolean;
}

/** An item that both sides changed to something else. */
export interface ItemConflict<Item> {
  readonly theirs: Item | null;
  readonly ours: Item | null;
}

export interface MergedList<Item> {
  readonly items: readonly Item[];
  readonly conflicts: readonly ItemConflict<Item>[];
}

type Version<Item> = Item | null;

function comparisonOf<Item>({ key, isAlike }: MergeRules<Item>): Comparison<Version<Item>> {
  return {
    isEmpty: (item) => item === null,
    isUntouched: (base, item) => base !== null && item !== null && key(base) === key(item),
    isAlike: (theirs, ours) => theirs !== null && ours !== null && isAlike(theirs, ours),
  };
}

class Merge<Item> {
  readonly items: Item[] = [];
  readonly conflicts: ItemConflict<Item>[] = [];
  private readonly comparison: Comparison<Version<Item>>;

  constructor(
    private readonly rules: MergeRules<Item>,
    private readonly winner: Winner,
    private readonly moved: ReadonlySet<Item>,
  ) {
    this.comparison = comparisonOf(rules);
  }

  private put(item: Version<Item>): void {
    if (item !== null) this.items.push(item);
  }

  private clash(base: Item, theirs: Version<Item>, ours: Version<Item>): void {
    if (theirs === null || ours === null) {
      this.put(this.winner === 'ours' ? ours : theirs);
      this.conflicts.push({ theirs, ours });
      return;
    }
    const { item, isConflict } = this.rules.join(base, theirs, ours, this.winner);
    this.put(item);
    if (isConflict) this.conflicts.push({ theirs, ours });
  }

  /** An item that the base has. */
  version(base: Item, theirs: Version<Item>, ours: Version<Item>): void {
    const { value } = decide(this.comparison, base, theirs, ours);
    if (value === 'conflict') this.clash(base, theirs, ours);
    else this.put(value === 'take' ? theirs : ours);
  }

  /** Items that both sides put in at one place: ours, then what theirs has besides. */
  insertions(theirs: readonly Item[], ours: readonly Item[]): void {
    const isMoved = (item: Item): boolean => this.moved.has(item);
    const added = theirs.filter((item) => isMoved(item) || !ours.some((own) => this.rules.isAlike(item, own)));
    const clashing = added.filter((item) => !isMoved(item));
    if (this.rules.isJoint || clashing.length === 0 || ours.every(isMoved)) {
      this.items.push(...ours, ...added);
      return;
    }
    if (this.winner === 'ours') this.items.push(...ours, ...added.filter(isMoved));
    else this.items.push(...ours.filter((item) => isMoved(item) && !theirs.includes(item)), ...theirs);
    clashing.forEach((item) => this.conflicts.push({ theirs: item, ours: null }));
  }
}

/**
 * Merges a list item by item: what only one side changed is taken from that side, also where the other changed the item beside it.
 */
export function mergeItems<Item>(
  rules: MergeRules<Item>,
  [base, theirs, ours]: readonly [readonly Item[], readonly Item[], readonly Item[]],
  winner: Winner,
): MergedList<Item> {
  const sides = { theirs: align(rules, base, theirs), ours: align(rules, base, ours) };
  const { theirs: incoming, ours: present, moved } = settleMoves(rules, base, sides);
  const merge = new Merge(rules, winner, moved);
  base.forEach((item, at) => {
    merge.insertions(incoming.inserted[at] ?? [], present.inserted[at] ?? []);
    merge.version(item, incoming.versions[at] ?? null, present.versions[at] ?? null);
  });
  merge.insertions(incoming.inserted[base.length] ?? [], present.inserted[base.length] ?? []);
  return { items: merge.items, conflicts: merge.conflicts };
}
