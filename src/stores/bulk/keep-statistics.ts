import type { Core } from '@strapi/strapi';
import type { BulkSchema } from './schema';

/** Documents after which the statistics are looked at for the first time; then each time four times as many. */
const FIRST = 500;
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
 * @returns to be told how many documents were written; waits for nothing but the look before, as long as that is under way
 */
export function keepStatistics(strapi: Core.Strapi, schema: BulkSchema): (documents: number) => Promise<void> {
  if (strapi.db.dialect.client !== 'postgres') return () => Promise.resolve();
  const { connection } = strapi.db;
  const schemaName = strapi.db.getSchemaName();
  const qualified = (table: string): string => (schemaName === undefined ? table : `${schemaName}.${table}`);
  const look = async (atLeast: number): Promise<void> => {
    const sql = 'select reltuples::float8 as rows from pg_class where oid = to_regclass(?)';
    const { rows } = await connection.raw<{ rows: readonly { rows: number }[] }>(sql, [
      qualified(schema.articles.name),
    ]);
    if ((rows[0]?.rows ?? 0) >= atLeast) return;
    for (const table of tablesOf(schema)) await connection.raw('analyze ??', [qualified(table)]);
  };
  let written = 0;
  let next = FIRST;
  let last = Promise.resolve();
  return async (documents) => {
    written += documents;
    if (written < next) return;
    next = written * GROWTH;
    await last;
    // Beside the batches that come: what it costs is the server's, and an import does not fail for it.
    last = look(written).catch(() => undefined);
  };
}
