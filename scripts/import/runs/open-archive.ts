import { existsSync } from 'node:fs';
import knex, { type Knex } from 'knex';
import databaseConfig from '../../../config/database';
import { BrokenSetUpError } from '../broken-set-up-error';
import { sqlitePath } from '../sqlite-path';
import { UsageError } from '../usage-error';

/** The database, for looking only: without Strapi, so that it answers at once, and beside whoever writes. */
export interface Archive {
  readonly knex: Knex;
  /** An instant as the database answers it. */
  toDate(stored: unknown): Date | null;
}

interface Settings {
  readonly client: string;
  readonly connection: Readonly<Record<string, unknown>> & { readonly schema?: string };
}

type Env = Parameters<typeof databaseConfig>[0]['env'];

/** Settings as config/database.ts asks for them. */
const env = Object.assign((key: string, otherwise?: string) => process.env[key] ?? otherwise, {
  int: (key: string, otherwise: number) => Number(process.env[key] ?? otherwise),
  bool: (key: string, otherwise: boolean) => (process.env[key] ?? String(otherwise)) === 'true',
}) as unknown as Env;

function connect(): Knex {
  const { client, connection } = databaseConfig({ env } as never).connection as unknown as Settings;
  if (client !== 'sqlite')
    return knex({
      client: client === 'mysql' ? 'mysql2' : client,
      connection: connection as never,
      searchPath: connection.schema,
    });
  const options = { readonly: true, fileMustExist: true };
  return knex({ client: 'better-sqlite3', connection: { ...connection, options } as never, useNullAsDefault: true });
}

function toDate(stored: unknown): Date | null {
  return stored === null || stored === undefined ? null : new Date(stored as string | number | Date);
}

/**
 * Looks into the database. Where there is none yet, or one without runs, there is nothing to see.
 *
 * @throws BrokenSetUpError where the database does not answer
 */
export async function lookInto<Value>(work: (archive: Archive) => Promise<Value>, nothing: Value): Promise<Value> {
  const file = sqlitePath();
  if (file !== null && !existsSync(file)) return nothing;
  const connection = connect();
  try {
    if (!(await connection.schema.hasTable('copydesk_runs'))) return nothing;
    return await work({ knex: connection, toDate });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new BrokenSetUpError(
      `The database can not be read (${reason.split('\n')[0]}): check the DATABASE_* settings in .env.`,
    );
  } finally {
    await connection.destroy();
  }
}
