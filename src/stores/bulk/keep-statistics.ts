import type { Core } from '@strapi/strapi';
import type { BulkSchema } from './schema';

/** Documents after which the statistics are looked at for the first time; then each time four times as many. */
const FIRST = 250;
const GROWTH = 4;

/** The tables whose rows a batch looks for. */
function tablesOf(schema: BulkSchema): readonly string[] {
  const { articles, sources, tags, tagLinks, lists, entries, entryParts, articleLinks, sightings } = schema;
  return [articles, sources, tags, tagLinks, lists, entries, entryParts, articleLinks, sightings].map(
    ({ name }) => name,
  );
}

/**
 * Keeps PostgreSQL's statistics true while an import fills tables: it collects them by itself once a minute, and until then plans as if the tables were
 * as small as they were, reading them from end to end for each batch. Other databases count as they go.
 *
 * @returns to be told how many documents were written; what it has the server do goes on beside the batches that come
 */
export function keepStatistics(strapi: Core.Strapi, schema: BulkSchema): (documents: number) => Promise<void> {
  if (strapi.db.dialect.client !== 'postgres') return () => Promise.resolve();
  const { connection } = strapi.db;
  const schemaName = strapi.db.getSchemaName();
  const qualified = (table: string): string => (schemaName === undefined ? table : `${schemaName}.${table}`);
  let last: Promise<void> = Promise.resolve();
  // An import does not fail for it.
  const nothing = (): void => undefined;
  const look = async (atLeast: number): Promise<void> => {
    const sql = 'select reltuples::float8 as rows from pg_class where oid = to_regclass(?)';
    const { rows } = await connection.raw<{ rows: readonly { rows: number }[] }>(sql, [
      qualified(schema.articles.name),
    ]);
    if ((rows[0]?.rows ?? 0) >= atLeast) return;
    const tables = tablesOf(schema).map(qualified);
    // One statement: its connection is taken when it is asked for, and whoever closes the pool waits for it.
    last = connection.raw(`analyze ${tables.map(() => '??').join()}`, tables).then(nothing, nothing);
  };
  let written = 0;
  let next = FIRST;
  return async (documents) => {
    written += documents;
    if (written < next) return;
    next = written * GROWTH;
    await last;
    await look(written).catch(nothing);
  };
}
