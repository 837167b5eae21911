import type { Batch } from './batch';
import type { Table } from './tables';

/** As many numbered slugs as are looked up at once where all candidates are taken. */
const NUMBERS = 50;

async function takenOf(
  { session }: Pick<Batch, 'session'>,
  table: Table,
  slugs: readonly string[],
): Promise<ReadonlySet<string>> {
  const column = session.name(table.column('slug'));
  const sql = `select distinct ${column} as slug from ${session.name(table.name)} where ${session.isOneOf(column)}`;
  const rows = await session.select<{ readonly slug: string }>(sql, [session.list(slugs)]);
  return new Set(rows.map(({ slug }) => slug));
}

/** The slug that an entry would like best, and all that it may get, in order of preference. */
export interface WantedSlug {
  readonly first: string;
  readonly all: () => readonly string[];
}

/** Which slugs stored entries have, as far as they were looked up. */
type Known = ReadonlyMap<string, boolean>;

/** The first candidate that is free; where that is not known yet, the slugs that have to be looked up. */
function choose(candidates: readonly string[], known: Known, taken: ReadonlySet<string>): string | readonly string[] {
  for (const candidate of candidates) {
    if (taken.has(candidate)) continue;
    const isStored = known.get(candidate);
    if (isStored === undefined) return candidates.filter((other) => !known.has(other));
    if (!isStored) return candidate;
  }
  return [];
}

function chooseFor({ first, all }: WantedSlug, known: Known, taken: ReadonlySet<string>): string | readonly string[] {
  if (known.get(first) === false && !taken.has(first)) return first;
  const candidates = all();
  const last = candidates.at(-1) ?? '';
  for (let from = 2, some = candidates; ; from += NUMBERS) {
    const chosen = choose(some, known, taken);
    if (chosen.length > 0) return chosen;
    some = Array.from({ length: NUMBERS }, (_, at) => `${last}-${from + at}`);
  }
}

/** Slugs for all, or those that have to be looked up before. */
function chooseAll(wanted: readonly WantedSlug[], known: Known) {
  const taken = new Set<string>();
  const unknown: string[] = [];
  const slugs = wanted.map((slug) => {
    const chosen = chooseFor(slug, known, taken);
    if (typeof chosen === 'string') taken.add(chosen);
    else unknown.push(...chosen);
    return typeof chosen === 'string' ? chosen : '';
  });
  return { slugs, unknown };
}

/**
 * Slugs for new entries: for each the first of its candidates that no stored entry and no earlier one of the batch has; where all are
 * taken, the last one with the first free number behind it.
 *
 * @param wanted for each entry at least one candidate
 */
export async function takeSlugs(
  batch: Pick<Batch, 'session'>,
  table: Table,
  wanted: readonly WantedSlug[],
): Promise<readonly string[]> {
  const known = new Map<string, boolean>();
  let unknown: readonly string[] = wanted.map(({ first }) => first);
  for (;;) {
    const asked = [...new Set(unknown)];
    const stored = await takenOf(batch, table, asked);
    for (const slug of asked) known.set(slug, stored.has(slug));
    const chosen = chooseAll(wanted, known);
    if (chosen.unknown.length === 0) return chosen.slugs;
    unknown = chosen.unknown;
  }
}
