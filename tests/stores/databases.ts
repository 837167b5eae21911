import { randomBytes } from 'node:crypto';
import mysql from 'mysql2/promise';
import pg from 'pg';

/** A database of its own for one boot: the settings that lead to it, and its end. */
export interface FreshDatabase {
  readonly settings: Readonly<Record<string, string>>;
  drop(): Promise<void>;
}

const HOST = '127.0.0.1';
const newName = (): string => `copydesk_test_${randomBytes(6).toString('hex')}`;

async function onPostgres(sql: string): Promise<void> {
  const client = new pg.Client({ host: HOST, port: 5432, user: 'postgres', database: 'postgres' });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

async function onMysql(sql: string): Promise<void> {
  const connection = await mysql.createConnection({ host: HOST, port: 3306, user: 'root', password: '' });
  await connection.query(sql).finally(() => connection.end());
}

interface Server {
  readonly port: string;
  readonly user: string;
  readonly run: (sql: string) => Promise<void>;
  readonly options: string;
}

const SERVERS: Readonly<Record<string, Server>> = {
  postgres: { port: '5432', user: 'postgres', run: onPostgres, options: '' },
  mysql: { port: '3306', user: 'root', run: onMysql, options: 'character set utf8mb4 collate utf8mb4_bin' },
};

/** A fresh database of the kind that TEST_DATABASE_CLIENT names; SQLite's lies in the test's own folder, so it needs none. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const client = process.env.TEST_DATABASE_CLIENT ?? 'sqlite';
  const server = SERVERS[client];
  if (server === undefined) return { settings: {}, drop: async () => undefined };
  const name = newName();
  await server.run(`create database ${name} ${server.options}`);
  return {
    settings: {
      ...{ DATABASE_HOST: HOST, DATABASE_PORT: server.port, DATABASE_NAME: name },
      ...{ DATABASE_USERNAME: server.user, DATABASE_PASSWORD: '', DATABASE_URL: '' },
    },
    drop: () => server.run(`drop database ${name}`),
  };
}
