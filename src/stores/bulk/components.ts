import type { Batch } from './batch';
import { isOfField } from './is-of-field';
import type { Column, Row } from './sessions/session';
import { removeImages } from './photo-images';
import { joinTablesOf, type JoinTable, type MorphTable, type Table } from './tables';

/** A component of an entry's row, at its place in the field. */
export interface Part {
  readonly entityId: number;
  readonly order: number;
  readonly row: Row;
}

/** A repeatable component field: where its parts are stored, and the table that says whose they are. */
export interface ComponentField {
  readonly field: string;
  readonly table: Table;
  readonly parts: JoinTable;
  /** Which files belong to its parts; absent where they have none. */
  readonly images?: MorphTable;
}

function partColumns({ joinColumn, inverseJoinColumn, orderColumnName = 'order' }: JoinTable): readonly Column[] {
  const names = [joinColumn.name, inverseJoinColumn.name, 'component_type', 'field', orderColumnName];
  return names.map((name) => ({ name, kind: 'plain' }));
}

/** Stores components; answers their ids. */
export async function insertParts(
  { session }: Pick<Batch, 'session'>,
  { field, table, parts }: ComponentField,
  items: readonly Part[],
): Promise<readonly number[]> {
  if (items.length === 0) return [];
  const rows = items.map(({ row }) => row);
  const ids = await session.insert(table.name, table.columns, rows);
  const joins = items.map(({ entityId, order }, at): Row => [entityId, ids[at] ?? 0, table.uid, field, order]);
  await session.add(parts.name, partColumns(parts), joins);
  return ids;
}

/** Deletes the components of rows in one field. */
export async function removeParts(
  { session }: Pick<Batch, 'session'>,
  component: ComponentField,
  rowIds: readonly number[],
): Promise<void> {
  const { field, table, parts, images } = component;
  const owner = `link.${session.name(parts.joinColumn.name)}`;
  const sql =
    `select link.id as id, link.${session.name(parts.inverseJoinColumn.name)} as part from ${session.name(parts.name)} as link ` +
    `where ${session.isOneOf(owner)} and ${isOfField(field, 'link')}`;
  const found = await session.select<{ readonly id: number; readonly part: number }>(sql, [session.list(rowIds)]);
  if (found.length === 0) return;
  await session.remove(
    parts.name,
    'id',
    found.map(({ id }) => id),
  );
  const ids = found.map(({ part }) => part);
  if (images !== undefined) await removeImages(session, { table, images }, ids);
  // Fields that were added to a component; an import may write where the database does not see to it that they go too.
  for (const { name, joinColumn } of joinTablesOf(table)) await session.remove(name, joinColumn.name, ids);
  await session.remove(table.name, 'id', ids);
}

/** Components of one field for several rows of one entry, each row with its own copy. */
export function partsOf(rowIds: readonly number[], rows: readonly Row[]): readonly Part[] {
  return rowIds.flatMap((entityId) => rows.map((row, at) => ({ entityId, order: at + 1, row })));
}

export function photosField({ schema }: Batch): ComponentField {
  return { field: 'photos', table: schema.photos, parts: schema.photoParts, images: schema.imageLinks };
}

export function authorsField({ schema }: Batch): ComponentField {
  return { field: 'authors', table: schema.authors, parts: schema.authorParts };
}

export function entriesField({ schema }: Batch): ComponentField {
  return { field: 'entries', table: schema.entries, parts: schema.entryParts };
}
