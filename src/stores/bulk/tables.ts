import type { Core } from '@strapi/strapi';
import type { Column, ColumnKind, Row, Value } from './sessions/session';
import { validatorOf, type Validator } from './validate';

/** An attribute of a content type or component as Strapi describes it; the parts that matter for writing rows. */
export interface Attribute {
  readonly type: string;
  readonly columnName?: string;
  readonly required?: boolean;
  readonly default?: unknown;
  readonly target?: string;
  readonly relation?: string;
  readonly joinTable?: JoinTable;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly regex?: string;
  readonly min?: number;
  readonly max?: number;
  readonly enum?: readonly string[];
}

export interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
  readonly orderColumnName?: string;
  readonly inverseOrderColumnName?: string;
}

export type Attributes = Readonly<Record<string, Attribute>>;

/** Values by attribute: instants as ISO 8601 texts, JSON as text. */
export type Data = Readonly<Record<string, Value | undefined>>;

/** What an item says of each attribute that is written. */
export type Reads<Item> = Readonly<Record<string, (item: Item) => Value | undefined>>;

/** The table of a content type or component, with those of its columns that an import writes. */
export interface Table {
  readonly uid: string;
  readonly name: string;
  readonly attributes: Attributes;
  readonly columns: readonly Column[];
  /** The name of an attribute's column. */
  column(attribute: string): string;
  /** What the content model has against data. */
  readonly findInvalid: Validator;
  /** A row with every column: what data says, else the attribute's default. */
  row(data: Data): Row;
  /** The same for many items: each attribute is read from the item itself, so that no data has to be put together for it. */
  rowsOf<Item>(reads: Reads<Item>): (item: Item) => Row;
  /** Some columns, in the order of the attributes. */
  columnsOf(attributes: readonly string[]): readonly Column[];
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  boolean: 'boolean',
  datetime: 'instant',
  timestamp: 'instant',
  text: 'text',
  richtext: 'text',
  json: 'json',
  blocks: 'json',
};

/** Columns that Strapi fills for users and languages: an import leaves them empty. */
const LEFT_EMPTY = new Set(['id', 'locale']);

function toValue({ type, default: value }: Attribute): Value {
  if (value === undefined || value === null || typeof value === 'function') return null;
  return KINDS[type] === 'json' ? JSON.stringify(value) : (value as Value);
}

/** What an import or Strapi itself writes; other columns get their default, and are left out where they have none. */
function isWritten(name: string, attribute: Attribute, written: ReadonlySet<string>): boolean {
  if (attribute.columnName === undefined || LEFT_EMPTY.has(name)) return false;
  return written.has(name) || toValue(attribute) !== null;
}

/**
 * The table of a content type or component, by the names in Strapi's metadata.
 *
 * @param written the attributes that an import writes
 */
export function tableOf(strapi: Core.Strapi, uid: string, written: readonly string[]): Table {
  const { tableName, attributes: known } = strapi.db.metadata.get(uid);
  const attributes = known as unknown as Attributes;
  const names = new Set(written);
  const fields = Object.entries(attributes).filter(([name, attribute]) => isWritten(name, attribute, names));
  const toColumn = ({ columnName = '', type }: Attribute): Column => ({
    name: columnName,
    kind: KINDS[type] ?? 'plain',
  });
  const defaults = fields.map(([, attribute]) => toValue(attribute));
  const keys = fields.map(([name]) => name);
  return {
    uid,
    attributes,
    findInvalid: validatorOf(attributes),
    name: tableName,
    columns: fields.map(([, attribute]) => toColumn(attribute)),
    column: (attribute) => attributes[attribute]?.columnName ?? attribute,
    row: (data) => keys.map((key, at) => data[key] ?? defaults[at] ?? null),
    rowsOf: (reads) => {
      const readers = keys.map((key) => reads[key] ?? null);
      return (item) => readers.map((read, at) => read?.(item) ?? defaults[at] ?? null);
    },
    columnsOf: (some) => some.map((name) => toColumn(attributes[name] ?? { type: 'string' })),
  };
}

/** The table that joins an attribute to its target. */
export function joinTableOf(table: Table, attribute: string): JoinTable {
  const joinTable = table.attributes[attribute]?.joinTable;
  if (joinTable === undefined) throw new Error(`${table.uid} has no join table for “${attribute}”.`);
  return joinTable;
}

/** The tables that join an entry or component to what it has or refers to. */
export function joinTablesOf({ attributes }: Pick<Table, 'attributes'>): readonly JoinTable[] {
  return Object.values(attributes).flatMap(({ joinTable }) => joinTable ?? []);
}

/** The table that says to which entries and components files belong, with the names of its columns. */
export interface MorphTable {
  readonly name: string;
  /** The table of the files themselves. */
  readonly files: string;
  readonly file: string;
  readonly owner: string;
  readonly ownerType: string;
}

interface MorphJoin extends JoinTable {
  readonly morphColumn: {
    readonly idColumn: { readonly name: string };
    readonly typeColumn: { readonly name: string };
  };
}

/** Where Strapi's uploads keep what they belong to. */
export function fileLinks(strapi: Core.Strapi): MorphTable {
  const { tableName: files, attributes: known } = strapi.db.metadata.get('plugin::upload.file');
  const attributes = known as unknown as Attributes;
  const { name, joinColumn, morphColumn } = attributes.related?.joinTable as MorphJoin;
  const { idColumn, typeColumn } = morphColumn;
  return { name, files, file: joinColumn.name, owner: idColumn.name, ownerType: typeColumn.name };
}

/**
 * The rows of entries: the draft's, and a published one where a time of publication is given.
 */
export function draftAndPublished<Item>(
  { rowsOf, attributes, columns }: Table,
  reads: Reads<Item>,
): (item: Item, publishedAt: string | null) => readonly Row[] {
  const toRow = rowsOf(reads);
  const place = columns.findIndex(({ name }) => name === attributes.publishedAt?.columnName);
  return (item, publishedAt) => {
    const draft = toRow(item);
    return publishedAt === null ? [draft] : [draft, draft.with(place, publishedAt)];
  };
}
