import {
  canBeStored,
  namedColumns,
  publishedLists,
  toInstant,
  upTo,
  type Knex,
  type Query,
  type RankingTables,
} from './tables';

/** One capture of a published list, without its rows. */
export interface Snapshot {
  readonly id: number;
  readonly documentId: string;
  readonly key: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly scope: string | null;
  readonly articleSection: string | null;
  readonly window: string | null;
  /** ISO 8601 in UTC. */
  readonly capturedAt: string;
  readonly capturedAtBasis: string | null;
  /** Whether another page showed other rows of this list at the same time. */
  readonly disputed: boolean;
}

/** A place in the history of a list; snapshots of one time have an order, too. */
export type Place = Pick<Snapshot, 'capturedAt' | 'documentId'>;

const FIELDS = [
  ...[
    'documentId',
    'key',
    'title',
    'publisher',
    'scope',
    'articleSection',
    'window',
    'capturedAt',
    'capturedAtBasis',
    'disputed',
  ],
] as const;
/** MySQL and MariaDB stop a recursion after 1,000 steps. */
const KEYS_A_STATEMENT = 500;

function toSnapshot(row: Snapshot): Snapshot {
  return { ...row, capturedAt: toInstant(row.capturedAt), disputed: Boolean(row.disputed) };
}

function columnsOf({ lists }: RankingTables): Record<string, string> {
  return { id: 'list.id', ...namedColumns(lists, 'list', FIELDS) };
}

function newestFirst(query: Query, { lists }: RankingTables): Query {
  return query.orderBy([
    { column: `list.${lists.column('capturedAt')}`, order: 'desc' },
    { column: `list.${lists.column('documentId')}`, order: 'desc' },
  ]);
}

/** Keeps what comes before a place, in a shape that an index on time can answer. */
function before(query: Query, { lists }: RankingTables, { capturedAt, documentId }: Place): Query {
  const [time, document] = [`list.${lists.column('capturedAt')}`, `list.${lists.column('documentId')}`];
  const at = new Date(capturedAt);
  return query.where(time, '<=', at).whereNot((same) => void same.where(time, at).where(document, '>=', documentId));
}

/**
 * The keys after one, each with the id of its newest snapshot. The recursion steps from key to key: to read all snapshots for their
 * keys would take longer with each capture.
 */
function newestByKey(trx: Knex, tables: RankingTables, after: string, at: string | null): Query {
  const key = `list.${tables.lists.column('key')}`;
  const nextKey = (last: unknown): Query =>
    publishedLists(trx, tables)
      .select(key)
      .where(key, '>', last as never)
      .orderBy(key)
      .limit(1);
  const newest = upTo(newestFirst(publishedLists(trx, tables), tables), tables, at)
    .select('list.id')
    .where(key, trx.ref('steps.list_key'))
    .limit(1);
  const steps = trx.raw(
    'select (?) as list_key, 1 as step union all select (?), step + 1 from steps where list_key is not null and step < ?',
    [nextKey(after), nextKey(trx.ref('steps.list_key')), KEYS_A_STATEMENT],
  );
  return trx
    .withRecursive('steps', ['list_key', 'step'], steps)
    .from('steps')
    .whereNotNull('list_key')
    .select('list_key', newest.as('newest')) as unknown as Query;
}

interface Head {
  readonly list_key: string;
  readonly newest: number | null;
}

/** Snapshots by the ids of their rows. */
async function snapshotsOf(trx: Knex, tables: RankingTables, ids: readonly number[]): Promise<readonly Snapshot[]> {
  const rows = await publishedLists(trx, tables).select(columnsOf(tables)).whereIn('list.id', ids);
  return (rows as unknown as readonly Snapshot[]).map(toSnapshot);
}

/**
 * The newest snapshot of each key, in the order of the keys.
 *
 * @param at an instant: the newest at that time
 */
export async function currentSnapshots(
  trx: Knex,
  tables: RankingTables,
  at: string | null,
): Promise<readonly Snapshot[]> {
  const found: Snapshot[] = [];
  let heads: readonly Head[];
  let after = '';
  do {
    heads = (await newestByKey(trx, tables, after, at)) as unknown as readonly Head[];
    const ids = heads.flatMap(({ newest }) => (newest === null ? [] : [newest]));
    const byId = new Map((await snapshotsOf(trx, tables, ids)).map((snapshot) => [snapshot.id, snapshot]));
    found.push(...ids.flatMap((id) => byId.get(id) ?? []));
    after = heads.at(-1)?.list_key ?? '';
  } while (heads.length === KEYS_A_STATEMENT);
  // Databases sort by the rules of a language; a page goes on behind a key by plain comparison.
  return found.sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** What a history is asked for: what was captured up to a time, before a place, and how many. */
export interface Span {
  readonly at: string | null;
  readonly before: Place | null;
  readonly limit: number;
}

/** Snapshots of one key, newest first. */
export async function snapshotsOfKey(
  trx: Knex,
  tables: RankingTables,
  key: string,
  span: Span,
): Promise<readonly Snapshot[]> {
  if (!canBeStored(key)) return [];
  const { lists } = tables;
  const newest = newestFirst(publishedLists(trx, tables), tables)
    .select(columnsOf(tables))
    .where(`list.${lists.column('key')}`, key)
    .limit(span.limit);
  const timed = upTo(newest, tables, span.at);
  const place = span.before;
  const query = place === null ? timed : before(timed, tables, place);
  return ((await query) as unknown as readonly Snapshot[]).map(toSnapshot);
}

/**
 * For each of these snapshots, by its id, the newest of its key that was captured earlier. Pages that disagree at one time are not before each
 * other: no row moved between them.
 */
export async function previousSnapshots(
  trx: Knex,
  tables: RankingTables,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Snapshot>> {
  const { lists } = tables;
  const own = (attribute: string) => trx.ref(`own.${lists.column(attribute)}`);
  const sameCapture = `list.${lists.column('captureKey')}`;
  const earlier = newestFirst(publishedLists(trx, tables), tables)
    .select('list.id')
    .where(`list.${lists.column('capturedAt')}`, '<', own('capturedAt') as never)
    .where((other) => {
      void other
        .whereNull(sameCapture)
        .orWhereNull(own('captureKey') as never)
        .orWhereNot(sameCapture, own('captureKey'));
    })
    .where(`list.${lists.column('key')}`, own('key') as never)
    .limit(1);
  const pairs: readonly { readonly id: number; readonly previous: number | null }[] = await trx(`${lists.name} as own`)
    .select('own.id', earlier.as('previous'))
    .whereIn('own.id', ids);
  const previous = pairs.flatMap(({ previous: id }) => (id === null ? [] : [id]));
  const byId = new Map((await snapshotsOf(trx, tables, previous)).map((snapshot) => [snapshot.id, snapshot]));
  return new Map(
    pairs.flatMap(({ id, previous: earlierId }) => {
      const snapshot = earlierId === null ? undefined : byId.get(earlierId);
      return snapshot === undefined ? [] : [[id, snapshot] as const];
    }),
  );
}
