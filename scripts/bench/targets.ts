import { copyFileSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { connect, SERVERS, type Server } from './servers';
import { EMPTY, FOLDER, type Client } from './settings';

export const CLIENTS: readonly Client[] = ['sqlite', 'postgres', 'mysql'];

/** Where cases work: databases of the benchmark's own. */
export interface Target {
  /** A database's name, by what it is for. */
  name(purpose: string): string;
  /** The settings that lead to a database. */
  env(database: string): Readonly<Record<string, string>>;
  /** Makes a database anew, with an empty one of the same tables beside it. */
  renew(database: string, makeTables: (database: string) => Promise<unknown>): Promise<void>;
  /** Takes away what should not stay. */
  drop(): Promise<void>;
}

/** Files, which stay to be looked at. */
const sqlite: Target = {
  name: (purpose) => join(FOLDER, `${purpose}.db`),
  env: (database) => ({ DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: database }),
  async renew(database, makeTables) {
    for (const end of ['', '-wal', '-shm', EMPTY]) rmSync(`${database}${end}`, { force: true });
    await makeTables(database);
    copyFileSync(database, `${database}${EMPTY}`);
  },
  drop: () => Promise.resolve(),
};

function onServer(client: Exclude<Client, 'sqlite'>, server: Server): Target {
  const prefix = `copydesk_bench_${randomBytes(4).toString('hex')}`;
  const made = new Set<string>();
  const run = async (sql: string): Promise<void> => {
    const connection = await connect(client, server.maintenance);
    await connection.run(sql, []).finally(() => connection.close());
  };
  return {
    name: (purpose) => `${prefix}_${purpose}`,
    env: (database) => ({
      ...{ DATABASE_CLIENT: client, DATABASE_HOST: server.host, DATABASE_PORT: String(server.port) },
      ...{ DATABASE_NAME: database, DATABASE_USERNAME: server.user, DATABASE_PASSWORD: '', DATABASE_URL: '' },
    }),
    async renew(database, makeTables) {
      for (const name of [database, `${database}${EMPTY}`]) {
        await run(`drop database if exists ${name}`);
        await run(`create database ${name} ${server.options}`);
        made.add(name);
        await makeTables(name);
      }
    },
    async drop() {
      for (const name of made) await run(`drop database if exists ${name}`);
    },
  };
}

/** The databases of a run; on a server they have names of their own and are dropped with it. */
export function openTarget(client: Client): Target {
  return client === 'sqlite' ? sqlite : onServer(client, SERVERS[client]);
}
