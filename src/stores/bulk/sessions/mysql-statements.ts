import { chunksOf, decodeText, type Column, type Row, type Value } from './session';

/** Rows that go over with one statement; `isPrepared` where it is one that the server has read before, and gets the values beside it. */
export interface RowsAtOnce {
  readonly rows: readonly Row[];
  readonly isPrepared: boolean;
}

/** So many rows a prepared statement takes: always as many, so that there are few of them. */
const PREPARED_ROWS = 32;

/** From so many characters a row on, preparing pays: the text of a statement is made, sent and read in more time than its rows are stored in. */
const LONG_ROW = 1000;

/** Far less than servers take at once by default (16 MiB), in characters of up to four bytes. */
const MAX_PREPARED_CHARACTERS = 1_000_000;

/** While the server stores some rows, the next ones are made into a statement. */
const MAX_CHARACTERS = 500_000;

/** A value as the server takes it: instants as UTC without a zone, as the column has none. */
export function encode(kind: Column['kind'], value: Value): Value {
  if (value instanceof Uint8Array) return decodeText(value);
  return kind === 'instant' && value !== null ? String(value).slice(0, 23).replace('T', ' ') : value;
}

const lengthOf = (value: Value): number => (value instanceof Uint8Array ? value.length : String(value).length);

const sizeOf = (row: Row): number => row.reduce<number>((sum, value) => sum + lengthOf(value) + 3, 0);

function* textsOf(rows: readonly Row[]): Generator<RowsAtOnce> {
  let batch: Row[] = [];
  let characters = 0;
  for (const row of rows) {
    const size = sizeOf(row);
    if (batch.length > 0 && characters + size > MAX_CHARACTERS) {
      yield { rows: batch, isPrepared: false };
      batch = [];
      characters = 0;
    }
    batch.push(row);
    characters += size;
  }
  if (batch.length > 0) yield { rows: batch, isPrepared: false };
}

/** Divides rows, in their order, into those that go over with one statement. */
export function* statementsOf(rows: readonly Row[]): Generator<RowsAtOnce> {
  let rest: Row[] = [];
  for (const some of chunksOf(rows, PREPARED_ROWS)) {
    const characters = some.reduce((sum, row) => sum + sizeOf(row), 0);
    const isLong = characters >= LONG_ROW * PREPARED_ROWS && characters <= MAX_PREPARED_CHARACTERS;
    if (isLong && some.length === PREPARED_ROWS) {
      yield* textsOf(rest);
      rest = [];
      yield { rows: some, isPrepared: true };
    } else rest.push(...some);
  }
  yield* textsOf(rest);
}
