import type { ColumnKind, Session, Value } from '../bulk/sessions/session';
import type { Data, Table } from '../bulk/tables';

/** A column that an import writes, under its attribute's name. */
interface Written {
  readonly attribute: string;
  readonly column: string;
  readonly kind: ColumnKind;
}

/** Asked for with each row. */
const known = new WeakMap<Table, readonly Written[]>();

function writtenOf(table: Table): readonly Written[] {
  const found = known.get(table);
  if (found !== undefined) return found;
  const kinds = new Map(table.columns.map(({ name, kind }) => [name, kind]));
  const written = Object.entries(table.attributes).flatMap(([attribute, { columnName: column = '' }]) => {
    const kind = kinds.get(column);
    return kind === undefined ? [] : [{ attribute, column, kind }];
  });
  known.set(table, written);
  return written;
}

/** The columns that an import writes, each under its attribute's name. */
export function selectColumns(session: Session, table: Table, alias = table.name): string {
  return writtenOf(table)
    .map(({ attribute, column }) => `${session.name(alias)}.${session.name(column)} as ${session.name(attribute)}`)
    .join(', ');
}

function toText(stored: unknown): string | null {
  if (stored === null || stored === undefined) return null;
  return typeof stored === 'string' ? stored : JSON.stringify(stored);
}

/** A row as the database answers `selectColumns`, as it's written: instants as ISO 8601 texts, JSON as text. */
export function decodeRow(session: Session, table: Table, row: Readonly<Record<string, unknown>>): Data {
  const decode = (kind: ColumnKind, stored: unknown): Value => {
    if (stored === null || stored === undefined) return null;
    if (kind === 'instant') return session.toInstant(stored);
    if (kind === 'boolean') return Boolean(stored);
    return kind === 'json' ? toText(stored) : (stored as Value);
  };
  const data: Record<string, Value> = {};
  for (const { attribute, kind } of writtenOf(table)) data[attribute] = decode(kind, row[attribute]);
  return data;
}
