import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Core } from '@strapi/strapi';
import { bootStrapi } from '../../import/boot';

/** Boots on a new SQLite file. */
export async function bootOn(database: string): Promise<Core.Strapi> {
  mkdirSync(dirname(database), { recursive: true });
  for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
  Object.assign(process.env, { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: database, NODE_ENV: 'production' });
  return bootStrapi({ graphql: true });
}
