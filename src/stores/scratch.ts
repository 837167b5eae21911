import Database from 'better-sqlite3';

/** A table on disk that is gone with the process: what a run has to remember of each document without keeping it in memory. */
export interface Scratch {
  get(key: string): string | null;
  has(key: string): boolean;
  set(key: string, value: string): void;
  /** Notes keys that have nothing to say but that they are there. */
  addAll(keys: readonly string[]): void;
  remove(key: string): void;
  /** The keys and values that are left, in no order. Nothing may be written while they are read. */
  entries(): IterableIterator<readonly [string, string]>;
  close(): void;
}

/** SQLite makes a database without a name on disk, in its folder for temporary files, and deletes it itself. */
export const ON_DISK_WITHOUT_NAME = '';

/** Opens an empty table. */
export function openScratch(): Scratch {
  const database = new Database(ON_DISK_WITHOUT_NAME);
  database.exec('pragma synchronous = off; pragma journal_mode = off; pragma locking_mode = exclusive');
  database.exec('create table kept (key text primary key, value text not null) without rowid');
  const select = database.prepare<[string], string>('select value from kept where key = ?').pluck();
  const insert = database.prepare('insert or replace into kept values (?, ?)');
  const remove = database.prepare('delete from kept where key = ?');
  const all = database.prepare<[], [string, string]>('select key, value from kept').raw();
  const get = (key: string): string | null => select.get(key) ?? null;
  return {
    get,
    has: (key) => get(key) !== null,
    set: (key, value) => void insert.run(key, value),
    addAll: database.transaction((keys: readonly string[]) => keys.forEach((key) => insert.run(key, ''))),
    remove: (key) => void remove.run(key),
    entries: () => all.iterate(),
    close: () => void database.close(),
  };
}
