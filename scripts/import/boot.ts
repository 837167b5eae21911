import { createStrapi, type Core } from '@strapi/strapi';
import { resolve } from 'node:path';
import { BrokenSetUpError } from './broken-set-up-error';

const ROOT = resolve(__dirname, '..', '..', '..');

/** The first line says what is wrong; Strapi wraps the errors of settings in a longer story. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (error.message || error.name).split('\n')[0] ?? error.name;
}

interface Needs {
  /** Whether somebody asks this process over GraphQL. */
  readonly graphql: boolean;
}

/**
 * Loads Strapi without serving. Its log goes to standard error, errors only.
 *
 * @throws BrokenSetUpError where settings or database are not usable
 */
export async function bootStrapi({ graphql }: Needs = { graphql: false }): Promise<Core.Strapi> {
  if (!graphql) process.env.GRAPHQL_ENABLED = 'false';
  try {
    const strapi = createStrapi({ appDir: ROOT, distDir: resolve(ROOT, 'dist') });
    strapi.log.level = 'error';
    return await strapi.load();
  } catch (error) {
    throw new BrokenSetUpError(
      `The database can not be used (${reasonOf(error)}): check the DATABASE_* settings in .env.`,
    );
  }
}
