import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..', '..');

/** The file of the SQLite database by the settings of config/database.ts; null for another database. Reads `.env` as Strapi would. */
export function sqlitePath(): string | null {
  const env = resolve(ROOT, process.env.ENV_PATH ?? '.env');
  if (existsSync(env)) process.loadEnvFile(env);
  if ((process.env.DATABASE_CLIENT ?? 'sqlite') !== 'sqlite') return null;
  return resolve(process.cwd(), process.env.DATABASE_FILENAME ?? '.tmp/data.db');
}
