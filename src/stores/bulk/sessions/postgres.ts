import type { Client } from 'pg';
import { copyRows, toCopyText } from './copy-rows';
import type { IdPool } from './id-pool';
import { Line } from './line';
import {
  behind,
  type Beginning,
  type RowAt,
  decodeText,
  inPlaces,
  type Column,
  type FoundAt,
  type Greatest,
  type Row,
  type Session,
  type Transaction,
  type Value,
  quoted as name,
} from './session';

const ID: Column = { name: 'id', kind: 'plain' };

/** JSON is put in as it is, so that a body is made into text once. */
function encode(kind: Column['kind'], value: Value): string {
  if (value === null) return 'null';
  const plain = value instanceof Uint8Array ? decodeText(value) : value;
  return kind === 'json' ? String(plain) : JSON.stringify(plain);
}

function encodeRow(columns: readonly Column[], row: Row): string {
  return `{${columns.map((column, at) => `${JSON.stringify(column.name)}:${encode(column.kind, row[at] ?? null)}`).join()}}`;
}

/** How this database says what has nothing to do with a transaction. */
const DIALECT = {
  name,
  truth: 'true',
  hold: 'for no key update',
  isOneOf: (expression) => `${expression} = any(?)`,
  list: (values) => values,
  pairs: () => `(select pair ->> 0 as low, pair ->> 1 as high from json_array_elements(?::json) as pair)`,
  bytewise: (column) => `${column} collate "C"`,
  toInstant: (stored) => (stored instanceof Date ? stored.toISOString() : null),
  toJson: (stored) => (typeof stored === 'string' ? JSON.parse(stored) : (stored ?? null)),
} satisfies Partial<Session>;

/** What a session on PostgreSQL works with. */
interface Means {
  readonly client: Client;
  readonly trx: Transaction;
  readonly schema: string | undefined;
  readonly ids: IdPool;
}

type Run = Session['select'];

/** Each beginning is looked at by itself: where they stand in one statement as conditions of `like`, each is planned by itself, too. */
function findFirst<Found>(
  run: Run,
  { columns, table, column, where, limit }: Beginning,
  prefixes: readonly string[],
): Promise<readonly (Found & RowAt)[]> {
  // Compared byte by byte, as the index of the kind `text_pattern_ops` is.
  const begins = `${column} ~>=~ asked.low and ${column} ~<~ asked.high`;
  const first = `(select ${columns} from ${table} where ${begins} and ${where} limit ${limit})`;
  const asked = 'unnest(?::text[], ?::text[]) with ordinality as asked(low, high, place)';
  const sql = `select found.*, asked.place - 1 as place from ${asked} cross join lateral ${first} as found`;
  return run<Found & RowAt>(sql, [prefixes, prefixes.map(behind)]);
}

/**
 * A session on PostgreSQL. New rows go over by COPY, under ids that were taken before, so that the next rows are made while the server stores these; a
 * failure is answered to whoever comes next, at the latest to `settle`. Changes go over in one JSON binding, which the server takes apart by the table's own
 * types. Instants are written as UTC, whatever the process's or the session's zone.
 */
export function postgresSession({ client, trx, schema, ids }: Means): Session {
  const line = new Line();
  const table = (text: string): string => (schema === undefined ? name(text) : `${name(schema)}.${name(text)}`);
  const run: Run = <Found>(sql: string, bindings: readonly unknown[]): Promise<readonly Found[]> =>
    line.add(async () => {
      const { rows } = await (trx.raw(sql, bindings as never) as unknown as Promise<{ rows: readonly Found[] }>);
      return rows;
    });
  const records = (target: string): string => `json_populate_recordset(null::${table(target)}, ?::json)`;
  const bind = (columns: readonly Column[], rows: readonly Row[]): string =>
    `[${rows.map((row) => encodeRow(columns, row)).join()}]`;
  const askForIds = async (target: string, count: number): Promise<readonly number[]> => {
    // `offset 0` has the sequence looked up once, and not for each id.
    const sequence = `(select pg_get_serial_sequence(?, 'id')::regclass as name offset 0) as sequence`;
    const sql = `select nextval(sequence.name) as id from ${sequence}, generate_series(1, ?)`;
    return (await run<{ readonly id: unknown }>(sql, [table(target), count])).map(({ id }) => Number(id));
  };
  const insert: Session['insert'] = async (target, columns, rows) => {
    const taken = await ids.take(target, rows.length, askForIds);
    const names = [ID, ...columns].map((column) => name(column.name)).join();
    const text = toCopyText(rows.map((row, at): Row => [taken[at] ?? 0, ...row]));
    // Its failure is the line's: whoever comes next hears of it.
    line.add(() => copyRows(client, `${table(target)} (${names})`, text)).catch(() => undefined);
    return taken;
  };
  return {
    ...DIALECT,
    select: run,
    async greatest<Found>({ column, table: from, where }: Greatest, values: readonly (string | number)[]) {
      const value = typeof values[0] === 'number' ? 'asked.value::int' : 'asked.value';
      const greatest = `(select max(${column}) from ${from} where ${where(value)})`;
      const asked = 'json_array_elements_text(?::json) with ordinality as asked(value, place)';
      const sql = `select asked.place - 1 as place, ${greatest} as found from ${asked}`;
      return inPlaces(await run<FoundAt<Found>>(sql, [JSON.stringify(values)]), values.length);
    },
    firstOfEach: (what, prefixes) => findFirst(run, what, prefixes),
    insert,
    async add(target, columns, rows) {
      await insert(target, columns, rows);
    },
    async update(target, columns, rows) {
      const sets = columns.map((column) => `${name(column.name)} = incoming.${name(column.name)}`).join();
      const sql = `update ${table(target)} as stored set ${sets} from ${records(target)} as incoming where stored.id = incoming.id`;
      await run(sql, [bind([ID, ...columns], rows)]);
    },
    async remove(target, column, values) {
      await run(`delete from ${table(target)} where ${name(column)} = any(?)`, [values]);
    },
    settle: () => line.end(),
  };
}
