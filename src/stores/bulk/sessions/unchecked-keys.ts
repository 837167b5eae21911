import type { Core } from '@strapi/strapi';

/**
 * Has SQLite take the bulk store's word for it that what its rows refer to is there: rows of the same transaction, or rows that it has found in it. To
 * be able to take a statement of several rows back, SQLite would copy each page before the statement changes it.
 *
 * Only for a process that has the database for itself: Strapi has one connection, and what others delete on it must take with it what refers to it.
 *
 * @param results of the bulk store, not begun yet
 */
export async function* withUncheckedKeys<Result>(
  { db }: Pick<Core.Strapi, 'db'>,
  results: AsyncIterable<Result>,
): AsyncGenerator<Result> {
  await db.connection.raw('pragma foreign_keys = off');
  try {
    yield* results;
  } finally {
    await db.connection.raw('pragma foreign_keys = on');
  }
}
