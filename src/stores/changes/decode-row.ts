import type { Session, Value } from '../bulk/sessions/session';
import type { Data, Table } from '../bulk/tables';

const attributesOf = ({ attributes, columns }: Table): readonly (readonly [string, string])[] => {
  const known = new Set(columns.map(({ name }) => name));
  return Object.entries(attributes).flatMap(([attribute, { columnName }]) =>
    columnName !== undefined && known.has(columnName) ? [[attribute, columnName] as const] : [],
  );
};

/** The columns that an import writes, each under its attribute's name. */
export function selectColumns(session: Session, table: Table, alias = table.name): string {
  return attributesOf(table)
    .map(([attribute, column]) => `${session.name(alias)}.${session.name(column)} as ${session.name(attribute)}`)
    .join(', ');
}

function toText(stored: unknown): string | null {
  if (stored === null || stored === undefined) return null;
  return typeof stored === 'string' ? stored : JSON.stringify(stored);
}

/** A row as the database answers `selectColumns`, as it's written: instants as ISO 8601 texts, JSON as text. */
export function decodeRow(session: Session, table: Table, row: Readonly<Record<string, unknown>>): Data {
  const kinds = new Map(table.columns.map(({ name, kind }) => [name, kind]));
  const decode = (kind: string | undefined, stored: unknown): Value => {
    if (stored === null || stored === undefined) return null;
    if (kind === 'instant') return session.toInstant(stored);
    if (kind === 'boolean') return Boolean(stored);
    return kind === 'json' ? toText(stored) : (stored as Value);
  };
  return Object.fromEntries(
    attributesOf(table).map(([attribute, column]) => [attribute, decode(kinds.get(column), row[attribute])]),
  );
}
