import type { ComponentField } from '../bulk/components';
import { isOfField } from '../bulk/is-of-field';
import { findImages } from '../bulk/photo-images';
import type { Session } from '../bulk/sessions/session';
import type { Data, JoinTable, Table } from '../bulk/tables';
import { entryTable, type ChangeSchema, type EntryUid } from './change-schema';
import type { EntryState, RowState, Stamps, TagPlace } from './change-data';
import { decodeRow, selectColumns } from './decode-row';

/** A row as it's stored, by attribute. */
interface StoredRow {
  readonly id: number;
  readonly values: Data;
}

async function selectRows(
  session: Session,
  table: Table,
  documentIds: readonly string[],
): Promise<readonly StoredRow[]> {
  const sql = `select id, ${selectColumns(session, table)} from ${session.name(table.name)} where ${session.isOneOf(
    session.name(table.column('documentId')),
  )}`;
  const rows = await session.select<Readonly<Record<string, unknown>> & { readonly id: number }>(sql, [
    session.list(documentIds),
  ]);
  return rows.map((row) => ({ id: row.id, values: decodeRow(session, table, row) }));
}

function groupBy<Item, Part>(
  items: readonly Item[],
  keyOf: (item: Item) => number,
  partOf: (item: Item) => Part,
): ReadonlyMap<number, readonly Part[]> {
  const groups = new Map<number, Part[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    groups.set(keyOf(item), group);
    group.push(partOf(item));
  }
  return groups;
}

async function selectParts(session: Session, component: ComponentField, rowIds: readonly number[]) {
  const { field, table, parts, images } = component;
  const owner = `part.${session.name(parts.joinColumn.name)}`;
  const sql =
    `select ${owner} as owner, component.id as part, ${selectColumns(session, table, 'component')} from ${session.name(parts.name)} as part ` +
    `join ${session.name(table.name)} as component on component.id = part.${session.name(parts.inverseJoinColumn.name)} ` +
    `where ${session.isOneOf(owner)} and ${isOfField(field, 'part')} order by part.${session.name(parts.orderColumnName ?? 'order')}`;
  const rows = await session.select<Readonly<Record<string, unknown>>>(sql, [session.list(rowIds)]);
  const partIds = rows.map(({ part }) => Number(part));
  const files = images === undefined ? null : await findImages(session, { table, images }, partIds);
  return groupBy(
    rows,
    ({ owner: id }) => Number(id),
    (row): Data => {
      const values = decodeRow(session, table, row);
      const image = files?.get(Number(row.part));
      return image === undefined ? values : { ...values, image };
    },
  );
}

interface LinkRow {
  readonly owner: number;
  readonly tag: number;
  readonly place: number | null;
  readonly inverse: number | null;
}

/**
 * The tags of rows of articles, by the row's number; rows without any are absent. They are read as they are now, whatever else the transaction has read before, and
 * stay so.
 */
export async function selectTags(
  session: Session,
  links: JoinTable,
  rowIds: readonly number[],
): Promise<ReadonlyMap<number, readonly TagPlace[]>> {
  const name = (text = ''): string => session.name(text);
  const owner = name(links.joinColumn.name);
  const sql =
    `select ${owner} as owner, ${name(links.inverseJoinColumn.name)} as tag, ${name(links.orderColumnName)} as place, ` +
    `${name(links.inverseOrderColumnName)} as inverse from ${name(links.name)} where ${session.isOneOf(owner)} order by id ${session.hold}`;
  const rows = await session.select<LinkRow>(sql, [session.list(rowIds)]);
  return groupBy(
    rows,
    ({ owner: id }) => id,
    ({ tag, place, inverse }): TagPlace => [tag, place, inverse],
  );
}

/** The entries whose states are asked for, and the fields that are about to change: what hangs on a row is read only where it changes. */
export interface AboutToChange {
  readonly documentId: string;
  readonly fields: readonly string[];
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === other ||
  (typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other));

function differing<Value>(
  one: Readonly<Record<string, Value>>,
  other: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(one).filter(([key, value]) => !isSame(value, other[key])));
}

/** The published row, as far as it differs from the draft. */
function withoutTheSame(published: RowState, draft: RowState): Partial<RowState> {
  return {
    values: differing(published.values, draft.values),
    parts: differing(published.parts, draft.parts),
    ...(isSame(published.tags, draft.tags) ? {} : { tags: published.tags }),
  };
}

/** Parts and tags of rows, read only for those rows in which they are about to change. */
async function readBelongings(
  session: Session,
  { parts, tagLinks }: ChangeSchema,
  uid: EntryUid,
  idsWith: (field: string) => readonly number[],
) {
  const byField = new Map<string, ReadonlyMap<number, readonly Data[]>>();
  for (const part of parts[uid]) {
    const ids = idsWith(part.field);
    if (ids.length > 0) byField.set(part.field, await selectParts(session, part, ids));
  }
  const tagged = idsWith('tags');
  const tags = tagLinks === null || tagged.length === 0 ? null : await selectTags(session, tagLinks, tagged);
  return { byField, tags };
}

/** Entries as they are stored now, by document id; the number of queries does not grow with theirs. */
export async function readStates(
  session: Session,
  schema: ChangeSchema,
  uid: EntryUid,
  entries: readonly AboutToChange[],
): Promise<ReadonlyMap<string, EntryState>> {
  if (entries.length === 0) return new Map();
  const fieldsOf = new Map(entries.map(({ documentId, fields }) => [documentId, new Set(fields)]));
  const rows = await selectRows(session, entryTable(schema, uid), [...fieldsOf.keys()]);
  const changes = ({ values }: StoredRow, field: string): boolean =>
    fieldsOf.get(String(values.documentId))?.has(field) === true;
  const idsWith = (field: string): readonly number[] => rows.filter((row) => changes(row, field)).map(({ id }) => id);
  const { byField, tags } = await readBelongings(session, schema, uid, idsWith);
  return toEntries(rows, (row) => ({
    values: row.values,
    parts: Object.fromEntries(
      [...byField].filter(([field]) => changes(row, field)).map(([field, byRow]) => [field, byRow.get(row.id) ?? []]),
    ),
    tags: tags !== null && changes(row, 'tags') ? (tags.get(row.id) ?? []) : null,
  }));
}

function toEntries(rows: readonly StoredRow[], stateOf: (row: StoredRow) => RowState): ReadonlyMap<string, EntryState> {
  const published = new Map(
    rows.filter(({ values }) => values.publishedAt !== null).map((row) => [row.values.documentId, row]),
  );
  const drafts = rows.filter(({ values }) => values.publishedAt === null);
  return new Map(
    drafts.map((row): [string, EntryState] => {
      const draft = stateOf(row);
      const twin = published.get(row.values.documentId);
      const state = { draft, published: twin === undefined ? null : withoutTheSame(stateOf(twin), draft) };
      return [String(row.values.documentId), state];
    }),
  );
}

interface StampRow {
  readonly document: string;
  readonly updated: unknown;
  readonly published: unknown;
}

/** When the rows of entries were last written, by document id. */
export async function readStamps(
  session: Session,
  table: Table,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, Stamps>> {
  if (documentIds.length === 0) return new Map();
  const column = (attribute: string): string => session.name(table.column(attribute));
  const sql =
    `select ${column('documentId')} as document, ${column('updatedAt')} as updated, ${column('publishedAt')} as published ` +
    `from ${session.name(table.name)} where ${session.isOneOf(column('documentId'))}`;
  const stamps = new Map<string, Stamps>();
  for (const { document, updated, published } of await session.select<StampRow>(sql, [session.list(documentIds)])) {
    const kind = published === null ? 'draft' : 'published';
    stamps.set(document, { draft: null, published: null, ...stamps.get(document), [kind]: session.toInstant(updated) });
  }
  return stamps;
}

/** Rows of the ledger as they are stored now, by identity. */
export async function readSources(
  session: Session,
  { sources }: ChangeSchema,
  by: 'identity' | 'documentId' | 'articleIdentity',
  values: readonly string[],
): Promise<ReadonlyMap<string, Data>> {
  if (values.length === 0) return new Map();
  const sql = `select ${selectColumns(session, sources)} from ${session.name(sources.name)} where ${session.isOneOf(
    session.name(sources.column(by)),
  )}`;
  const rows = await session.select<Readonly<Record<string, unknown>>>(sql, [session.list(values)]);
  return new Map(rows.map((row) => decodeRow(session, sources, row)).map((row) => [String(row[by]), row]));
}
