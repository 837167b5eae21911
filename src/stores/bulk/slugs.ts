import type { Batch } from './batch';
import type { Table } from './tables';

/** As many numbered slugs as are looked up at once where all candidates are taken. */
const NUMBERS = 50;

async function takenOf({ session }: Batch, table: Table, slugs: readonly string[]): Promise<ReadonlySet<string>> {
  const column = session.name(table.column('slug'));
  const sql = `select distinct ${column} as slug from ${session.name(table.name)} where ${session.isOneOf(column)}`;
  const rows = await session.select<{ readonly slug: string }>(sql, [session.list(slugs)]);
  return new Set(rows.map(({ slug }) => slug));
}

function numbered(candidates: readonly string[], from: number): readonly string[] {
  const last = candidates.at(-1) ?? '';
  return Array.from({ length: NUMBERS }, (_, at) => `${last}-${from + at}`);
}

/**
 * Slugs for new entries: for each the first of its candidates that no stored entry and no earlier one of the batch has; where all are
 * taken, the last one with the first free number behind it.
 *
 * @param wanted candidates in order of preference, for each entry at least one
 */
export async function takeSlugs(
  batch: Batch,
  table: Table,
  wanted: readonly (readonly string[])[],
): Promise<readonly string[]> {
  const taken = new Set<string>();
  const slugs = new Map<number, string>();
  let open = wanted.map((candidates, place) => ({ place, candidates }));
  for (let number = 2; open.length > 0; number += NUMBERS) {
    const all = [...new Set(open.flatMap(({ candidates }) => candidates))];
    for (const slug of await takenOf(batch, table, all)) taken.add(slug);
    for (const { place, candidates } of open) {
      const free = candidates.find((candidate) => !taken.has(candidate));
      if (free === undefined) continue;
      taken.add(free);
      slugs.set(place, free);
    }
    const left = open.filter(({ place }) => !slugs.has(place));
    open = left.map(({ place }) => ({ place, candidates: numbered(wanted[place] ?? [], number) }));
  }
  return wanted.map((_, place) => slugs.get(place) ?? '');
}
