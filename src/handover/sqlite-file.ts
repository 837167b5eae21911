import type { Core } from '@strapi/strapi';

/** The file of an SQLite database; null for databases that take care of several writers themselves. */
export function sqliteFile(strapi: Core.Strapi): string | null {
  const { client, connection } = strapi.config.get('database.connection') as {
    readonly client: string;
    readonly connection: { readonly filename?: string };
  };
  return client === 'sqlite' && connection.filename !== undefined ? connection.filename : null;
}
