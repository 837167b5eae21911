import mysql from 'mysql2/promise';
import pg from 'pg';
import { copyRows, toCopyText } from '../../src/stores/bulk/sessions/copy-rows';

/** A server on this machine, as the databases' tests use it. */
export interface Server {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** A database that is there always. */
  readonly maintenance: string;
  /** How databases are made. */
  readonly options: string;
}

const host = '127.0.0.1';

export const SERVERS: Readonly<Record<'postgres' | 'mysql', Server>> = {
  postgres: { host, port: 5432, user: 'postgres', maintenance: 'postgres', options: '' },
  mysql: {
    ...{ host, port: 3306, user: 'root', maintenance: 'mysql' },
    options: 'character set utf8mb4 collate utf8mb4_bin',
  },
};

/** One row: every value as the text that the server gives and takes. */
export type TextRow = readonly (string | null)[];

/** Puts rows into a table. */
export type Insert = (table: string, columns: readonly string[], rows: readonly TextRow[]) => Promise<void>;

/** A plain connection, without anything of Strapi's. */
export interface Connection {
  run(sql: string, values: readonly unknown[]): Promise<readonly TextRow[]>;
  /** Inserts rows with one statement. */
  insert: Insert;
  /** Inserts rows by PostgreSQL's COPY; absent elsewhere. */
  readonly copy?: Insert;
  quote(name: string): string;
  close(): Promise<void>;
}

async function connectPostgres(database: string): Promise<Connection> {
  const { user, port } = SERVERS.postgres;
  const types = { getTypeParser: () => (text: unknown) => text };
  const client = new pg.Client({ host, port, user, database, types } as never);
  await client.connect();
  // As config/database.ts sets it.
  await client.query(`set default_toast_compression = 'lz4'`);
  const quote = (name: string): string => `"${name}"`;
  const run: Connection['run'] = async (text, values) =>
    ((await client.query({ text, values: [...values], rowMode: 'array' })) as { rows?: TextRow[] }).rows ?? [];
  return {
    run,
    quote,
    async insert(table, columns, rows) {
      const places = rows.map((_, at) => `(${columns.map((__, to) => `$${at * columns.length + to + 1}`).join()})`);
      await run(`insert into ${quote(table)} (${columns.map(quote).join()}) values ${places.join()}`, rows.flat());
    },
    copy: (table, columns, rows) =>
      copyRows(client, `${quote(table)} (${columns.map(quote).join()})`, toCopyText(rows)),
    close: () => client.end(),
  };
}

async function connectMysql(database: string): Promise<Connection> {
  const { user, port } = SERVERS.mysql;
  const connection = await mysql.createConnection({
    ...{ host, port, user, password: '', database, rowsAsArray: true },
    typeCast: (field) => field.string('utf8'),
  });
  const quote = (name: string): string => `\`${name}\``;
  const run: Connection['run'] = async (sql, values) => {
    const [rows] = await connection.query(sql, [...values] as string[]);
    return Array.isArray(rows) ? (rows as unknown as TextRow[]) : [];
  };
  return {
    run,
    quote,
    async insert(table, columns, rows) {
      await run(`insert into ${quote(table)} (${columns.map(quote).join()}) values ?`, [rows]);
    },
    close: () => connection.end(),
  };
}

/** Opens a connection to a database of a server on this machine. */
export function connect(client: 'postgres' | 'mysql', database: string): Promise<Connection> {
  return client === 'postgres' ? connectPostgres(database) : connectMysql(database);
}
