import type { Core } from '@strapi/strapi';
import type { Client } from 'pg';
import { IdPool } from './id-pool';
import { isDeadlock } from './is-deadlock';
import { mysqlSession, type MysqlConnection } from './mysql';
import { postgresSession } from './postgres';
import type { Session, Transaction } from './session';
import { sqliteSession, type SqliteConnection } from './sqlite';

/** The ids that a process has taken from a database. */
const pools = new WeakMap<Core.Strapi['db'], IdPool>();

function poolOf({ db }: Core.Strapi): IdPool {
  const pool = pools.get(db) ?? new IdPool();
  pools.set(db, pool);
  return pool;
}

/** knex gives a transaction's own connection to whoever asks the transaction's client. */
function connectionOf<Connection>(trx: Transaction): Promise<Connection> {
  const { client } = trx as unknown as { client: { acquireConnection(): Promise<Connection> } };
  return client.acquireConnection();
}

async function sessionOf(strapi: Core.Strapi, trx: Transaction): Promise<Session> {
  const { client } = strapi.db.dialect;
  if (client === 'mysql') return mysqlSession(await connectionOf<MysqlConnection>(trx));
  if (client === 'sqlite') return sqliteSession(await connectionOf<SqliteConnection>(trx));
  const [schema, ids] = [strapi.db.getSchemaName(), poolOf(strapi)];
  return postgresSession({ client: await connectionOf<Client>(trx), trx, schema, ids });
}

/** Works with a session, and leaves nothing of it under way. */
async function workWith<Value>(session: Session, work: (session: Session) => Promise<Value>): Promise<Value> {
  try {
    return await work(session);
  } finally {
    // What failed first is the reason for what failed after it.
    await session.settle();
  }
}

/** So often what an editor writes at the same time may be in the way. */
const MAX_TRIES = 5;

/** Works in one transaction: all of it is stored, or nothing. */
export function inSession<Value>(strapi: Core.Strapi, work: (session: Session) => Promise<Value>): Promise<Value> {
  return strapi.db.transaction(async ({ trx }) => workWith(await sessionOf(strapi, trx), work)) as Promise<Value>;
}

/**
 * The same, once more where the transaction was taken back since it and an editor's waited for each other.
 *
 * @param work may be done several times: it leaves nothing but what it stores
 */
export async function inSessionAgain<Value>(
  strapi: Core.Strapi,
  work: (session: Session) => Promise<Value>,
  tries = MAX_TRIES,
): Promise<Value> {
  try {
    return await inSession(strapi, work);
  } catch (error) {
    if (tries === 1 || !isDeadlock(error)) throw error;
    return inSessionAgain(strapi, work, tries - 1);
  }
}
