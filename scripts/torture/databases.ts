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
const SERVERS = {
  postgres: { host: '127.0.0.1', port: 5432, user: 'postgres', home: 'postgres' },
  mysql: { host: '127.0.0.1', port: 3306, user: 'root', home: undefined },
} as const;
const LIBRARIES = { postgres: 'postgres', mysql: 'mysql2' } as const;

/** What may be there on this machine: the embedded database, and the servers of the tests. */
export type DatabaseKind = 'sqlite' | keyof typeof SERVERS;

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

function connect(kind: keyof typeof SERVERS, database: string | undefined): Knex {
  const { host, port, user } = SERVERS[kind];
  return knex({ client: LIBRARIES[kind], connection: { host, port, user, database } });
}

async function onServer(kind: keyof typeof SERVERS, sql: string): Promise<void> {
  const connection = connect(kind, SERVERS[kind].home);
  try {
    await connection.raw(sql);
  } finally {
    await connection.destroy();
  }
}

async function onOwnDatabase(kind: keyof typeof SERVERS, folder: string): Promise<TortureDatabase> {
  const name = `copydesk_torture_${randomBytes(6).toString('hex')}`;
  const { host, port, user } = SERVERS[kind];
  await onServer(
    kind,
    `create database ${name}${kind === 'mysql' ? ' character set utf8mb4 collate utf8mb4_bin' : ''}`,
  );
  const settings = {
    ...{ DATABASE_CLIENT: kind, DATABASE_HOST: host, DATABASE_PORT: String(port) },
    ...{ DATABASE_NAME: name, DATABASE_USERNAME: user, DATABASE_PASSWORD: '' },
  };
  return {
    env: environment(folder, settings),
    connect: () => connect(kind, name),
    async drop() {
      // A killed importer's connections may still be closing.
      await onServer(kind, `drop database ${name}${kind === 'postgres' ? ' with (force)' : ''}`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An empty database in a folder of its own below `parent`. */
export async function freshDatabase(kind: DatabaseKind, parent: string): Promise<TortureDatabase> {
  const folder = mkdtempSync(join(parent, 'round-'));
  return kind === 'sqlite' ? onSqlite(folder) : onOwnDatabase(kind, folder);
}
