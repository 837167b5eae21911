import type { BulkSchema } from './bulk/schema';
import type { Row, Session } from './bulk/sessions/session';

/** Where disputes are looked for. */
interface Disputing {
  readonly session: Session;
  readonly schema: Pick<BulkSchema, 'lists'>;
}

const named =
  ({ session, schema }: Disputing) =>
  (attribute: string): string =>
    session.name(schema.lists.column(attribute));

interface ClaimRow {
  readonly id: number;
  readonly capture: string;
  readonly document: string;
}

/** The captures that lists claim to be of; to be asked for before they are removed. */
export async function capturesOf(disputing: Disputing, listIds: readonly string[]): Promise<readonly string[]> {
  if (listIds.length === 0) return [];
  const { session } = disputing;
  const { lists } = disputing.schema;
  const column = named(disputing);
  const sql =
    `select distinct ${column('captureKey')} as capture from ${session.name(lists.name)} ` +
    `where ${session.isOneOf(column('documentId'))} and ${column('captureKey')} is not null`;
  const rows = await session.select<{ readonly capture: string }>(sql, [session.list(listIds)]);
  return rows.map(({ capture }) => capture);
}

/** Lists that are the only ones of their capture again are no longer disputed. */
export async function settleDisputes(disputing: Disputing, captures: readonly string[]): Promise<void> {
  if (captures.length === 0) return;
  const { session } = disputing;
  const { lists } = disputing.schema;
  const column = named(disputing);
  const sql =
    `select id, ${column('captureKey')} as capture, ${column('documentId')} as document from ${session.name(lists.name)} ` +
    `where ${session.isOneOf(column('captureKey'))} and ${column('disputed')} = ${session.truth}`;
  const rows = await session.select<ClaimRow>(sql, [session.list(captures)]);
  const claims = new Map<string, Set<string>>();
  for (const { capture, document } of rows) claims.set(capture, (claims.get(capture) ?? new Set()).add(document));
  const settled = rows.filter(({ capture }) => claims.get(capture)?.size === 1).map(({ id }): Row => [id, false]);
  if (settled.length > 0) await session.update(lists.name, lists.columnsOf(['disputed']), settled);
}
