import { copyFileSync, rmSync } from 'node:fs';
import { DEFAULT_LIMITS } from '../../src/importer/batches/batches-of';
import { toResult, type CaseResult, type CaseSettings } from './settings';

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

/**
 * Tables in an order in which no row names a later table, each with the share of the archive (0 to 1) after which a row can be written: its own
 * place, or that of the rows that it names.
 */
const TABLES: readonly (readonly [string, string])[] = [
  ['tags', '0'],
  ['articles', 'id * 1.0 / (select max(id) from articles)'],
  ['components_article_photos', 'id * 1.0 / (select max(id) from components_article_photos)'],
  ['components_article_authors', 'id * 1.0 / (select max(id) from components_article_authors)'],
  ['articles_cmps', 'entity_id * 1.0 / (select max(id) from articles)'],
  ['articles_tags_lnk', 'article_id * 1.0 / (select max(id) from articles)'],
  ['ranking_lists', 'id * 1.0 / (select max(id) from ranking_lists)'],
  ['components_ranking_entries', 'id * 1.0 / (select max(id) from components_ranking_entries)'],
  ['ranking_lists_cmps', 'entity_id * 1.0 / (select max(id) from ranking_lists)'],
  [
    'components_ranking_entries_article_lnk',
    'max(entry_id * 1.0 / (select max(id) from components_ranking_entries), article_id * 1.0 / (select max(id) from articles))',
  ],
  ['copydesk_changes', 'id * 1.0 / (select max(id) from copydesk_changes)'],
  ['copydesk_sightings', 'id * 1.0 / (select max(id) from copydesk_sightings)'],
  ['copydesk_sources', 'id * 1.0 / (select max(id) from copydesk_sources)'],
];

/** The application's own pragmas. */
const PRAGMAS = [
  ...['journal_mode = WAL', 'synchronous = NORMAL', 'cache_size = -32000', 'wal_autocheckpoint = 10000'],
  'foreign_keys = ON',
];

interface Table {
  readonly insert: Statement;
  readonly select: Statement;
}

function prepare(source: Connection, target: Connection, name: string, share: string): Table {
  const columns = (source.pragma(`table_info(${name})`) as { name: string }[]).map((column) => `"${column.name}"`);
  const places = columns.map(() => '?').join();
  const sql = `select ${share}, ${columns.join()} from ${name} order by 1, id`;
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

function writeAll(tables: readonly Table[], db: Connection, batches: number): number {
  const slices = tables.map((table) => slicesOf(table, batches));
  let spent = 0;
  for (let batch = 0; batch < batches; batch += 1) {
    const rows = slices.map((slice) => slice.next().value ?? []);
    const started = performance.now();
    db.exec('begin');
    rows.forEach((some, at) => some.forEach((row: readonly unknown[]) => tables[at]?.insert.run(row)));
    db.exec('commit');
    spent += performance.now() - started;
  }
  return spent;
}

/**
 * The ceiling: the rows that the bulk store left, written into the same tables with the same indexes and pragmas by prepared statements, in as many
 * transactions, and nothing else. Reading them is not counted.
 */
export async function runPlainSql({ documents, database }: CaseSettings): Promise<readonly CaseResult[]> {
  const target = `${database}.plain`;
  copyFileSync(`${database}.empty`, target);
  const Database = ((await import('better-sqlite3' as string)) as { default: Open }).default;
  const source = new Database(database, { readonly: true });
  const db = new Database(target);
  for (const pragma of PRAGMAS) db.pragma(pragma);
  const tables = TABLES.map(([name, share]) => prepare(source, db, name, share));
  const spent = writeAll(tables, db, Math.ceil(documents / DEFAULT_LIMITS.documents));
  const result = toResult('plain-sql', documents, spent);
  db.close();
  source.close();
  for (const end of ['', '-wal', '-shm']) rmSync(`${target}${end}`, { force: true });
  return [result];
}
