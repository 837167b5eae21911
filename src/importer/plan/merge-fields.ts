import { leadParagraph } from '../normalise/description';
import type { ArticleFieldName, ArticleFields, Block } from '../records';
import { decide, type Comparison, type Decision, type ListOutcome } from './decisions';
import { isAlikeBody, isBlankBody, isSameBody, mergeBody } from './merge-body';
import { mergeItems, type ItemConflict, type MergeRules, type Winner } from './merge-items';
import { AUTHOR_RULES, PHOTO_RULES } from './merge-parts';
import { mergeTags, sameTags } from './merge-tags';
import { isEmpty, sameValue } from './same-value';

/** What became of one field: `take` and `merge` write it, `keep` leaves the editor's, `conflict` keeps what clashes and reports it. */
export type FieldOutcome = ListOutcome;

/** Two values of a field, or of one item of it, that can't both stand. */
export type FieldConflict = ItemConflict<unknown>;

export interface FieldMerge {
  readonly field: ArticleFieldName;
  readonly outcome: FieldOutcome;
  /** The base. */
  readonly before: unknown;
  readonly theirs: unknown;
  /** What the field is to be: the very value that is there where nothing is to be written. */
  readonly value: unknown;
  readonly conflicts: readonly FieldConflict[];
}

/** An article three times over. */
export interface Versions {
  /** As last imported. */
  readonly base: Partial<ArticleFields>;
  /** As it comes in now. */
  readonly theirs: ArticleFields;
  /** As it stands in the CMS. */
  readonly ours: ArticleFields;
}

type Three<Value> = readonly [base: Value, theirs: Value, ours: Value];
type Merged = Omit<FieldMerge, 'field' | 'before' | 'theirs'>;

const PLAIN: Comparison<unknown> = { isEmpty, isUntouched: sameValue, isAlike: sameValue };
const BODY: Comparison<readonly Block[]> = { isEmpty: isBlankBody, isUntouched: isSameBody, isAlike: isAlikeBody };
const TAGS: Comparison<readonly string[]> = { isEmpty, isUntouched: sameTags, isAlike: sameTags };

/** A field as a whole. */
function asWhole(outcome: ListOutcome, [, theirs, ours]: Three<unknown>, winner: Winner): Merged {
  if (outcome === 'take') return { outcome, value: theirs, conflicts: [] };
  if (outcome !== 'conflict') return { outcome, value: ours, conflicts: [] };
  if (winner === 'theirs') return { outcome: 'take', value: theirs, conflicts: [] };
  return { outcome, value: ours, conflicts: [{ theirs, ours }] };
}

type Join = (winner: Winner) => { readonly items: readonly unknown[]; readonly conflicts: readonly FieldConflict[] };

/** A field item by item. */
function byItem(join: Join, winner: Winner, ours: readonly unknown[]): Merged {
  const { items, conflicts } = join(winner);
  const isOurs = items.length === ours.length && items.every((item, at) => item === ours[at]);
  const value = isOurs ? ours : items;
  if (conflicts.length > 0 && winner === 'ours') return { outcome: 'conflict', value, conflicts };
  return { outcome: isOurs ? 'keep' : 'merge', value, conflicts: [] };
}

/** A list of very many items is one value: comparing them takes the square of their number. */
const MAX_ITEMS = 3000;

function mergeList<Item>(
  column: (row: Decision) => ListOutcome,
  [comparison, three]: readonly [Comparison<readonly Item[]>, Three<readonly Item[]>],
  winner: Winner,
  join: Join,
): Merged {
  const outcome = column(decide(comparison, ...three));
  if (outcome !== 'merge') return asWhole(outcome, three, winner);
  if (three.some(({ length }) => length > MAX_ITEMS)) return asWhole('conflict', three, winner);
  return byItem(join, winner, three[2]);
}

function mergeComponents<Item>(rules: MergeRules<Item>, three: Three<readonly Item[]>, winner: Winner): Merged {
  const isAlike = (left: readonly Item[], right: readonly Item[]): boolean =>
    left.length === right.length && left.every((item, at) => rules.isAlike(item, right[at] as Item));
  const comparison = { isEmpty, isUntouched: sameValue, isAlike };
  return mergeList(
    ({ photos }) => photos,
    [comparison, three],
    winner,
    (whose) => mergeItems(rules, three, whose),
  );
}

function mergePlain(three: Three<unknown>, winner: Winner): Merged {
  return asWhole(decide(PLAIN, ...three).value, three, winner);
}

/** A time and its precision are one statement: neither is taken without the other. */
function mergeDate(versions: Versions, field: ArticleFieldName, winner: Winner): Merged {
  const pair = ({ datePublished, datePublishedPrecision }: Partial<ArticleFields>): unknown =>
    isEmpty(datePublished) ? null : [datePublished, datePublishedPrecision ?? null];
  const { base, theirs, ours } = versions;
  const { outcome } = mergePlain([pair(base), pair(theirs), pair(ours)], winner);
  if (outcome === 'take') return { outcome, value: theirs[field], conflicts: [] };
  const conflicts = outcome === 'conflict' ? [{ theirs: theirs[field], ours: ours[field] }] : [];
  return { outcome, value: ours[field], conflicts };
}

/** The lead paragraph as description follows the body, until someone writes another description. */
function mergeDescription({ base, theirs, ours }: Versions, body: Merged, winner: Winner): Merged {
  const follows = ({ description, body: text }: Partial<ArticleFields>): boolean =>
    sameValue(description, leadParagraph(text));
  if (!follows(base) || !follows(theirs) || !follows(ours)) {
    return mergePlain([base.description, theirs.description, ours.description], winner);
  }
  const value = leadParagraph(body.value);
  if (!sameValue(value, ours.description)) return { outcome: 'take', value, conflicts: [] };
  const outcome = sameValue(theirs.description, ours.description) ? 'same' : 'keep';
  return { outcome, value: ours.description, conflicts: [] };
}

function mergeText({ base, theirs, ours }: Versions, winner: Winner): Merged {
  const three = [base.body ?? [], theirs.body, ours.body] as const;
  return mergeList(
    (row) => row.body,
    [BODY, three],
    winner,
    (whose) => mergeBody(three, whose),
  );
}

function mergeField(versions: Versions, field: ArticleFieldName, winner: Winner): Merged {
  const { base, theirs, ours } = versions;
  switch (field) {
    case 'tags': {
      const three = [base.tags ?? [], theirs.tags, ours.tags] as const;
      const join = (): ReturnType<Join> => ({ items: mergeTags(three), conflicts: [] });
      return mergeList((row) => row.tags, [TAGS, three], winner, join);
    }
    case 'photos':
      return mergeComponents(PHOTO_RULES, [base.photos ?? [], theirs.photos, ours.photos], winner);
    case 'authors':
      return mergeComponents(AUTHOR_RULES, [base.authors ?? [], theirs.authors, ours.authors], winner);
    case 'datePublished':
    case 'datePublishedPrecision':
      return mergeDate(versions, field, winner);
    default:
      return mergePlain([base[field], theirs[field], ours[field]], winner);
  }
}

/**
 * Merges an article by field.
 *
 * @param winner whose value stands where both changed the same thing
 */
export function mergeFields(versions: Versions, winner: Winner): readonly FieldMerge[] {
  const fields = Object.keys(versions.theirs) as ArticleFieldName[];
  const body = mergeText(versions, winner);
  const merge = (field: ArticleFieldName): Merged => {
    if (field === 'body') return body;
    return field === 'description' ? mergeDescription(versions, body, winner) : mergeField(versions, field, winner);
  };
  const { base, theirs } = versions;
  return fields.map((field) => ({ field, before: base[field], theirs: theirs[field], ...merge(field) }));
}
