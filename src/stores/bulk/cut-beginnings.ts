import { MIN_PREFIX_LENGTH } from '../../importer/normalise/headline-key';
import type { Linking } from './schema';

/** A key whose beginnings are looked for, and the text that the next one may not come behind. */
interface Search {
  readonly key: string;
  readonly bound: string;
}

function sharedBeginning(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return one.slice(0, length);
}

/** A text without the half of a character that it was cut in: databases take whole ones only. */
const withoutHalf = (text: string): string => text.replace(/[\ud800-\udbff]$/, '');

/** For each search the last stored beginning up to its bound. */
function lastBefore({ session, schema }: Linking, searches: readonly Search[]): Promise<readonly (string | null)[]> {
  const name = (attribute: string): string => session.name(schema.entries.column(attribute));
  const [column, table] = [session.bytewise(name('headlineKey')), session.name(schema.entries.name)];
  const where = (bound: string): string => `${name('truncated')} = ${session.truth} and ${column} <= ${bound}`;
  return session.greatest(
    { column, table, where },
    searches.map(({ bound }) => bound),
  );
}

/** Where to look next: before the beginning that was found, and not behind what it shares with the key. */
function nextSearch({ key }: Search, beginning: string | null): readonly Search[] {
  if (beginning === null) return [];
  const shared = sharedBeginning(beginning, key);
  const bound = withoutHalf(shared.length < beginning.length ? shared : shared.slice(0, -1));
  return bound.trimEnd().length < MIN_PREFIX_LENGTH - 1 ? [] : [{ key, bound }];
}

/**
 * The stored cut headlines ("… in Ho...") that these keys begin with. Instead of all beginnings of all keys, those are looked up that come next in the order of the index:
 * a few steps a key, however many rows are stored.
 */
export async function findCutBeginnings(linking: Linking, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const beginnings = new Set<string>();
  let searches: readonly Search[] = keys.map((key) => ({ key, bound: key }));
  while (searches.length > 0) {
    const found = await lastBefore(linking, searches);
    searches.forEach(({ key }, at) => {
      const beginning = found[at] ?? null;
      if (beginning !== null && key.startsWith(beginning)) beginnings.add(beginning);
    });
    searches = searches.flatMap((search, at) => nextSearch(search, found[at] ?? null));
  }
  return beginnings;
}
