import type { Author } from '../documents';
import { foldText } from '../normalise/fold';
import type { PhotoRecord } from '../records';
import { decide } from './decisions';
import type { MergedItem, MergeRules, Winner } from './merge-items';
import { canonical, isEmpty, sameValue } from './same-value';

const TEXTS = {
  isEmpty,
  isUntouched: sameValue,
  isAlike: sameValue,
};

type Parts = Readonly<Record<string, unknown>>;

/** Joins two versions of a photo or an author: each of its own fields by the table; what only editors write is ours. */
function joinParts<Item extends object>(
  names: readonly (keyof Item & string)[],
  { base, theirs, ours }: { readonly base: Item; readonly theirs: Item; readonly ours: Item },
  winner: Winner,
): MergedItem<Item> {
  const of = (item: Item): Parts => item as Parts;
  const outcomes = names.map((name) => {
    const { value } = decide<unknown>(TEXTS, of(base)[name], of(theirs)[name], of(ours)[name]);
    return { name, value };
  });
  const taken = outcomes.filter(({ value }) => value === 'take' || (value === 'conflict' && winner === 'theirs'));
  const item = { ...ours, ...Object.fromEntries(taken.map(({ name }) => [name, of(theirs)[name]])) };
  return { item, isConflict: outcomes.some(({ value }) => value === 'conflict') };
}

const isSameText = (left: string | null, right: string | null): boolean =>
  left !== null && right !== null && foldText(left) === foldText(right);

const WORD = /[\p{L}\p{N}]+/gu;

/** Whether one caption is the other corrected: it keeps at least half of its words. */
function isCorrected(before: string | null, after: string | null): boolean {
  const left = new Set(foldText(before ?? '').match(WORD));
  const right = new Set(foldText(after ?? '').match(WORD));
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared > 0 && shared * 4 >= left.size + right.size;
}

const withoutImage = ({ caption, creditText }: PhotoRecord): unknown => [caption, creditText];

/** Photos: one is known by its caption, whose wording may be corrected; the picture that an editor added stays with it. */
export const PHOTO_RULES: MergeRules<PhotoRecord> = {
  key: canonical,
  becomes: (before, after) => isSameText(before.caption, after.caption) || isCorrected(before.caption, after.caption),
  isAlike: (theirs, ours) => sameValue(withoutImage(theirs), withoutImage(ours)),
  join: (base, theirs, ours, winner) => joinParts(['caption', 'creditText'], { base, theirs, ours }, winner),
  isJoint: true,
};

/** Authors: one is known by the name. */
export const AUTHOR_RULES: MergeRules<Author> = {
  key: canonical,
  becomes: (before, after) => isSameText(before.name, after.name),
  isAlike: sameValue,
  join: (base, theirs, ours, winner) => joinParts(['name', 'affiliation'], { base, theirs, ours }, winner),
  isJoint: true,
};
