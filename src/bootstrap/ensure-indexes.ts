import type { Core } from '@strapi/strapi';

type Knex = Core.Strapi['db']['connection'];

/**
 * Indexes that `schema.json` can't express; it holds the plain ones. Migrations run before the tables exist, so these are made here.
 */
interface Index {
  readonly name: string;
  readonly table: string;
  readonly columns: string;
  /** Where PostgreSQL takes others: it compares texts by the language of the database, and finds beginnings only where they are compared by their bytes. */
  readonly postgresColumns?: string;
  /** Column names in `columns` that a database takes for a word of its own: what `??` stands for there. */
  readonly quoted?: readonly string[];
  /** Left out where the database has no partial indexes. */
  readonly where: string;
  /** Another one has the same columns there. */
  readonly isNotForMysql?: boolean;
}

const INDEXES: readonly Index[] = [
  // Articles by what ranking rows print of them: the headline, or its beginning.
  {
    name: 'articles_headline_key_index',
    table: 'articles',
    columns: '(headline_key)',
    postgresColumns: '(headline_key text_pattern_ops)',
    where: '',
  },
  // The newest articles first.
  {
    name: 'articles_newest_published_index',
    table: 'articles',
    columns: '(date_published desc, id)',
    where: 'where published_at is not null',
  },
  // The panel's list of articles: it lists drafts, the newest first.
  {
    name: 'articles_newest_draft_index',
    table: 'articles',
    columns: '(date_published desc, id)',
    where: 'where published_at is null',
    isNotForMysql: true,
  },
  // What is new since a time, for those who keep copies.
  {
    name: 'articles_updated_published_index',
    table: 'articles',
    columns: '(updated_at, id)',
    where: 'where published_at is not null',
  },
  // The current list of a key, and its history: drafts of the same list would lie in between.
  {
    name: 'ranking_lists_published_index',
    table: 'ranking_lists',
    columns: '(??, captured_at, document_id)',
    quoted: ['key'],
    where: 'where published_at is not null',
  },
  // The lists of a time, for statistics of all of them.
  { name: 'ranking_lists_time_index', table: 'ranking_lists', columns: '(captured_at)', where: '' },
  // From a ranking row to its list: Strapi's own indexes lead the other way only.
  { name: 'ranking_lists_cmps_part_index', table: 'ranking_lists_cmps', columns: '(cmp_id)', where: '' },
  // The last place among a tag's articles, which each new article of the tag asks for.
  { name: 'articles_tags_lnk_place_index', table: 'articles_tags_lnk', columns: '(tag_id, article_ord)', where: '' },
  // Headlines that pages cut, by their beginnings: few of all rows.
  {
    name: 'ranking_entries_cut_beginning_index',
    table: 'components_ranking_entries',
    columns: '(truncated, headline_key)',
    // It leaves out a condition that `where` implies; with it as the first column the index would be read from its end on.
    postgresColumns: '(headline_key collate "C")',
    where: 'where truncated = true',
  },
];

/** Indexes that were made once, and cost more than those which took their place. */
const FORMER: readonly Pick<Index, 'name' | 'table'>[] = [
  { name: 'ranking_entries_cut_index', table: 'components_ranking_entries' },
  { name: 'ranking_entries_cut_headline_index', table: 'components_ranking_entries' },
];

async function existsOnMysql(connection: Knex, { table, name }: Pick<Index, 'name' | 'table'>): Promise<boolean> {
  const row = await connection('information_schema.statistics')
    .whereRaw('table_schema = database()')
    .where({ table_name: table, index_name: name })
    .first('index_name');
  return row !== undefined;
}

async function ensureIndex(strapi: Core.Strapi, index: Index): Promise<void> {
  const { connection, dialect } = strapi.db;
  const schema = strapi.db.getSchemaName();
  const names = [index.name, schema === undefined ? index.table : `${schema}.${index.table}`, ...(index.quoted ?? [])];
  if (dialect.client !== 'mysql') {
    const columns = (dialect.client === 'postgres' ? index.postgresColumns : undefined) ?? index.columns;
    await connection.raw(`create index if not exists ?? on ?? ${columns} ${index.where}`, names);
  } else if (index.isNotForMysql !== true && !(await existsOnMysql(connection, index))) {
    await connection.raw(`create index ?? on ?? ${index.columns}`, names);
  }
}

async function dropFormer(strapi: Core.Strapi, index: Pick<Index, 'name' | 'table'>): Promise<void> {
  const { connection, dialect } = strapi.db;
  const schema = strapi.db.getSchemaName();
  if (dialect.client !== 'mysql') {
    await connection.raw('drop index if exists ??', [schema === undefined ? index.name : `${schema}.${index.name}`]);
  } else if (await existsOnMysql(connection, index)) {
    await connection.raw('drop index ?? on ??', [index.name, index.table]);
  }
}

/** Creates what is missing; an index that exists stays. */
export async function ensureIndexes(strapi: Core.Strapi): Promise<void> {
  for (const index of FORMER) await dropFormer(strapi, index);
  for (const index of INDEXES) await ensureIndex(strapi, index);
}
