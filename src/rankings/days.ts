import type { StoredRow } from './rows';
import {
  entriesOfLists,
  toInstant,
  unindexed,
  upTo,
  visibleOnly,
  type Knex,
  type Query,
  type RankingTables,
} from './tables';

/** Number of the day, in UTC, of an instant in a column. */
const DAY: Readonly<Record<RankingTables['client'], string>> = {
  sqlite: 'cast(?? / 86400000 as integer)',
  postgres: 'cast(floor(extract(epoch from ??) / 86400) as integer)',
  mysql: 'to_days(??) - 719528',
};

const MILLISECONDS_A_DAY = 86_400_000;

/** How the database counts the days of captures. */
export function dayOfCapture(trx: Knex, { client, lists }: RankingTables) {
  return trx.raw(DAY[client], [`list.${lists.column('capturedAt')}`]);
}

/** The days on which something stood on a list, each with the first capture of that day. */
export type Days = ReadonlyMap<number, string>;

export interface DaysOnLists {
  /** The days up to a capture on which a row's article, or its headline where the article is unknown, stood on the list of that key. */
  ofRow(key: string, capturedAt: string, row: Pick<StoredRow, 'articleRow' | 'headlineKey'>): Days;
}

interface DayRow {
  readonly key: string;
  readonly identity: string | number;
  readonly day: number | string;
  readonly first: unknown;
}

/** Where a row's days are found: with its article where it has one, else with its headline. */
type Identity = Pick<StoredRow, 'articleRow' | 'headlineKey'>;

const nameOf = (key: string, { articleRow, headlineKey }: Identity): string =>
  JSON.stringify([key, articleRow ?? headlineKey]);

function perDay(trx: Knex, tables: RankingTables, query: Query, identity: string, keys: readonly string[]): Query {
  const key = `list.${tables.lists.column('key')}`;
  const day = dayOfCapture(trx, tables);
  return visibleOnly(query, tables)
    .whereIn(unindexed(trx, key) as never, keys)
    .groupBy(key, identity, day as never)
    .select({ key, identity, day })
    .min({ first: `list.${tables.lists.column('capturedAt')}` }) as unknown as Query;
}

function collect(rows: readonly DayRow[]): ReadonlyMap<string, Days> {
  const days = new Map<string, Map<number, string>>();
  for (const { key, identity, day, first } of rows) {
    const name = JSON.stringify([key, identity]);
    const found = days.get(name) ?? new Map<number, string>();
    days.set(name, found.set(Number(day), toInstant(first)));
  }
  return days;
}

function daysUpTo(capturedAt: string, days: Days): Days {
  const last = Math.floor(Date.parse(capturedAt) / MILLISECONDS_A_DAY);
  return new Map([...days].filter(([day]) => day <= last));
}

/**
 * When the rows' articles stood on these lists, or their headlines where the article is unknown.
 *
 * @param at nothing that was captured later counts
 */
export async function daysOnLists(
  trx: Knex,
  tables: RankingTables,
  keys: readonly string[],
  rows: readonly Identity[],
  at: string | null,
): Promise<DaysOnLists> {
  const { entries, links } = tables;
  const articleRows = new Set(rows.flatMap(({ articleRow }) => articleRow ?? []));
  const headlines = new Set(rows.flatMap(({ articleRow, headlineKey }) => (articleRow === null ? [headlineKey] : [])));
  const headline = `entry.${entries.column('headlineKey')}`;
  const article = `link.${links.inverseJoinColumn.name}`;
  const stood = upTo(entriesOfLists(trx, tables), tables, at);
  const linked = stood
    .clone()
    .join(`${links.name} as link`, `link.${links.joinColumn.name}`, 'entry.id')
    .whereIn(article, [...articleRows]);
  const named = stood.clone().whereIn(headline, [...headlines]);
  const ask = async (some: ReadonlySet<unknown>, query: Query, identity: string): Promise<readonly DayRow[]> =>
    some.size === 0 ? [] : ((await perDay(trx, tables, query, identity, keys)) as unknown as readonly DayRow[]);
  const found = [...(await ask(headlines, named, headline)), ...(await ask(articleRows, linked, article))];
  const days = collect(found);
  return { ofRow: (key, capturedAt, row) => daysUpTo(capturedAt, days.get(nameOf(key, row)) ?? new Map()) };
}
