import type { Table } from '../bulk/tables';
import type { Undo } from './undo';

interface SightingRow {
  readonly id: number;
  readonly list: string;
}

const named =
  ({ session }: Undo, table: Table) =>
  (attribute: string) =>
    session.name(table.column(attribute));

/**
 * Forgets what the run has seen in these source documents.
 *
 * @param identities of the documents
 * @returns document ids of the ranking lists that were seen
 */
export async function forgetSightings(undo: Undo, identities: readonly string[]): Promise<ReadonlySet<string>> {
  if (identities.length === 0) return new Set();
  const { session, runId } = undo;
  const { sightings } = undo.schema;
  const column = named(undo, sightings);
  const sql =
    `select id, ${column('listDocumentId')} as list from ${session.name(sightings.name)} ` +
    `where ${session.isOneOf(column('sourceIdentity'))} and ${column('runId')} = ?`;
  const rows = await session.select<SightingRow>(sql, [session.list(identities), runId]);
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await session.remove(sightings.name, 'id', ids);
  return new Set(rows.map(({ list }) => list));
}
