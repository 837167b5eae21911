import { Line } from './line';
import { encode, statementsOf, type RowsAtOnce } from './mysql-statements';
import { unionOfParts } from './union-of-parts';
import {
  chunksOf,
  inPlaces,
  type Column,
  type FoundAt,
  type Greatest,
  type Row,
  type Session,
  type Value,
} from './session';

const name = (text: string): string => `\`${text.replaceAll('`', '``')}\``;

/** Compared character by character, as the keys are. */
const PAIRS =
  `(select low collate utf8mb4_bin as low, high collate utf8mb4_bin as high from ` +
  `json_table(?, '$[*]' columns (low varchar(255) path '$[0]', high varchar(255) path '$[1]')) as pair)`;

interface Header {
  readonly insertId: number;
}

/** `in ()` is no SQL; nothing equals null. */
const list = (values: readonly Value[]): readonly Value[] => (values.length === 0 ? [null] : values);

/** How this database says what has nothing to do with a transaction. */
const DIALECT = {
  name,
  truth: '1',
  hold: 'for update',
  isOneOf: (expression) => `${expression} in (?)`,
  list,
  pairs: () => PAIRS,
  bytewise: (column) => column,
  toInstant: (stored) => (stored instanceof Date ? stored.toISOString() : null),
  toJson: (stored) => (typeof stored === 'string' ? JSON.parse(stored) : (stored ?? null)),
} satisfies Partial<Session>;

type Run = <Answer>(sql: string, bindings: readonly unknown[]) => Promise<Answer>;

/** How far the ids of a statement's rows are apart; the server is asked once. */
function stepOf(run: Run): () => Promise<number> {
  const ask = async (): Promise<number> => {
    const [found] = await run<readonly { step: number }[]>('select @@auto_increment_increment as step', []);
    return found?.step ?? 1;
  };
  let step: Promise<number> | null = null;
  return () => (step ??= ask());
}

/** As many parts as make a statement that is read quickly. */
const MAX_UNIONS = 100;

/** The value stands in the statement: only then is the greatest looked up instead of searched for among all. */
async function findGreatest<Found>(
  run: Run,
  { column, table, where }: Greatest,
  values: readonly (string | number)[],
): Promise<readonly (Found | null)[]> {
  const found: (Found | null)[] = [];
  for (const some of chunksOf(values, MAX_UNIONS)) {
    const one = `(select max(${column}) from ${table} where ${where('?')}) as found`;
    const sql = some.map((_, place) => `select ${place} as place, ${one}`).join(' union all ');
    found.push(...inPlaces(await run<readonly FoundAt<Found>[]>(sql, some), some.length));
  }
  return found;
}

/** What a session asks of mysql2's connection. */
export interface MysqlConnection {
  /** Puts values into a statement. */
  format(sql: string, values: readonly unknown[]): string;
  /** @param values null where they are in the statement already: it is not searched for their places then */
  query(sql: string, values: null, done: Done): unknown;
  /** Has the server prepare a statement, once for each text, and gives it the values. */
  execute(sql: string, values: readonly unknown[], done: Done): unknown;
}

type Done = (error: Error | null, answer: unknown) => void;

const answerOf = <Answer>(ask: (done: Done) => unknown): Promise<Answer> =>
  new Promise((done, fail) => ask((error, answer) => (error === null ? done(answer as Answer) : fail(error))));

/** What a statement answers, or that it is not sent since one before it has failed. Its text is made at once: while the server works on those before it. */
function runIn(connection: MysqlConnection, line: Line): Run {
  return <Answer>(sql: string, bindings: readonly unknown[]): Promise<Answer> => {
    const text = connection.format(sql, bindings);
    return line.add(() => answerOf<Answer>((done) => connection.query(text, null, done)));
  };
}

/** The same by a prepared statement. */
function executeIn(connection: MysqlConnection, line: Line): Run {
  return <Answer>(sql: string, bindings: readonly unknown[]): Promise<Answer> =>
    line.add(() => answerOf<Answer>((done) => connection.execute(sql, bindings, done)));
}

type Insert = (table: string, columns: readonly Column[], some: RowsAtOnce, rest?: string) => Promise<Header>;

/** Inserts rows; `rest` is what the statement ends with. */
function insertBy(run: Run, execute: Run): Insert {
  return (table, columns, { rows, isPrepared }, rest = '') => {
    const into = `insert into ${name(table)} (${columns.map((column) => name(column.name)).join()}) values`;
    const values = rows.map((row) => columns.map(({ kind }, at) => encode(kind, row[at] ?? null)));
    if (!isPrepared) return run<Header>(`${into} ? ${rest}`, [values]);
    const places = `(${columns.map(() => '?').join()})`;
    return execute<Header>(`${into} ${rows.map(() => places).join()} ${rest}`, values.flat());
  };
}

/** Lets the answer of one statement in, and the next one go out, between two that are being made. */
const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Those of some rows that are there, and stay until the transaction ends: `on duplicate key update` would make the others anew. */
async function lockRows(run: Run, table: string, rows: readonly Row[]): Promise<readonly Row[]> {
  const sql = `select id from ${name(table)} where id in (?) for update`;
  const found = await run<readonly { readonly id: number }[]>(sql, [list(rows.map(([id = null]) => id))]);
  const there = new Set(found.map(({ id }) => Number(id)));
  return rows.filter(([id]) => there.has(Number(id)));
}

/**
 * A session on MySQL or MariaDB. The ids of rows that one statement inserts follow each other (InnoDB knows their number beforehand). Statements go out one
 * behind the other; those that nobody waits for are waited for by `settle`. Behind one that failed nothing more is sent: the server may have
 * taken the whole transaction back (a deadlock), and would store what comes after it at once.
 */
export function mysqlSession(connection: MysqlConnection): Session {
  const line = new Line();
  const run = runIn(connection, line);
  const insert = insertBy(run, executeIn(connection, line));
  const findStep = stepOf(run);
  const idsOf = async (rows: readonly Row[], stored: Promise<Header>): Promise<readonly number[]> => {
    const { insertId } = await stored;
    const step = await findStep();
    return rows.map((_, at) => insertId + at * step);
  };
  return {
    ...DIALECT,
    select: run,
    greatest: (what, values) => findGreatest(run, what, values),
    firstOfEach: (what, prefixes) => unionOfParts(run, what, prefixes),
    async insert(table, columns, rows) {
      const stored: Promise<readonly number[]>[] = [];
      for (const some of statementsOf(rows)) {
        const ids = idsOf(some.rows, insert(table, columns, some));
        // It is waited for below; until then a failure is not an unhandled one.
        ids.catch(() => undefined);
        stored.push(ids);
        await turn();
      }
      return (await Promise.all(stored)).flat();
    },
    async add(table, columns, rows) {
      for (const some of statementsOf(rows)) {
        // Its failure is the line's: whoever comes next hears of it.
        insert(table, columns, some).catch(() => undefined);
        await turn();
      }
    },
    async update(table, columns, rows) {
      const sets = columns.map((column) => `${name(column.name)} = values(${name(column.name)})`).join();
      const all: readonly Column[] = [{ name: 'id', kind: 'plain' }, ...columns];
      for (const some of statementsOf(await lockRows(run, table, rows))) {
        insert(table, all, some, `on duplicate key update ${sets}`).catch(() => undefined);
        await turn();
      }
    },
    async remove(table, column, values) {
      await run(`delete from ${name(table)} where ${name(column)} in (?)`, [list(values)]);
    },
    settle: () => line.end(),
  };
}
