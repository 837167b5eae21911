import type { Core } from '@strapi/strapi';
import { joinTableOf, tableOf, type JoinTable, type Table } from '../stores/bulk/tables';

export type Knex = Core.Strapi['db']['connection'];
export type Query = ReturnType<Knex>;

const ENTRY = 'ranking.entry';

/** Where rankings are stored, by the names in Strapi's metadata. */
export interface RankingTables {
  /** Which database it is, where its own words are needed. */
  readonly client: 'sqlite' | 'postgres' | 'mysql';
  readonly lists: Table;
  readonly entries: Table;
  readonly articles: Table;
  readonly parts: JoinTable;
  readonly links: JoinTable;
}

const known = new WeakMap<Core.Strapi, RankingTables>();

/** The tables of rankings; worked out once for each application. */
export function rankingTables(strapi: Core.Strapi): RankingTables {
  const found = known.get(strapi);
  if (found !== undefined) return found;
  const lists = tableOf(strapi, 'api::ranking-list.ranking-list', []);
  const entries = tableOf(strapi, ENTRY, []);
  const tables: RankingTables = {
    client: strapi.db.dialect.client as RankingTables['client'],
    lists,
    entries,
    articles: tableOf(strapi, 'api::article.article', []),
    parts: joinTableOf(lists, 'entries'),
    links: joinTableOf(entries, 'article'),
  };
  known.set(strapi, tables);
  return tables;
}

/** Selects columns by the names of their attributes: `{ key: 'list.key' }`. */
export function namedColumns(table: Table, alias: string, attributes: readonly string[]): Record<string, string> {
  return Object.fromEntries(attributes.map((attribute) => [attribute, `${alias}.${table.column(attribute)}`]));
}

/** Whether a text can stand in a database at all: PostgreSQL takes no text with a zero in it, and fails where it is asked for one. */
export function canBeStored(text: string): boolean {
  return !text.includes('\u0000');
}

/** Lists as readers may see them, as `list`: published, and of a known time. */
export function publishedLists(trx: Knex, { lists }: RankingTables): Query {
  return trx(`${lists.name} as list`)
    .whereNotNull(`list.${lists.column('publishedAt')}`)
    .whereNotNull(`list.${lists.column('capturedAt')}`);
}

/** Keeps lists that were captured at that time or before. */
export function upTo(query: Query, { lists }: RankingTables, at: string | null): Query {
  return at === null ? query : query.where(`list.${lists.column('capturedAt')}`, '<=', new Date(at));
}

/** A column in a shape that no index answers, for conditions that most rows meet: databases without statistics would begin there. */
export function unindexed(trx: Knex, column: string) {
  return trx.raw("coalesce(??, '')", [column]);
}

/** From published lists to their entries, as `list`, `part` and `entry`; what else is asked says at which end the database begins. */
export function entriesOfLists(trx: Knex, tables: RankingTables): Query {
  const { entries, parts } = tables;
  return publishedLists(trx, tables)
    .join(`${parts.name} as part`, `part.${parts.joinColumn.name}`, 'list.id')
    .join(`${entries.name} as entry`, 'entry.id', `part.${parts.inverseJoinColumn.name}`)
    .where(unindexed(trx, 'part.component_type'), '=', ENTRY)
    .where(unindexed(trx, 'part.field'), '=', 'entries');
}

/** Leaves out the entries that an editor hid from readers. */
export function visibleOnly(query: Query, { entries }: RankingTables): Query {
  const hidden = `entry.${entries.column('hidden')}`;
  return query.where((either) => void either.whereNull(hidden).orWhere(hidden, false));
}

/** A row's rank: where the page showed it; rows that no page showed, of lists made by hand, stand where they stand. */
export function rankOf(trx: Knex, { entries }: RankingTables) {
  return trx.raw('coalesce(??, ??)', [
    `entry.${entries.column('printedPosition')}`,
    `entry.${entries.column('position')}`,
  ]);
}

/** An instant as the database answers it: a number of milliseconds on SQLite, a date elsewhere. */
export function toInstant(stored: unknown): string {
  return new Date(stored as number | Date).toISOString();
}

/**
 * Answers several questions from one state of the database: publishing replaces rows, so that between two statements a list could lose
 * its entries.
 */
export function atOneMoment<Answer>(strapi: Core.Strapi, ask: (trx: Knex) => Promise<Answer>): Promise<Answer> {
  const { connection, dialect } = strapi.db;
  // SQLite has no other level, and to MySQL it is the usual one.
  const config = dialect.client === 'postgres' ? { isolationLevel: 'repeatable read' as const } : {};
  return connection.transaction((trx) => ask(trx as unknown as Knex), config);
}
