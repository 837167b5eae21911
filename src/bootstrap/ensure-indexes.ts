import type { Core } from '@strapi/strapi';

type Knex = Core.Strapi['db']['connection'];

/**
 * The index behind "the newest articles first". `schema.json` holds the plain ones; this one runs down the dates and, where the
 * database knows partial indexes, holds the published rows alone. Migrations run before the tables exist, so it is made here.
 */
const NAME = 'articles_newest_published_index';
const EVERYWHERE = 'create index if not exists ?? on ?? (date_published desc, id) where published_at is not null';

const STATEMENTS: Readonly<Record<string, string>> = {
  sqlite: EVERYWHERE,
  postgres: EVERYWHERE,
  mysql: 'create index ?? on ?? (date_published desc, id)',
};

async function existsOnMysql(connection: Knex): Promise<boolean> {
  const row = await connection('information_schema.statistics')
    .whereRaw('table_schema = database()')
    .where({ table_name: 'articles', index_name: NAME })
    .first('index_name');
  return row !== undefined;
}

/** Creates the indexes that `schema.json` can't express; does nothing where they are. */
export async function ensureIndexes(strapi: Core.Strapi): Promise<void> {
  const { client } = strapi.db.dialect;
  const statement = STATEMENTS[client];
  if (statement === undefined) throw new Error(`No index statement for the database client "${client}"`);
  // MySQL has no `if not exists` for indexes.
  if (client === 'mysql' && (await existsOnMysql(strapi.db.connection))) return;
  const schema = strapi.db.getSchemaName();
  await strapi.db.connection.raw(statement, [NAME, schema === undefined ? 'articles' : `${schema}.articles`]);
}
