import type { Core } from '@strapi/strapi';
import { withUncheckedKeys } from '../../src/stores/bulk/sessions/unchecked-keys';
import type { ImportSession, ImportSettings } from '../../src/stores/import-session';
import { withShortLog } from './checkpoints/with-short-log';
import { sqlitePath } from './sqlite-path';

/** A run whose process has the database for itself where that is SQLite: it can do without what is there for others. */
export async function alone(
  strapi: Core.Strapi,
  opened: ImportSession,
  { store }: Pick<ImportSettings, 'store'>,
): Promise<ImportSession> {
  const database = sqlitePath();
  if (database === null) return opened;
  const session = await withShortLog(strapi, opened, database);
  const { importGroups } = session;
  if (store !== 'bulk' || importGroups === undefined) return session;
  return {
    ...session,
    importGroups: (groups, expected) => withUncheckedKeys(strapi, importGroups(groups, expected)),
  };
}
