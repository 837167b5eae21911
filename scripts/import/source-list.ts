import Database from 'better-sqlite3';
import { ON_DISK_WITHOUT_NAME } from '../../src/stores/scratch';
import type { Found } from './find-sources';

/** Sources one after the other, as often as they are asked for. */
export interface Sources extends Iterable<Found> {
  readonly length: number;
}

/** Sources on disk, in the order of the paths that were named and of their own names below each, whatever order they came in. An archive has millions. */
export interface SourceList extends Sources {
  /** Adds what the path at a place holds; a source that is there already is left out. */
  add(place: number, found: Found): void;
  close(): void;
}

interface Row {
  readonly place: number;
  readonly path: string;
  readonly name: string;
  readonly reason: string | null;
}

const TABLE =
  'create table found (place integer, path text, name text unique, reason text, primary key (place, path)) without rowid';
const PAGE = 1000;
const NEXT = `select * from found where (place, path) > (?, ?) order by place, path limit ${PAGE}`;

const toFound = ({ path, name, reason }: Row): Found => (reason === null ? { file: name, path } : { path, reason });

/** Opens an empty list. */
export function openSourceList(): SourceList {
  const database = new Database(ON_DISK_WITHOUT_NAME);
  // One transaction that never ends: nobody else sees the table, and nothing of it is to stay.
  database.exec(`pragma synchronous = off; pragma journal_mode = off; begin; ${TABLE}`);
  const insert = database.prepare('insert or ignore into found values (?, ?, ?, ?)');
  const next = database.prepare<[number, string], Row>(NEXT);
  let length = 0;

  function* pages(): Generator<readonly Row[]> {
    let [place, path] = [-1, ''];
    for (;;) {
      const rows = next.all(place, path);
      if (rows.length > 0) yield rows;
      if (rows.length < PAGE) return;
      ({ place, path } = rows[PAGE - 1] as Row);
    }
  }

  return {
    add(place, found) {
      const [name, reason] = 'file' in found ? [found.file, null] : [found.path, found.reason];
      length += insert.run(place, found.path, name, reason).changes;
    },
    get length() {
      return length;
    },
    *[Symbol.iterator]() {
      for (const rows of pages()) for (const row of rows) yield toFound(row);
    },
    close: () => void database.close(),
  };
}
