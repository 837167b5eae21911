import { insertParts, removeParts, type ComponentField, type Part } from '../bulk/components';
import { insertImages, standingFiles } from '../bulk/photo-images';
import type { Column, Row } from '../bulk/sessions/session';
import type { Table } from '../bulk/tables';
import { entryTable, type EntryUid } from '../changes/change-schema';
import type { EntryState, RowState } from '../changes/change-data';
import type { EntryNow } from './rows-now';
import type { Undo } from './undo';

/** An entry with the state that it goes back to. */
export interface Restoration {
  readonly now: EntryNow;
  readonly before: EntryState;
}

/** The published row in full: what is kept of it is only what differs from the draft. */
export function publishedOf({ draft, published }: EntryState): RowState | null {
  if (published === null) return null;
  return {
    tags: published.tags ?? draft.tags,
    values: { ...draft.values, ...published.values },
    parts: { ...draft.parts, ...published.parts },
  };
}

interface RowRestoration {
  readonly id: number;
  readonly state: RowState;
}

function rowsOf({ now, before }: Restoration): readonly RowRestoration[] {
  const published = publishedOf(before);
  return [
    ...(now.draft === null ? [] : [{ id: now.draft.id, state: before.draft }]),
    ...(now.published === null || published === null ? [] : [{ id: now.published.id, state: published }]),
  ];
}

async function writeColumns({ session }: Undo, table: Table, rows: readonly RowRestoration[]): Promise<void> {
  const updates = rows.map(({ id, state }): Row => [id, ...table.row(state.values)]);
  await session.update(table.name, table.columns, updates);
}

/** Pictures that editors had added come back, but for those that the media library has no longer. */
async function writeImages(
  { session }: Undo,
  { table, images }: ComponentField,
  ids: readonly number[],
  files: readonly (number | undefined)[],
): Promise<void> {
  if (images === undefined) return;
  const wanted = files.filter((file) => file !== undefined);
  const standing = await standingFiles(session, { table, images }, wanted);
  const kept = files.map((file) => (file !== undefined && standing.has(file) ? file : undefined));
  await insertImages(session, { table, images }, ids, kept);
}

async function writeParts(undo: Undo, field: ComponentField, rows: readonly RowRestoration[]): Promise<void> {
  const changed = rows.filter(({ state }) => field.field in state.parts);
  if (changed.length === 0) return;
  await removeParts(
    undo,
    field,
    changed.map(({ id }) => id),
  );
  const items = changed.flatMap(({ id, state }) =>
    (state.parts[field.field] ?? []).map((values, at) => ({ id, order: at + 1, values })),
  );
  const parts = items.map(({ id, order, values }): Part => ({ entityId: id, order, row: field.table.row(values) }));
  const ids = await insertParts(undo, field, parts);
  const files = items.map(({ values: { image } }) => (typeof image === 'number' ? image : undefined));
  await writeImages(undo, field, ids, files);
}

/** Those of some tags, by the ids of their rows, that nobody has deleted. */
export async function standingTags({ session, schema }: Undo, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const sql = `select id from ${session.name(schema.tags.name)} where ${session.isOneOf('id')}`;
  const rows = await session.select<{ readonly id: number }>(sql, [session.list(ids)]);
  return new Set(rows.map(({ id }) => id));
}

async function writeTags(undo: Undo, rows: readonly RowRestoration[]): Promise<void> {
  const { session, schema } = undo;
  const changed = rows.filter(({ state }) => state.tags !== null);
  if (schema.tagLinks === null || changed.length === 0) return;
  const { name, joinColumn, inverseJoinColumn, orderColumnName, inverseOrderColumnName } = schema.tagLinks;
  await session.remove(
    name,
    joinColumn.name,
    changed.map(({ id }) => id),
  );
  // Tags that somebody has deleted since don't come back.
  const wanted = changed.flatMap(({ state }) => (state.tags ?? []).map(([tag]) => tag));
  const standing = await standingTags(undo, [...new Set(wanted)]);
  const links = changed.flatMap(({ id, state }) =>
    (state.tags ?? []).filter(([tag]) => standing.has(tag)).map((place): Row => [id, ...place]),
  );
  const names = [joinColumn.name, inverseJoinColumn.name, orderColumnName, inverseOrderColumnName];
  const columns = names.map((column = ''): Column => ({ name: column, kind: 'plain' }));
  if (links.length > 0) await session.add(name, columns, links);
}

/** Puts entries of one content type back to what they were: columns, components and tags of both rows. */
export async function writeStates(undo: Undo, uid: EntryUid, entries: readonly Restoration[]): Promise<void> {
  const rows = entries.flatMap(rowsOf);
  if (rows.length === 0) return;
  await writeColumns(undo, entryTable(undo.schema, uid), rows);
  for (const field of undo.schema.parts[uid]) await writeParts(undo, field, rows);
  await writeTags(undo, rows);
}
