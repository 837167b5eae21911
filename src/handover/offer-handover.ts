import type { AddressInfo } from 'node:net';
import type { Core } from '@strapi/strapi';
import { announce, withdraw, type RunningServer } from './server-file';
import { sqliteFile } from './sqlite-file';

let announced: RunningServer | null = null;

/** The token that a script on this machine has to show; null where this process does not serve an SQLite database. */
export function handoverToken(): string | null {
  return announced?.token ?? null;
}

/**
 * On SQLite only one process may write. A server that listens says so in a file beside the database, so that the import script hands its
 * documents over instead of writing beside it.
 */
export function offerHandover(strapi: Core.Strapi): void {
  const database = sqliteFile(strapi);
  if (database === null) return;
  const { httpServer } = strapi.server;
  httpServer.on('listening', () => {
    announced = announce(database, (httpServer.address() as AddressInfo).port);
  });
  httpServer.on('close', () => {
    withdraw(database);
    announced = null;
  });
}

/** Takes the offer back when the application stops. */
export function withdrawHandover(strapi: Core.Strapi): void {
  const database = sqliteFile(strapi);
  if (database !== null) withdraw(database);
  announced = null;
}
