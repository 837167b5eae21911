import { copyFileSync, rmSync } from 'node:fs';
import { DEFAULT_LIMITS } from '../../src/importer/batches/batches-of';
import { IMPORT_PRAGMAS } from '../import/alone';
import { Curve } from './curve';
import { EMPTY, toResult, type CaseResult, type CaseSettings } from './settings';
import { TABLES, type WrittenTable } from './tables';

/** The part of better-sqlite3 that is used here; the package brings no types. */
interface Connection {
  prepare(sql: string): Statement;
  pragma(text: string): unknown;
  exec(sql: string): void;
  close(): void;
}

interface Statement {
  raw(): Statement;
  run(values: readonly unknown[]): void;
  iterate(): IterableIterator<readonly unknown[]>;
}

type Open = new (file: string, options?: { readonly readonly: boolean }) => Connection;

/** The share of the archive (0 to 1) after which a row can be written. */
function shareOf({ numbers }: WrittenTable): string {
  const shares = numbers.map(([column, table]) => `${column} * 1.0 / (select max(id) from ${table})`);
  return shares.length > 1 ? `max(${shares.join()})` : (shares[0] ?? '0');
}

/** The application's own pragmas and those of an import, which does without checking foreign keys, too. */
const PRAGMAS = [
  ...['journal_mode = WAL', 'synchronous = NORMAL', 'wal_autocheckpoint = 10000'],
  ...[...IMPORT_PRAGMAS, 'foreign_keys = OFF'],
];

interface Spent {
  readonly spent: number;
  readonly curve: Curve;
}

interface Table {
  readonly insert: Statement;
  readonly select: Statement;
}

function prepare(source: Connection, target: Connection, table: WrittenTable): Table {
  const { name } = table;
  const columns = (source.pragma(`table_info(${name})`) as { name: string }[]).map((column) => `"${column.name}"`);
  const places = columns.map(() => '?').join();
  const sql = `select ${shareOf(table)}, ${columns.join()} from ${name} order by 1, id`;
  return {
    insert: target.prepare(`insert into ${name} (${columns.join()}) values (${places})`),
    select: source.prepare(sql).raw(),
  };
}

/** A table's rows up to a share of the archive, batch after batch. */
function* slicesOf({ select }: Table, batches: number): Generator<readonly (readonly unknown[])[]> {
  const rows = select.iterate();
  let next = rows.next();
  for (let batch = 1; batch <= batches; batch += 1) {
    const slice: (readonly unknown[])[] = [];
    while (next.done !== true && (batch === batches || Number(next.value[0]) <= batch / batches)) {
      slice.push(next.value.slice(1));
      next = rows.next();
    }
    yield slice;
  }
}

/** Answers the milliseconds that it took, and how they changed. */
function writeAll(tables: readonly Table[], db: Connection, documents: number): Spent {
  const batches = Math.ceil(documents / DEFAULT_LIMITS.documents);
  const slices = tables.map((table) => slicesOf(table, batches));
  let spent = 0;
  const curve = new Curve(documents, () => spent);
  for (let batch = 0; batch < batches; batch += 1) {
    const rows = slices.map((slice) => slice.next().value ?? []);
    const started = performance.now();
    db.exec('begin');
    rows.forEach((some, at) => some.forEach((row: readonly unknown[]) => tables[at]?.insert.run(row)));
    db.exec('commit');
    spent += performance.now() - started;
    curve.step(documents / batches);
  }
  return { spent, curve };
}

/** The project's own indexes; Strapi's have other names, and what is unique stays. */
function dropIndexes(db: Connection): void {
  const sql = "select name from sqlite_master where type = 'index' and name like '%\\_index' escape '\\'";
  const names = [...db.prepare(sql).raw().iterate()].map(([name]) => String(name));
  for (const name of names) db.exec(`drop index "${name}"`);
}

/** Writes the rows of `database` into an empty one. */
async function fill({ documents, database }: CaseSettings, hasIndexes: boolean): Promise<Spent> {
  const target = `${database}.plain`;
  copyFileSync(`${database}${EMPTY}`, target);
  const Database = ((await import('better-sqlite3' as string)) as { default: Open }).default;
  const source = new Database(database, { readonly: true });
  const db = new Database(target);
  for (const pragma of PRAGMAS) db.pragma(pragma);
  if (!hasIndexes) dropIndexes(db);
  const tables = TABLES.map((table) => prepare(source, db, table));
  const written = writeAll(tables, db, documents);
  db.close();
  source.close();
  for (const end of ['', '-wal', '-shm']) rmSync(`${target}${end}`, { force: true });
  return written;
}

/**
 * The ceiling: the rows that the bulk store left, written into the same tables with the same indexes and pragmas by prepared statements, in as many
 * transactions, and nothing else. Reading them is not counted. Once more without the project's own indexes, which shows what they cost.
 */
export async function runPlainSql(settings: CaseSettings): Promise<readonly (CaseResult | object)[]> {
  const { documents } = settings;
  const [plain, without] = [await fill(settings, true), await fill(settings, false)];
  return [
    toResult('plain-sql', documents, plain.spent),
    ...plain.curve.toLines('plain-sql'),
    toResult('plain-sql-without-indexes', documents, without.spent),
  ];
}
