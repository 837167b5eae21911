/**
 * The decision table: what becomes of a value, of its base (as last imported), theirs (as it comes in) and ours (as it stands in the
 * CMS). It decides, it is tested row by row, and `docs/merging.md` prints it.
 */

/** What was last imported: nothing, or something. */
export type BaseState = 'absent' | 'present';

/** Against the base: there was nothing and is nothing; as it was; another value (or a first one); gone. */
export type SideState = 'absent' | 'same' | 'changed' | 'deleted';

/** `same`: nothing to do. `take`: theirs is written. `keep`: ours stays. `conflict`: ours stays, and it is reported. */
export type ValueOutcome = 'same' | 'take' | 'keep' | 'conflict';

/** Fields that hold several things: `merge` joins what both sides did, item by item. */
export type ListOutcome = ValueOutcome | 'merge';

/** A stored snapshot never changes: `stay` leaves list and rows as they are, `store` makes a snapshot of its own beside it. */
export type RankingOutcome = 'none' | 'stay' | 'store';

export interface Decision {
  readonly base: BaseState;
  readonly theirs: SideState;
  readonly ours: SideState;
  /** Where both changed: whether to the same value. */
  readonly alike: boolean | null;
  /** A plain field; one paragraph, one photo or one author within its list. */
  readonly value: ValueOutcome;
  readonly body: ListOutcome;
  readonly photos: ListOutcome;
  readonly tags: ListOutcome;
  /** A row of a ranking list. */
  readonly rankingEntry: RankingOutcome;
}

type Row = readonly [
  ...[base: BaseState, theirs: SideState, ours: SideState, alike: boolean | null],
  ...[value: ValueOutcome, body: ListOutcome, photos: ListOutcome, tags: ListOutcome, rankingEntry: RankingOutcome],
];

const ROWS: readonly Row[] = [
  ['absent', 'absent', 'absent', null, 'same', 'same', 'same', 'same', 'none'],
  ['absent', 'absent', 'changed', null, 'keep', 'keep', 'keep', 'keep', 'stay'],
  ['absent', 'changed', 'absent', null, 'take', 'take', 'take', 'take', 'store'],
  ['absent', 'changed', 'changed', true, 'same', 'same', 'same', 'same', 'stay'],
  ['absent', 'changed', 'changed', false, 'conflict', 'conflict', 'merge', 'merge', 'store'],
  ['present', 'same', 'same', null, 'same', 'same', 'same', 'same', 'stay'],
  ['present', 'same', 'changed', null, 'keep', 'keep', 'keep', 'keep', 'stay'],
  ['present', 'same', 'deleted', null, 'keep', 'keep', 'keep', 'keep', 'stay'],
  ['present', 'changed', 'same', null, 'take', 'take', 'take', 'take', 'store'],
  ['present', 'changed', 'changed', true, 'same', 'same', 'same', 'same', 'stay'],
  ['present', 'changed', 'changed', false, 'conflict', 'merge', 'merge', 'merge', 'store'],
  ['present', 'changed', 'deleted', null, 'conflict', 'conflict', 'merge', 'merge', 'store'],
  ['present', 'deleted', 'same', null, 'take', 'take', 'take', 'take', 'stay'],
  ['present', 'deleted', 'changed', null, 'conflict', 'conflict', 'merge', 'merge', 'stay'],
  ['present', 'deleted', 'deleted', null, 'same', 'same', 'same', 'same', 'stay'],
];

export const DECISIONS: readonly Decision[] = ROWS.map(
  ([base, theirs, ours, alike, value, body, photos, tags, rankingEntry]) => ({
    ...{ base, theirs, ours, alike, value, body, photos, tags, rankingEntry },
  }),
);

const keyOf = (base: BaseState, theirs: SideState, ours: SideState, alike: boolean | null): string =>
  [base, theirs, ours, theirs === 'changed' && ours === 'changed' ? alike : null].join();

const BY_STATE = new Map(DECISIONS.map((row) => [keyOf(row.base, row.theirs, row.ours, row.alike), row]));

/** How two values are compared. */
export interface Comparison<Value> {
  readonly isEmpty: (value: Value) => boolean;
  /** Whether a side has left the base as it was, to the last detail. */
  readonly isUntouched: (base: Value, side: Value) => boolean;
  /** Whether the two sides say the same. */
  readonly isAlike: (theirs: Value, ours: Value) => boolean;
}

function sideOf<Value>({ isEmpty, isUntouched }: Comparison<Value>, base: Value, side: Value): SideState {
  if (isEmpty(base)) return isEmpty(side) ? 'absent' : 'changed';
  if (isUntouched(base, side)) return 'same';
  return isEmpty(side) ? 'deleted' : 'changed';
}

/** The row of the table that three values are a case of. */
export function decide<Value>(comparison: Comparison<Value>, base: Value, theirs: Value, ours: Value): Decision {
  const sides = [sideOf(comparison, base, theirs), sideOf(comparison, base, ours)] as const;
  const isAlike = sides.every((side) => side === 'changed') ? comparison.isAlike(theirs, ours) : null;
  const row = BY_STATE.get(keyOf(comparison.isEmpty(base) ? 'absent' : 'present', ...sides, isAlike));
  if (row === undefined) throw new Error(`The decision table has no row for ${sides.join(' and ')}.`);
  return row;
}
