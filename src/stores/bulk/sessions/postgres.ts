import type { Core } from '@strapi/strapi';
import { decodeText, type Column, type Row, type Session, type Value } from './session';

type Transaction = Parameters<Parameters<Core.Strapi['db']['transaction']>[0]>[0]['trx'];

const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** JSON is put in as it is, so that a body is made into text once. */
function encode(kind: Column['kind'], value: Value): string {
  if (value === null) return 'null';
  const plain = value instanceof Uint8Array ? decodeText(value) : value;
  return kind === 'json' ? String(plain) : JSON.stringify(plain);
}

function encodeRow(columns: readonly Column[], row: Row): string {
  return `{${columns.map((column, at) => `${JSON.stringify(column.name)}:${encode(column.kind, row[at] ?? null)}`).join()}}`;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/**
 * A session on PostgreSQL. Rows go over in one JSON binding, which the server takes apart by the table's own types: no statement
 * grows with the number of rows. Instants are written as UTC, whatever the process's or the session's zone.
 */
export function postgresSession(trx: Transaction, schema: string | undefined): Session {
  const table = (text: string): string => (schema === undefined ? name(text) : `${name(schema)}.${name(text)}`);
  const run = async <Found>(sql: string, bindings: readonly unknown[]): Promise<readonly Found[]> => {
    const { rows } = await (trx.raw(sql, bindings as never) as unknown as Promise<{ rows: readonly Found[] }>);
    return rows;
  };
  const records = (target: string): string => `json_populate_recordset(null::${table(target)}, ?::json)`;
  const bind = (columns: readonly Column[], rows: readonly Row[]): string =>
    `[${rows.map((row) => encodeRow(columns, row)).join()}]`;
  return {
    name,
    truth: 'true',
    isOneOf: (expression) => `${expression} = any(?)`,
    list: (values) => values,
    pairs: () => `(select pair ->> 0 as low, pair ->> 1 as high from json_array_elements(?::json) as pair)`,
    beginsWith: (column) => `${column} like ?`,
    beginning: (prefix) => [`${escapeLike(prefix)}%`],
    toInstant: (stored) => (stored instanceof Date ? stored.toISOString() : null),
    toJson: (stored) => (typeof stored === 'string' ? JSON.parse(stored) : (stored ?? null)),
    select: run,
    async insert(target, columns, rows) {
      const names = columns.map((column) => name(column.name)).join();
      const sql = `insert into ${table(target)} (${names}) select ${names} from ${records(target)} returning id`;
      const found = await run<{ readonly id: number }>(sql, [bind(columns, rows)]);
      return found.map(({ id }) => id);
    },
    async update(target, columns, rows) {
      const sets = columns.map((column) => `${name(column.name)} = incoming.${name(column.name)}`).join();
      const sql = `update ${table(target)} as stored set ${sets} from ${records(target)} as incoming where stored.id = incoming.id`;
      await run(sql, [bind([{ name: 'id', kind: 'plain' }, ...columns], rows)]);
    },
    async remove(target, column, values) {
      await run(`delete from ${table(target)} where ${name(column)} = any(?)`, [values]);
    },
  };
}
