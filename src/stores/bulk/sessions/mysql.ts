import type { Core } from '@strapi/strapi';
import { decodeText, type Column, type Row, type Session, type Value } from './session';

type Transaction = Parameters<Parameters<Core.Strapi['db']['transaction']>[0]>[0]['trx'];

const name = (text: string): string => `\`${text.replaceAll('`', '``')}\``;

/** Compared character by character, as the keys are. */
const PAIRS =
  `(select low collate utf8mb4_bin as low, high collate utf8mb4_bin as high from ` +
  `json_table(?, '$[*]' columns (low varchar(255) path '$[0]', high varchar(255) path '$[1]')) as pair)`;

/** A quarter of what servers take in one statement by default (16 MiB): characters may take four bytes. */
const MAX_CHARACTERS = 3_500_000;

/** Instants as UTC without a zone, as the column has none. */
function encode(kind: Column['kind'], value: Value): Value {
  if (value instanceof Uint8Array) return decodeText(value);
  return kind === 'instant' && value !== null ? String(value).slice(0, 23).replace('T', ' ') : value;
}

const lengthOf = (value: Value): number => (value instanceof Uint8Array ? value.length : String(value).length);

const sizeOf = (row: Row): number => row.reduce<number>((sum, value) => sum + lengthOf(value) + 3, 0);

function* statementsOf(rows: readonly Row[]): Generator<readonly Row[]> {
  let batch: Row[] = [];
  let characters = 0;
  for (const row of rows) {
    const size = sizeOf(row);
    if (batch.length > 0 && characters + size > MAX_CHARACTERS) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(row);
    characters += size;
  }
  if (batch.length > 0) yield batch;
}

interface Header {
  readonly insertId: number;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** `in ()` is no SQL; nothing equals null. */
const list = (values: readonly Value[]): readonly Value[] => (values.length === 0 ? [null] : values);

/**
 * A session on MySQL or MariaDB. The ids of rows that one statement inserts follow each other (InnoDB knows their number beforehand).
 */
export function mysqlSession(trx: Transaction): Session {
  const run = async <Answer>(sql: string, bindings: readonly unknown[]): Promise<Answer> => {
    const [answer] = await (trx.raw(sql, bindings as never) as unknown as Promise<[Answer]>);
    return answer;
  };
  const insert = async (
    table: string,
    columns: readonly Column[],
    rows: readonly Row[],
    rest = '',
  ): Promise<Header> => {
    const names = columns.map((column) => name(column.name)).join();
    const values = rows.map((row) => columns.map(({ kind }, at) => encode(kind, row[at] ?? null)));
    return run<Header>(`insert into ${name(table)} (${names}) values ? ${rest}`, [values]);
  };
  return {
    name,
    truth: '1',
    isOneOf: (expression) => `${expression} in (?)`,
    list,
    pairs: () => PAIRS,
    beginsWith: (column) => `${column} like ?`,
    beginning: (prefix) => [`${escapeLike(prefix)}%`],
    toInstant: (stored) => (stored instanceof Date ? stored.toISOString() : null),
    toJson: (stored) => (typeof stored === 'string' ? JSON.parse(stored) : (stored ?? null)),
    select: run,
    async insert(table, columns, rows) {
      const [{ step = 1 } = {}] = await run<readonly { step: number }[]>(
        'select @@auto_increment_increment as step',
        [],
      );
      const ids: number[] = [];
      for (const some of statementsOf(rows)) {
        const { insertId } = await insert(table, columns, some);
        ids.push(...some.map((_, at) => insertId + at * step));
      }
      return ids;
    },
    async update(table, columns, rows) {
      const sets = columns.map((column) => `${name(column.name)} = values(${name(column.name)})`).join();
      for (const some of statementsOf(rows)) {
        await insert(table, [{ name: 'id', kind: 'plain' }, ...columns], some, `on duplicate key update ${sets}`);
      }
    },
    async remove(table, column, values) {
      await run(`delete from ${name(table)} where ${name(column)} in (?)`, [list(values)]);
    },
  };
}
