import type { Core } from '@strapi/strapi';
import { mysqlSession } from './mysql';
import { postgresSession } from './postgres';
import type { Session } from './session';
import { sqliteSession, type SqliteConnection } from './sqlite';

type Transaction = Parameters<Parameters<Core.Strapi['db']['transaction']>[0]>[0]['trx'];

async function sessionOf(strapi: Core.Strapi, trx: Transaction): Promise<Session> {
  const { client } = strapi.db.dialect;
  if (client === 'postgres') return postgresSession(trx, strapi.db.getSchemaName());
  if (client === 'mysql') return mysqlSession(trx);
  // knex gives a transaction's own connection to whoever asks the transaction's client.
  const { client: own } = trx as unknown as { client: { acquireConnection(): Promise<SqliteConnection> } };
  return sqliteSession(await own.acquireConnection());
}

/** Works in one transaction: all of it is stored, or nothing. */
export function inSession<Value>(strapi: Core.Strapi, work: (session: Session) => Promise<Value>): Promise<Value> {
  return strapi.db.transaction(async ({ trx }) => work(await sessionOf(strapi, trx))) as Promise<Value>;
}
