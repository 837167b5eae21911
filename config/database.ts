import path from 'node:path';
import type { Core } from '@strapi/strapi';

// PostgreSQL's and MySQL's columns have no zone: the process's own would change the instants that are stored.
process.env.TZ = 'UTC';

type Env = Core.Config.Shared.ConfigParams['env'];

interface SqliteConnection {
  pragma(statement: string): unknown;
}

/**
 * Readers go on while one writes (WAL); a writer waits for the other instead of failing at once. 32 MB of pages are kept in memory, and
 * the log is copied into the database every 40 MB: docs/databases.md says what that is worth.
 */
const SQLITE_PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'busy_timeout = 10000',
  'cache_size = -32000',
  'wal_autocheckpoint = 10000',
];

function tuneSqlite(connection: SqliteConnection, done: (error: unknown, connection: SqliteConnection) => void): void {
  try {
    for (const pragma of SQLITE_PRAGMAS) connection.pragma(pragma);
  } catch (error) {
    // Thrown from here it would end the process; handed on it is a reason that the database can't be used.
    done(error, connection);
    return;
  }
  done(null, connection);
}

function sqlite(env: Env) {
  const filename = path.resolve(process.cwd(), env('DATABASE_FILENAME', '.tmp/data.db'));
  return { connection: { filename }, useNullAsDefault: true, pool: { min: 0, max: 1, afterCreate: tuneSqlite } };
}

function server(env: Env, port: number) {
  const ssl = env.bool('DATABASE_SSL', false)
    ? { rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true) }
    : false;
  return {
    connection: {
      host: env('DATABASE_HOST', 'localhost'),
      port: env.int('DATABASE_PORT', port),
      database: env('DATABASE_NAME', 'copydesk'),
      user: env('DATABASE_USERNAME', 'copydesk'),
      password: env('DATABASE_PASSWORD', ''),
      ssl,
    },
    pool: { min: env.int('DATABASE_POOL_MIN', 0), max: env.int('DATABASE_POOL_MAX', 10) },
  };
}

interface ServerConnection {
  query(sql: string, done: (error: Error | null) => void): unknown;
}

/** Long texts are compressed by lz4, where the server has it: an import spends a sixth of its time on PostgreSQL's older way. */
const USE_LZ4 =
  `select set_config(name, 'lz4', false) from pg_settings ` +
  `where name = 'default_toast_compression' and 'lz4' = any(enumvals)`;

/**
 * For lists of 200 values and more MySQL and MariaDB would trust statistics of the whole index, and read a table from end to end where they know none yet, or where most rows
 * have no value.
 */
const LOOK_AT_INDEXES = 'set session eq_range_index_dive_limit = 0';

/** Has each new connection say something to the server first. */
function saying(sql: string) {
  return (connection: ServerConnection, done: (error: Error | null, connection: ServerConnection) => void): void => {
    // mysql2 answers with what must not be waited for.
    connection.query(sql, (error) => done(error, connection));
  };
}

function postgres(env: Env) {
  const known = server(env, 5432);
  const options = { ...known, pool: { ...known.pool, afterCreate: saying(USE_LZ4) } };
  const connectionString = env('DATABASE_URL', '');
  const named = { ...options.connection, schema: env('DATABASE_SCHEMA', 'public') };
  return { ...options, connection: connectionString === '' ? named : { ...named, connectionString } };
}

/**
 * The driver speaks utf8mb4 unasked. To name a character set here would make tables in that set's own collation, which folds letters, and not in
 * the one that the database was made with.
 */
function mysql(env: Env) {
  const known = server(env, 3306);
  return { ...known, pool: { ...known.pool, afterCreate: saying(LOOK_AT_INDEXES) } };
}

const CLIENTS = {
  sqlite,
  postgres,
  mysql,
};

const config = ({ env }: Core.Config.Shared.ConfigParams) => {
  const client = env('DATABASE_CLIENT', 'sqlite') as keyof typeof CLIENTS;
  const connect = CLIENTS[client];
  if (connect === undefined) {
    throw new Error(`DATABASE_CLIENT is "${client}"; use one of: ${Object.keys(CLIENTS).join(', ')}`);
  }
  return { connection: { client, ...connect(env) }, settings: { useTypescriptMigrations: true } };
};

export default config;
