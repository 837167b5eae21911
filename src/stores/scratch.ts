interface Statement {
  get(...bindings: readonly unknown[]): unknown;
  run(...bindings: readonly unknown[]): unknown;
  iterate(...bindings: readonly unknown[]): IterableIterator<unknown>;
}

interface Connection {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

/** A table on disk that is gone with the process: what a run has to remember of each document without keeping it in memory. */
export interface Scratch {
  get(key: string): string | null;
  has(key: string): boolean;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** The keys and values that are left, in no order. */
  entries(): IterableIterator<readonly [string, string]>;
  close(): void;
}

/** SQLite makes a database without a name on disk, in its folder for temporary files, and deletes it itself. */
const ON_DISK_WITHOUT_NAME = '';

/** Opens an empty table. */
export function openScratch(): Scratch {
  const Database = require('better-sqlite3') as new (file: string) => Connection;
  const database = new Database(ON_DISK_WITHOUT_NAME);
  database.exec('pragma synchronous = off; pragma journal_mode = off; pragma locking_mode = exclusive');
  database.exec('create table kept (key text primary key, value text not null) without rowid');
  const select = database.prepare('select value from kept where key = ?');
  const insert = database.prepare('insert or replace into kept values (?, ?)');
  const remove = database.prepare('delete from kept where key = ?');
  const all = database.prepare('select key, value from kept');
  const get = (key: string): string | null =>
    (select.get(key) as { readonly value: string } | undefined)?.value ?? null;
  return {
    get,
    has: (key) => get(key) !== null,
    set: (key, value) => void insert.run(key, value),
    remove: (key) => void remove.run(key),
    *entries() {
      for (const row of all.iterate()) {
        const { key, value } = row as { readonly key: string; readonly value: string };
        yield [key, value];
      }
    },
    close: () => database.close(),
  };
}
