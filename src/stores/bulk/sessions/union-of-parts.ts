import { behind, chunksOf, type Beginning, type RowAt, type Session } from './session';

/** Fewer parts than databases take in one compound statement. */
const MAX_PARTS = 64;

/**
 * Repeats the last item until there are 1, 2, 4, 8 … of them. Statements are kept prepared by their text: there are to be few, however many an
 * archive asks for.
 */
function fillUp<Item>(items: readonly Item[]): readonly Item[] {
  const count = 2 ** Math.ceil(Math.log2(items.length));
  return Array.from({ length: count }, (_, at) => items[Math.min(at, items.length - 1)] as Item);
}

/** `Session.firstOfEach` where a query can't look at each of some values by itself: one query has a part for each. */
export async function unionOfParts<Found>(
  select: Session['select'],
  { columns, table, column, where, limit }: Beginning,
  prefixes: readonly string[],
): Promise<readonly (Found & RowAt)[]> {
  // Not `like`: by an index MariaDB does not find what goes on with a character of four bytes.
  const begins = `${column} >= ? and ${column} < ?`;
  const one = `select ${columns} from ${table} where ${begins} and ${where} limit ${limit}`;
  const found: (Found & RowAt)[] = [];
  for (const [chunk, some] of chunksOf(prefixes, MAX_PARTS).entries()) {
    const filled = fillUp(some);
    const parts = filled.map((_, at) => `select part${at}.*, ${at} as place from (${one}) as part${at}`);
    const bindings = filled.flatMap((prefix) => [prefix, behind(prefix)]);
    const rows = await select<Found & RowAt>(parts.join(' union all '), bindings);
    for (const row of rows) {
      const place = Number(row.place);
      if (place < some.length) found.push({ ...row, place: chunk * MAX_PARTS + place });
    }
  }
  return found;
}
