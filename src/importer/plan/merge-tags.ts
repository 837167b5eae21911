import { tagKey } from '../normalise/tag-name';

type Tags = readonly string[];

const keysOf = (tags: Tags): ReadonlySet<string> => new Set(tags.map(tagKey));

/** Whether two lists name the same tags, in whatever order and spelling. */
export function sameTags(left: Tags, right: Tags): boolean {
  const [one, other] = [keysOf(left), keysOf(right)];
  return one.size === other.size && [...one].every((key) => other.has(key));
}

/** Merges tags as sets: what either side added is there, what either side took away is gone; ours come first, in their order. */
export function mergeTags([base, theirs, ours]: readonly [Tags, Tags, Tags]): Tags {
  const [known, incoming, present] = [keysOf(base), keysOf(theirs), keysOf(ours)];
  const kept = ours.filter((tag) => !known.has(tagKey(tag)) || incoming.has(tagKey(tag)));
  const added = theirs.filter((tag) => !known.has(tagKey(tag)) && !present.has(tagKey(tag)));
  return [...kept, ...added];
}
