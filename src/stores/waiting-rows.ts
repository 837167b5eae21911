import type { Core } from '@strapi/strapi';
import { truncatedKeys } from '../importer/normalise/truncated-keys';
import type { PublicationStatus } from './ranking-lists';

/** Rows to look at: those that a headline may be meant by, or all of one list's row. */
export type LinkRequest =
  | { readonly headlineKey: string; readonly status: PublicationStatus }
  | { readonly listId: number; readonly status: PublicationStatus };

/** A row of a ranking list that may be linked; `articleId` is the row id of the article it links to now. */
export interface WaitingRow {
  readonly id: number;
  readonly headlineKey: string;
  readonly truncated: boolean;
  readonly linkState: string | null;
  readonly articleId: number | null;
}

type Knex = Core.Strapi['db']['connection'];
type Query = ReturnType<Knex>;

/** SQLite and PostgreSQL limit the number of values in one statement. */
const CHUNK = 400;

interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
}

function joinTableOf(strapi: Core.Strapi, uid: string, attribute: string): JoinTable {
  const { joinTable } = strapi.db.metadata.get(uid).attributes[attribute] as unknown as {
    readonly joinTable: JoinTable;
  };
  return joinTable;
}

/** Entries of draft or of published lists that no editor linked by hand, with their present link. */
function rowsOfLists(strapi: Core.Strapi, status: PublicationStatus): Query {
  const entries = joinTableOf(strapi, 'api::ranking-list.ranking-list', 'entries');
  const link = joinTableOf(strapi, 'ranking.entry', 'article');
  const table = (uid: string) => strapi.db.metadata.get(uid).tableName;
  const query = strapi.db
    .getConnection(`${table('ranking.entry')} as entry`)
    .join(`${entries.name} as part`, 'part.cmp_id', 'entry.id')
    .join(`${table('api::ranking-list.ranking-list')} as list`, 'list.id', 'part.entity_id')
    .leftJoin(`${link.name} as link`, `link.${link.joinColumn.name}`, 'entry.id')
    .where('part.component_type', 'ranking.entry')
    .where((manual) => manual.whereNull('entry.link_state').orWhereNot('entry.link_state', 'manual'))
    .select('entry.id', 'entry.headline_key', 'entry.truncated', 'entry.link_state')
    .select(`link.${link.inverseJoinColumn.name} as article_row`);
  return status === 'draft' ? query.whereNull('list.published_at') : query.whereNotNull('list.published_at');
}

interface RawRow {
  readonly id: number;
  readonly headline_key: string | null;
  readonly truncated: boolean | number | null;
  readonly link_state: string | null;
  readonly article_row: number | null;
}

function toWaitingRow(row: RawRow): WaitingRow {
  return {
    id: row.id,
    headlineKey: row.headline_key ?? '',
    truncated: Boolean(row.truncated),
    linkState: row.link_state,
    articleId: row.article_row,
  };
}

function chunksOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, at) => items.slice(at * CHUNK, (at + 1) * CHUNK));
}

/**
 * The rows that the requests concern, each once: those with the same key, and cut ones ("… in Ho...") whose text the key begins with.
 */
export async function waitingRows(
  strapi: Core.Strapi,
  requests: readonly LinkRequest[],
  status: PublicationStatus,
): Promise<readonly WaitingRow[]> {
  const keys = [...new Set(requests.flatMap((request) => ('headlineKey' in request ? [request.headlineKey] : [])))];
  const lists = [...new Set(requests.flatMap((request) => ('listId' in request ? [request.listId] : [])))];
  const rows = await strapi.db.transaction(async ({ trx }) => {
    const find = (narrow: (query: Query) => Query): Promise<RawRow[]> =>
      narrow(rowsOfLists(strapi, status)).transacting(trx) as unknown as Promise<RawRow[]>;
    const found: RawRow[] = [];
    for (const some of chunksOf(keys))
      found.push(...(await find((query) => query.whereIn('entry.headline_key', some))));
    for (const some of chunksOf(keys.flatMap(truncatedKeys))) {
      found.push(...(await find((query) => query.whereIn('entry.headline_key', some).where('entry.truncated', true))));
    }
    for (const some of chunksOf(lists)) found.push(...(await find((query) => query.whereIn('list.id', some))));
    return found;
  });
  return [...new Map(rows.map((row) => [row.id, toWaitingRow(row)])).values()];
}
