import type { Column, ColumnKind, Row, Session, Value } from './session';

interface Statement {
  all(bindings: readonly unknown[]): readonly unknown[];
  run(bindings: readonly unknown[]): { readonly lastInsertRowid: number | bigint };
}

/** The connection as better-sqlite3 gives it. */
export interface SqliteConnection {
  prepare(sql: string): Statement;
}

const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Bytes become the text that they are, without a detour through JavaScript's strings. */
const placeOf = ({ kind }: Column): string => (kind === 'text' || kind === 'json' ? 'cast(? as text)' : '?');

/** Preparing costs more than running: each connection keeps its statements. Their texts don't depend on the data, so they are few. */
const prepared = new WeakMap<SqliteConnection, Map<string, Statement>>();

function prepare(connection: SqliteConnection, sql: string): Statement {
  const statements = prepared.get(connection) ?? new Map<string, Statement>();
  prepared.set(connection, statements);
  const statement = statements.get(sql) ?? connection.prepare(sql);
  statements.set(sql, statement);
  return statement;
}

const ENCODERS: Readonly<Record<ColumnKind, ((value: Value) => Value) | null>> = {
  plain: null,
  text: null,
  json: null,
  boolean: (value) => (value === null ? null : Number(value)),
  instant: (value) => (value === null ? null : Date.parse(String(value))),
};

/** Encodes the rows' values in place of those columns that need it. */
function encodeRows(columns: readonly Column[], rows: readonly Row[], offset = 0): readonly Row[] {
  const encoders = columns.flatMap(({ kind }, at) => {
    const encode = ENCODERS[kind];
    return encode === null ? [] : [{ at: at + offset, encode }];
  });
  if (encoders.length === 0) return rows;
  return rows.map((row) => {
    const encoded = [...row];
    for (const { at, encode } of encoders) encoded[at] = encode(encoded[at] ?? null);
    return encoded;
  });
}

/** After the last character that a key can have. */
const LAST_CHARACTER = '\u{10ffff}';

/**
 * A session on SQLite. Rows are inserted one by one with a statement that stays prepared: in the same process that is faster than
 * many rows in one statement.
 */
export function sqliteSession(connection: SqliteConnection): Session {
  return {
    name,
    truth: '1',
    isOneOf: (expression) => `${expression} in (select value from json_each(?))`,
    list: (values) => JSON.stringify(values),
    pairs: () => `(select json_extract(value, '$[0]') as low, json_extract(value, '$[1]') as high from json_each(?))`,
    beginsWith: (column) => `${column} >= ? and ${column} < ?`,
    beginning: (prefix) => [prefix, `${prefix}${LAST_CHARACTER}`],
    toInstant: (stored) => (typeof stored === 'number' ? new Date(stored).toISOString() : null),
    toJson: (stored) => (typeof stored === 'string' ? JSON.parse(stored) : null),
    async select<Found>(sql: string, bindings: readonly unknown[]) {
      return prepare(connection, sql).all(bindings) as readonly Found[];
    },
    async insert(table, columns, rows) {
      const places = columns.map(placeOf).join();
      const names = columns.map((column) => name(column.name)).join();
      const statement = prepare(connection, `insert into ${name(table)} (${names}) values (${places})`);
      return encodeRows(columns, rows).map((row) => Number(statement.run(row).lastInsertRowid));
    },
    async update(table, columns, rows) {
      const names = columns.map((column) => `${name(column.name)} = ${placeOf(column)}`).join();
      const statement = prepare(connection, `update ${name(table)} set ${names} where id = ?`);
      for (const [id = null, ...values] of encodeRows(columns, rows, 1)) statement.run([...values, id]);
    },
    async remove(table, column, values) {
      prepare(connection, `delete from ${name(table)} where ${name(column)} in (select value from json_each(?))`).run([
        JSON.stringify(values),
      ]);
    },
  };
}
