import type { Row } from '../bulk/sessions/session';
import { captureTime } from '../bulk/sightings';
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

interface Seen {
  readonly list: string;
  readonly count: number | string;
  readonly first: unknown;
  readonly last: unknown;
}

/** How often and when lists were seen, by their document ids; those that no document shows any more are absent. */
export async function sightingsOf(undo: Undo, listIds: readonly string[]): Promise<ReadonlyMap<string, Seen>> {
  if (listIds.length === 0) return new Map();
  const { session } = undo;
  const { sightings } = undo.schema;
  const column = named(undo, sightings);
  const [list, seenAt] = [column('listDocumentId'), column('seenAt')];
  const sql =
    `select ${list} as list, count(*) as ${session.name('count')}, min(${seenAt}) as ${session.name('first')}, ` +
    `max(${seenAt}) as ${session.name('last')} from ${session.name(sightings.name)} ` +
    `where ${session.isOneOf(list)} group by ${list}`;
  const rows = await session.select<Seen>(sql, [session.list(listIds)]);
  return new Map(rows.map((row) => [row.list, row]));
}

interface ListRow {
  readonly id: number;
  readonly document: string;
  readonly basis: string | null;
  readonly captured: unknown;
  readonly first: unknown;
  readonly last: unknown;
}

const COUNTED = ['capturedAt', 'firstSeenAt', 'lastSeenAt', 'sourceCount'] as const;

/** Says of lists that stay how often and when they were seen without the run. A time of capture that an editor has set stays. */
export async function countAgain(undo: Undo, listIds: readonly string[]): Promise<void> {
  const seen = await sightingsOf(undo, listIds);
  if (seen.size === 0) return;
  const { session } = undo;
  const { lists } = undo.schema;
  const column = named(undo, lists);
  const sql =
    `select id, ${column('documentId')} as document, ${column('capturedAtBasis')} as basis, ` +
    `${column('capturedAt')} as captured, ${column('firstSeenAt')} as ${session.name('first')}, ` +
    `${column('lastSeenAt')} as ${session.name('last')} ` +
    `from ${session.name(lists.name)} where ${session.isOneOf(column('documentId'))}`;
  const rows = await session.select<ListRow>(sql, [session.list([...seen.keys()])]);
  const counted = rows.map(({ id, document, basis, captured, ...before }): Row => {
    const now = seen.get(document);
    const [stated, automatic] = [captured, captureTime(basis, before.first, before.last)].map(session.toInstant);
    const [first, last] = [session.toInstant(now?.first), session.toInstant(now?.last)];
    return [
      id,
      stated === automatic ? captureTime(basis, first, last) : (stated ?? null),
      first,
      last,
      Number(now?.count ?? 0),
    ];
  });
  if (counted.length > 0) await session.update(lists.name, lists.columnsOf(COUNTED), counted);
}

interface ClaimRow {
  readonly id: number;
  readonly capture: string;
  readonly document: string;
}

/** The captures that lists claim to be of; to be asked for before they are removed. */
export async function capturesOf(undo: Undo, listIds: readonly string[]): Promise<readonly string[]> {
  if (listIds.length === 0) return [];
  const { session } = undo;
  const { lists } = undo.schema;
  const column = named(undo, lists);
  const sql =
    `select distinct ${column('captureKey')} as capture from ${session.name(lists.name)} ` +
    `where ${session.isOneOf(column('documentId'))} and ${column('captureKey')} is not null`;
  const rows = await session.select<{ readonly capture: string }>(sql, [session.list(listIds)]);
  return rows.map(({ capture }) => capture);
}

/** Lists that are the only ones of their capture again are no longer disputed. */
export async function settleDisputes(undo: Undo, captures: readonly string[]): Promise<void> {
  if (captures.length === 0) return;
  const { session } = undo;
  const { lists } = undo.schema;
  const column = named(undo, lists);
  const sql =
    `select id, ${column('captureKey')} as capture, ${column('documentId')} as document from ${session.name(lists.name)} ` +
    `where ${session.isOneOf(column('captureKey'))} and ${column('disputed')} = ${session.truth}`;
  const rows = await session.select<ClaimRow>(sql, [session.list(captures)]);
  const claims = new Map<string, Set<string>>();
  for (const { capture, document } of rows) claims.set(capture, (claims.get(capture) ?? new Set()).add(document));
  const settled = rows.filter(({ capture }) => claims.get(capture)?.size === 1).map(({ id }): Row => [id, false]);
  if (settled.length > 0) await session.update(lists.name, lists.columnsOf(['disputed']), settled);
}
