import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import knex, { type Knex } from 'knex';

/** A database for one round: the environment of processes that work on it, and a connection that looks. */
export interface TortureDatabase {
  readonly env: NodeJS.ProcessEnv;
  connect(): Knex;
  drop(): Promise<void>;
}

const SECRETS = ['ADMIN_JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT', 'JWT_SECRET', 'ENCRYPTION_KEY'];
const SERVER = { host: '127.0.0.1', port: 5432, user: 'postgres' } as const;

/** Nothing of the checkout's own settings. */
function environment(folder: string, more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '' } = process.env;
  return {
    ...{
      PATH,
      HOME,
      TZ: 'UTC',
      NODE_ENV: 'production',
      APP_KEYS: 'key-one,key-two',
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
    ...{ ENV_PATH: join(folder, 'no.env') },
    ...Object.fromEntries(SECRETS.map((name) => [name, randomBytes(16).toString('hex')])),
    ...more,
  };
}

function onSqlite(folder: string): TortureDatabase {
  const filename = join(folder, 'data.db');
  return {
    env: environment(folder, { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: filename }),
    connect: () => knex({ client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true }),
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function onServer(sql: string): Promise<void> {
  const connection = knex({ client: 'postgres', connection: { ...SERVER, database: 'postgres' } });
  try {
    await connection.raw(sql);
  } finally {
    await connection.destroy();
  }
}

async function onPostgres(folder: string): Promise<TortureDatabase> {
  const name = `copydesk_torture_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
  const settings = {
    ...{ DATABASE_CLIENT: 'postgres', DATABASE_HOST: SERVER.host, DATABASE_PORT: String(SERVER.port) },
    ...{ DATABASE_NAME: name, DATABASE_USERNAME: SERVER.user, DATABASE_PASSWORD: '' },
  };
  return {
    env: environment(folder, settings),
    connect: () => knex({ client: 'postgres', connection: { ...SERVER, database: name } }),
    async drop() {
      // A killed importer's connections may still be closing.
      await onServer(`drop database ${name} with (force)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An empty database in a folder of its own below `parent`. */
export async function freshDatabase(kind: 'sqlite' | 'postgres', parent: string): Promise<TortureDatabase> {
  const folder = mkdtempSync(join(parent, 'round-'));
  return kind === 'sqlite' ? onSqlite(folder) : onPostgres(folder);
}
