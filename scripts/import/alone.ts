import type { Core } from '@strapi/strapi';
import { withUncheckedKeys } from '../../src/stores/bulk/sessions/unchecked-keys';
import type { ImportSession, ImportSettings } from '../../src/stores/import-session';
import { keepLogShort } from './checkpoints/short-log';
import { sqlitePath } from './sqlite-path';

/**
 * What an import asks of SQLite beyond what the application does (config/database.ts). Indexes whose keys come in no order touch a page for nearly each row: the
 * more of them are in memory, the fewer are fetched again. A statement that inserts several rows keeps a copy of each page before it
 * changes it, in a file unless it is told otherwise.
 */
export const IMPORT_PRAGMAS: readonly string[] = ['cache_size = -44000', 'temp_store = memory'];

/** A run whose process has the database for itself where that is SQLite: it can do without what is there for others. */
export async function alone(
  strapi: Core.Strapi,
  opened: ImportSession,
  { store }: Pick<ImportSettings, 'store'>,
): Promise<ImportSession> {
  const database = sqlitePath();
  if (database === null) return opened;
  for (const pragma of IMPORT_PRAGMAS) await strapi.db.connection.raw(`pragma ${pragma}`);
  const log = await keepLogShort(strapi, database);
  const { importGroups } = opened;
  const checks = store !== 'bulk';
  return {
    ...opened,
    ...(importGroups === undefined
      ? {}
      : {
          importGroups: (groups, expected) => {
            const stored = log.beginAnew(importGroups(groups, expected));
            return checks ? stored : withUncheckedKeys(strapi, stored);
          },
        }),
    async finish() {
      const summary = await opened.finish();
      await log.end();
      return summary;
    },
    async fail(error) {
      await opened.fail(error);
      await log.end();
    },
  };
}
