import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { TortureDatabase } from './databases';

type Row = Readonly<Record<string, unknown>>;

/** Rows of each table, as texts that say nothing of numbers, document ids and times of writing. */
export type ArchiveRows = Readonly<Record<string, readonly string[]>>;

/** Columns that differ between two imports of the same documents: numbers and times, and which run it was. */
const OWN = new Set([
  ...['id', 'document_id', 'created_at', 'updated_at', 'published_at', 'captured_at', 'first_seen_at', 'last_seen_at'],
  ...['run_id', 'last_seen_run_id', 'article_document_id', 'ranking_list_document_ids', 'list_document_id'],
]);
/** Slugs without a readable part end in a hash of the document's own id. */
const OWN_HASH = /-[0-9a-f]{10}$/;

function textOf(row: Row): string {
  const names = Object.keys(row).sort();
  const values = names.flatMap((name): unknown[] => {
    if (OWN.has(name)) return [];
    const value = row[name];
    return [name, name === 'slug' ? String(value).replace(OWN_HASH, '') : value];
  });
  return JSON.stringify(values);
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** What each row is called in the rows that refer to it: its own columns, or those of what it belongs to. */
type Names = ReadonlyMap<number, string>;

async function namesIn(connection: Knex, table: string): Promise<Names> {
  const rows: readonly Row[] = await connection(table).select('*').orderBy('id');
  return new Map(rows.map((row) => [Number(row.id), digest(`${row.published_at === null} ${textOf(row)}`)]));
}

interface Join {
  readonly table: string;
  /** Columns with numbers of rows, and the tables of those rows. */
  readonly columns: Readonly<Record<string, string>>;
}

const JOINS: readonly Join[] = [
  { table: 'articles_tags_lnk', columns: { article_id: 'articles', tag_id: 'tags' } },
  {
    table: 'components_ranking_entries_article_lnk',
    columns: { entry_id: 'components_ranking_entries', article_id: 'articles' },
  },
];

const PARTS = [
  { table: 'articles_cmps', owner: 'articles' },
  { table: 'ranking_lists_cmps', owner: 'ranking_lists' },
] as const;

const COMPONENTS: Readonly<Record<string, string>> = {
  'article.photo': 'components_article_photos',
  'article.author': 'components_article_authors',
  'ranking.entry': 'components_ranking_entries',
};

const TABLES = ['articles', 'tags', 'ranking_lists', 'copydesk_sources', ...Object.values(COMPONENTS)];

async function rowsOf(connection: Knex): Promise<ArchiveRows> {
  const names = new Map<string, Names>();
  for (const table of TABLES) names.set(table, await namesIn(connection, table));
  const nameOf = (table: string, id: unknown): string => names.get(table)?.get(Number(id)) ?? 'missing';
  const all: Record<string, readonly string[]> = {};
  for (const [table, rows] of names) all[table] = [...rows.values()].sort();
  for (const { table, columns } of JOINS) {
    const rows: readonly Row[] = await connection(table).select('*');
    const ordered = rows.map((row) => [
      ...Object.entries(columns).map(([column, target]) => nameOf(target, row[column])),
      ...(row.tag_ord === undefined ? [] : [row.tag_ord, row.article_ord]),
    ]);
    all[table] = ordered.map((row) => JSON.stringify(row)).sort();
  }
  for (const { table, owner } of PARTS) {
    const rows: readonly Row[] = await connection(table).select('*');
    const parts = rows.map((row) => {
      const component = nameOf(COMPONENTS[String(row.component_type)] ?? '', row.cmp_id);
      return [nameOf(owner, row.entity_id), component, row.field, row.order];
    });
    all[table] = parts.map((row) => JSON.stringify(row)).sort();
  }
  return all;
}

/** All rows that imports write. */
export async function readArchive(database: TortureDatabase): Promise<ArchiveRows> {
  const connection = database.connect();
  try {
    return await rowsOf(connection);
  } finally {
    await connection.destroy();
  }
}

/** Where two archives differ: a sentence for each table. */
export function differences(expected: ArchiveRows, found: ArchiveRows): readonly string[] {
  return Object.entries(expected).flatMap(([table, rows]) => {
    const others = new Map<string, number>();
    for (const row of found[table] ?? []) others.set(row, (others.get(row) ?? 0) + 1);
    const missing = rows.filter((row) => {
      const left = others.get(row) ?? 0;
      others.set(row, left - 1);
      return left <= 0;
    });
    const more = (found[table]?.length ?? 0) - (rows.length - missing.length);
    if (missing.length === 0 && more === 0) return [];
    return [`${table}: ${missing.length} rows are missing, ${more} are not expected`];
  });
}
