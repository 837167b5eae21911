import { unionOfParts } from './union-of-parts';
import {
  inPlaces,
  type Column,
  type ColumnKind,
  type FoundAt,
  type Greatest,
  type Row,
  type Session,
  type Value,
  quoted as name,
} from './session';

interface Statement {
  all(bindings: readonly unknown[]): readonly unknown[];
  run(bindings: readonly unknown[]): { readonly lastInsertRowid: number | bigint };
}

/** The connection as better-sqlite3 gives it. */
export interface SqliteConnection {
  prepare(sql: string): Statement;
}

const ID: Column = { name: 'id', kind: 'plain' };

/** Bytes become the text that they are, without a detour through JavaScript's strings. */
const placeOf = ({ kind }: Column): string => (kind === 'text' || kind === 'json' ? 'cast(? as text)' : '?');

/** Their texts don't depend on the data, so statements are few; were there more, they would be prepared anew instead of kept. */
const MAX_PREPARED = 500;

/** Preparing costs more than running: each connection keeps its statements. */
const prepared = new WeakMap<SqliteConnection, Map<string, Statement>>();

function prepare(connection: SqliteConnection, sql: string): Statement {
  const statements = prepared.get(connection) ?? new Map<string, Statement>();
  prepared.set(connection, statements);
  if (statements.size >= MAX_PREPARED) statements.clear();
  const statement = statements.get(sql) ?? connection.prepare(sql);
  statements.set(sql, statement);
  return statement;
}

/** The rows of a batch share a few instants; parsing one costs as much as writing a column. */
const instants = new Map<string, number>();
const MAX_INSTANTS = 2000;

function toTime(instant: string): number {
  const known = instants.get(instant);
  if (known !== undefined) return known;
  const time = Date.parse(instant);
  if (instants.size >= MAX_INSTANTS) instants.clear();
  instants.set(instant, time);
  return time;
}

const ENCODERS: Readonly<Record<ColumnKind, ((value: Value) => Value) | null>> = {
  plain: null,
  text: null,
  json: null,
  boolean: (value) => (value === null ? null : Number(value)),
  instant: (value) => (value === null ? null : toTime(String(value))),
};

/** The values of rows one behind the other, as they are bound. */
type Flatten = (rows: readonly Row[], from: number, to: number) => readonly Value[];

function flattenBy(columns: readonly Column[]): Flatten {
  const encoded = columns.flatMap(({ kind }, at) => {
    const encode = ENCODERS[kind];
    return encode === null ? [] : [{ at, encode }];
  });
  return (rows, from, to) => {
    const values: Value[] = [];
    for (let place = from; place < to; place += 1) {
      const row = rows[place] ?? [];
      const first = values.length;
      for (let at = 0; at < columns.length; at += 1) values.push(row[at] ?? null);
      for (const { at, encode } of encoded) values[first + at] = encode(row[at] ?? null);
    }
    return values;
  };
}

/** So many rows go into one statement as long as there are as many: beside what they hold, running it costs. */
const ROWS_AT_ONCE = [32, 8, 1];

function insertAll(
  connection: SqliteConnection,
  table: string,
  columns: readonly Column[],
  rows: readonly Row[],
): readonly number[] {
  const names = columns.map((column) => name(column.name)).join();
  const places = `(${columns.map(placeOf).join()})`;
  const flatten = flattenBy(columns);
  const ids: number[] = [];
  for (const count of ROWS_AT_ONCE) {
    if (ids.length + count > rows.length) continue;
    const all = Array<string>(count).fill(places).join();
    // A row that can't be stored fails the transaction: the rows before it in its statement need not be taken back by themselves.
    const statement = prepare(connection, `insert or fail into ${name(table)} (${names}) values ${all}`);
    while (ids.length + count <= rows.length) {
      const last = Number(statement.run(flatten(rows, ids.length, ids.length + count)).lastInsertRowid);
      // Rows of one statement get ids that follow each other: nobody else writes meanwhile.
      for (let back = count - 1; back >= 0; back -= 1) ids.push(last - back);
    }
  }
  return ids;
}

function updateAll(
  connection: SqliteConnection,
  table: string,
  columns: readonly Column[],
  rows: readonly Row[],
): void {
  const sets = columns.map((column) => `${name(column.name)} = ${placeOf(column)}`).join();
  const statement = prepare(connection, `update ${name(table)} set ${sets} where id = ?`);
  const flatten = flattenBy([...columns, ID]);
  const idLast = rows.map(([id = null, ...values]): Row => [...values, id]);
  idLast.forEach((_, at) => statement.run(flatten(idLast, at, at + 1)));
}

/**
 * A session on SQLite: statements that stay prepared, in the same process, each for few rows.
 */
export function sqliteSession(connection: SqliteConnection): Session {
  const select: Session['select'] = async <Found>(sql: string, bindings: readonly unknown[]) =>
    prepare(connection, sql).all(bindings) as readonly Found[];
  return {
    name,
    truth: 'true',
    hold: '',
    isOneOf: (expression) => `${expression} in (select value from json_each(?))`,
    list: (values) => JSON.stringify(values),
    pairs: () => `(select json_extract(value, '$[0]') as low, json_extract(value, '$[1]') as high from json_each(?))`,
    bytewise: (column) => column,
    toInstant: (stored) => (typeof stored === 'number' ? new Date(stored).toISOString() : null),
    toJson: (stored) => (typeof stored === 'string' ? JSON.parse(stored) : null),
    select,
    async greatest<Found>({ column, table, where }: Greatest, values: readonly (string | number)[]) {
      const greatest = `(select max(${column}) from ${table} where ${where('asked.value')})`;
      const sql = `select asked.key as place, ${greatest} as found from json_each(?) as asked`;
      const rows = prepare(connection, sql).all([JSON.stringify(values)]) as readonly FoundAt<Found>[];
      return inPlaces(rows, values.length);
    },
    firstOfEach: (what, prefixes) => unionOfParts(select, what, prefixes),
    async insert(table, columns, rows) {
      return insertAll(connection, table, columns, rows);
    },
    async add(table, columns, rows) {
      insertAll(connection, table, columns, rows);
    },
    async update(table, columns, rows) {
      updateAll(connection, table, columns, rows);
    },
    async remove(table, column, values) {
      prepare(connection, `delete from ${name(table)} where ${name(column)} in (select value from json_each(?))`).run([
        JSON.stringify(values),
      ]);
    },
    settle: () => Promise.resolve(),
  };
}
