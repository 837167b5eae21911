import type { Core } from '@strapi/strapi';

/** A transaction as Strapi hands it out. */
export type Transaction = Parameters<Parameters<Core.Strapi['db']['transaction']>[0]>[0]['trx'];

/** A name as SQL's standard quotes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * How a value is written: instants are ISO 8601 texts in UTC, JSON is text already, everything else as it is. Only `text` and `json` may come as
 * bytes of UTF-8.
 */
export type ColumnKind = 'plain' | 'boolean' | 'instant' | 'text' | 'json';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
}

export type Value = string | number | boolean | Uint8Array | null;
export type Row = readonly Value[];

/** A column whose greatest value is looked for, of the rows of a table that have to do with a value. Names are quoted. */
export interface Greatest {
  readonly column: string;
  readonly table: string;
  /** The condition, given what stands for the value in SQL. */
  readonly where: (value: string) => string;
}

/** Rows whose column begins with one of some texts, and fulfil a condition. Names are quoted. */
export interface Beginning {
  /** What is selected of each. */
  readonly columns: string;
  readonly table: string;
  readonly column: string;
  readonly where: string;
  /** So many rows for each text. */
  readonly limit: number;
}

/** The place of what a row was found for. */
export interface RowAt {
  readonly place: number;
}

/** Comes after every text that begins with these: no text goes on with a later character. */
export const behind = (prefix: string): string => `${prefix}\u{10ffff}`;

/**
 * The statements of one transaction, in one database's own way. SQL has `?` for bindings and names through `name`.
 */
export interface Session {
  /** The word for true. */
  readonly truth: string;
  /** What ends a select of rows that nobody else may write until the transaction ends; empty where nobody else can. */
  readonly hold: string;
  /** Quotes a name. */
  name(name: string): string;
  /** A condition with one binding, that of `list`: the expression is one of many values. */
  isOneOf(expression: string): string;
  /** The binding of `isOneOf`. */
  list(values: readonly (string | number)[]): unknown;
  /** A table expression `(…)` with the columns low and high, of one binding: a JSON text of pairs. */
  pairs(): string;
  /** A text column as it is compared by its bytes, where the database would compare it by the rules of a language. */
  bytewise(column: string): string;
  /** An instant as the database answers it, as ISO 8601 text. */
  toInstant(stored: unknown): string | null;
  /** JSON as the database answers it, as a value. */
  toJson(stored: unknown): unknown;
  select<Found>(sql: string, bindings: readonly unknown[]): Promise<readonly Found[]>;
  /** What is greatest for each value, in their order: one look at an index for each, however many rows there are. */
  greatest<Found extends string | number>(
    what: Greatest,
    values: readonly (string | number)[],
  ): Promise<readonly (Found | null)[]>;
  /** Some rows for each beginning, with its place: one look at an index for each, however many rows there are. */
  firstOfEach<Found>(what: Beginning, prefixes: readonly string[]): Promise<readonly (Found & RowAt)[]>;
  /** Inserts rows in their order; answers their ids, which may be before they are stored. */
  insert(table: string, columns: readonly Column[], rows: readonly Row[]): Promise<readonly number[]>;
  /** Inserts rows that nobody needs the ids of. They may still be on their way when this is done. */
  add(table: string, columns: readonly Column[], rows: readonly Row[]): Promise<void>;
  /** Writes these columns of rows that exist; each row begins with its id. */
  update(table: string, columns: readonly Column[], rows: readonly Row[]): Promise<void>;
  /** Deletes the rows whose column has one of these values. */
  remove(table: string, column: string, values: readonly number[]): Promise<void>;
  /** Waits for what is still under way; fails where any of it has failed. */
  settle(): Promise<void>;
}

/** A value that was found for the one at a place. */
export interface FoundAt<Found> {
  readonly place: number;
  readonly found: Found | null;
}

/** What was found, in the order of the places. */
export function inPlaces<Found>(rows: readonly FoundAt<Found>[], count: number): readonly (Found | null)[] {
  const found = new Map(rows.map((row) => [Number(row.place), row.found]));
  return Array.from({ length: count }, (_, place) => found.get(place) ?? null);
}

/** Cuts a list into pieces of at most so many items. */
export function chunksOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/** Bytes of UTF-8 as a text. */
export const decodeText = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString();
