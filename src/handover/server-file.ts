import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** How a script reaches the server that has an SQLite database open: on this machine alone, with the token of this start. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  readonly token: string;
}

const TOKEN_BYTES = 32;
const OWNER_ONLY = 0o600;

const fileBeside = (database: string): string => `${database}.server.json`;

/** Writes down that this process serves the database; only its owner can read it. */
export function announce(database: string, port: number): RunningServer {
  const server = { pid: process.pid, port, token: randomBytes(TOKEN_BYTES).toString('hex') };
  const file = fileBeside(database);
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify(server)}\n`, { mode: OWNER_ONLY });
  return server;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The server that has the database open; null where none has, or where the one that had is gone. */
export function findServer(database: string): RunningServer | null {
  try {
    const server = JSON.parse(readFileSync(fileBeside(database), 'utf8')) as RunningServer;
    return isAlive(server.pid) ? server : null;
  } catch {
    return null;
  }
}

/** Takes the announcement back, if it's this process's own. */
export function withdraw(database: string): void {
  if (findServer(database)?.pid === process.pid) rmSync(fileBeside(database), { force: true });
}
