import type { Core } from '@strapi/strapi';

type Knex = Core.Strapi['db']['connection'];

/** What a copied row has instead of the original's value: SQL with `:n` for the number of the copy. */
type Changes = Readonly<Record<string, string>>;

const MONTH_MS = 30 * 86_400_000;

/** A number of another table's row in the same copy. */
const shifted = (column: string, table: string): string =>
  `${column} + :n * (select top from tops where name = '${table}')`;
const renamed = (column: string): string => `${column} || ', month ' || :n`;

/** Tables of a month; every row of a copy names rows of the same copy. */
const TABLES: Readonly<Record<string, Changes>> = {
  articles: {
    ...{ document_id: renamed('document_id'), headline: renamed('headline'), slug: renamed('slug') },
    headline_key: renamed('headline_key'),
  },
  ranking_lists: {
    document_id: "document_id || 'm' || :n",
    captured_at: `captured_at + :n * ${MONTH_MS}`,
    snapshot_key: renamed('snapshot_key'),
    capture_key: renamed('capture_key'),
  },
  components_ranking_entries: { headline: renamed('headline'), headline_key: renamed('headline_key') },
  ranking_lists_cmps: {
    entity_id: shifted('entity_id', 'ranking_lists'),
    cmp_id: shifted('cmp_id', 'components_ranking_entries'),
  },
  components_ranking_entries_article_lnk: {
    entry_id: shifted('entry_id', 'components_ranking_entries'),
    article_id: shifted('article_id', 'articles'),
  },
};

async function copyTable(db: Knex, table: string, changes: Changes, copy: number): Promise<void> {
  const columns: readonly { readonly name: string }[] = await db.raw(`pragma table_info(${table})`);
  const changed: Changes = { ...changes, id: shifted('id', table) };
  const names = columns.map(({ name }) => `"${name}"`);
  const values = columns.map(({ name }) => changed[name]?.replaceAll(':n', String(copy)) ?? `"${name}"`);
  await db.raw(
    `insert into ${table} (${names.join()}) select ${values.join()} from ${table} where id <= (select top from tops where name = '${table}')`,
  );
}

/**
 * Makes a month so many months: its articles, lists and rows again, under other names, each copy thirty days later. SQL does it, since an
 * import of as many captures takes many times as long as everything that is measured.
 */
export async function repeatMonth(strapi: Core.Strapi, months: number): Promise<void> {
  const db = strapi.db.connection;
  const tops = Object.keys(TABLES).map((name) => `select '${name}' as name, max(id) as top from ${name}`);
  await db.raw(`create temp table tops as ${tops.join(' union all ')}`);
  for (let copy = 1; copy < months; copy += 1) {
    for (const [table, changes] of Object.entries(TABLES)) await copyTable(db, table, changes, copy);
  }
}
