import type { BulkSchema } from './schema';
import type { Row, Session } from './sessions/session';
import { captureTime } from './sightings';
import type { Table } from './tables';

/** Where lists are counted. */
interface Counting {
  readonly session: Session;
  readonly schema: Pick<BulkSchema, 'lists' | 'sightings'>;
}

const named =
  (session: Session, table: Table) =>
  (attribute: string): string =>
    session.name(table.column(attribute));

interface Seen {
  readonly list: string;
  readonly count: number | string;
  readonly first: unknown;
  readonly last: unknown;
}

/** How often and when lists were seen, by their document ids; those that no document shows any more are absent. */
export async function sightingsOf(counting: Counting, listIds: readonly string[]): Promise<ReadonlyMap<string, Seen>> {
  if (listIds.length === 0) return new Map();
  const { session } = counting;
  const { sightings } = counting.schema;
  const column = named(session, sightings);
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

/** Says of lists how often and when they were seen, by all that is noted. A time of capture that an editor has set stays. */
export async function countAgain(counting: Counting, listIds: readonly string[]): Promise<void> {
  const seen = await sightingsOf(counting, listIds);
  if (seen.size === 0) return;
  const { session } = counting;
  const { lists } = counting.schema;
  const column = named(session, lists);
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
