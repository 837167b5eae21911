import { DEFAULT_LIMITS } from '../../src/importer/batches/batches-of';
import { connect, type Connection, type Insert, type TextRow } from './servers';
import { client, EMPTY, toResult, type CaseResult, type CaseSettings } from './settings';
import { TABLES, type WrittenTable } from './tables';

/** Rows of a statement: with thirty columns as many values as PostgreSQL binds, and with long texts less than MySQL's packet. */
const ROWS = 500;

interface Table extends WrittenTable {
  readonly columns: readonly string[];
}

async function columnsOf(source: Connection, { name }: WrittenTable): Promise<readonly string[]> {
  const here = client() === 'mysql' ? 'database()' : 'current_schema()';
  const sql = `select column_name from information_schema.columns where table_schema = ${here} and table_name = '${name}'`;
  return (await source.run(sql, [])).map(([column]) => column ?? '');
}

/** The highest number of each table. */
async function findLast(source: Connection): Promise<ReadonlyMap<string, number>> {
  const last = new Map<string, number>();
  for (const { name } of TABLES) {
    const [[id = null] = []] = await source.run(`select max(id) from ${name}`, []);
    last.set(name, Number(id ?? 0));
  }
  return last;
}

/** The rows that a batch writes: those whose numbers have all come by then, and had not before. */
function conditionOf({ numbers }: Table, last: ReadonlyMap<string, number>, batch: number, batches: number): string {
  if (numbers.length === 0) return batch === 1 ? 'true' : 'false';
  const upTo = (share: number): string =>
    numbers.map(([column, table]) => `${column} <= ${Math.floor((last.get(table) ?? 0) * share)}`).join(' and ');
  return `${upTo(batch / batches)} and not (${upTo((batch - 1) / batches)})`;
}

async function readBatch(source: Connection, { name, columns }: Table, where: string): Promise<readonly TextRow[]> {
  return source.run(`select ${columns.map(source.quote).join()} from ${name} where ${where} order by id`, []);
}

/** The two ends of a plain case. */
interface Ends {
  readonly source: Connection;
  readonly target: Connection;
}

/** Writes the rows of all tables, batch after batch; answers the milliseconds that it took. */
async function fill({ source, target }: Ends, tables: readonly Table[], batches: number, insert: Insert) {
  const last = await findLast(source);
  let spent = 0;
  for (let batch = 1; batch <= batches; batch += 1) {
    const rows: (readonly TextRow[])[] = [];
    for (const table of tables) rows.push(await readBatch(source, table, conditionOf(table, last, batch, batches)));
    const started = performance.now();
    await target.run('begin', []);
    for (const [at, { name, columns }] of tables.entries()) await insert(name, columns, rows[at] ?? []);
    await target.run('commit', []);
    spent += performance.now() - started;
  }
  return spent;
}

/**
 * The ceiling on a server: the rows that the bulk store left, written into the same tables by statements of many rows, in as many transactions, and
 * nothing else; on PostgreSQL once more by COPY. Reading them is not counted.
 */
export async function runPlainInserts({ documents, database }: CaseSettings): Promise<readonly CaseResult[]> {
  const kind = client() === 'mysql' ? 'mysql' : 'postgres';
  const source = await connect(kind, database);
  const target = await connect(kind, `${database}${EMPTY}`);
  const tables: Table[] = [];
  for (const table of TABLES) tables.push({ ...table, columns: await columnsOf(source, table) });
  const batches = Math.ceil(documents / DEFAULT_LIMITS.documents);
  const insert: Insert = async (name, columns, rows) => {
    for (let at = 0; at < rows.length; at += ROWS) await target.insert(name, columns, rows.slice(at, at + ROWS));
  };
  const results = [toResult('plain-sql', documents, await fill({ source, target }, tables, batches, insert))];
  if (target.copy !== undefined) {
    await target.run(`truncate ${tables.map(({ name }) => target.quote(name)).join()} cascade`, []);
    results.push(toResult('plain-copy', documents, await fill({ source, target }, tables, batches, target.copy)));
  }
  await source.close();
  await target.close();
  return results;
}
