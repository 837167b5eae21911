import { createStrapi, type Core } from '@strapi/strapi';
import { resolve } from 'node:path';
import { BrokenSetUpError } from './broken-set-up-error';

const ROOT = resolve(__dirname, '..', '..', '..');

/** Loads Strapi without serving. Its log goes to standard error, errors only. */
export async function bootStrapi(): Promise<Core.Strapi> {
  const strapi = createStrapi({ appDir: ROOT, distDir: resolve(ROOT, 'dist') });
  strapi.log.level = 'error';
  try {
    return await strapi.load();
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new BrokenSetUpError(`The database can not be used (${reason}): check the DATABASE_* settings in .env.`);
  }
}
