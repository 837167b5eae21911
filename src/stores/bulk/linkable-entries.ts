import { MAX_CANDIDATES, type LinkMethod } from '../../importer/rankings/match-headline';
import { findCutBeginnings } from './cut-beginnings';
import { keysToRelink, type Wanted } from './link-candidates';
import type { Linking } from './schema';
import type { Value } from './sessions/session';

/** A stored row of a ranking list, with its place and its present link. */
export interface LinkableEntry extends Wanted {
  readonly id: number;
  /** The row of the list that it stands in. */
  readonly listId: number;
  readonly order: number;
  readonly hidden: boolean;
  readonly linkState: string | null;
  readonly linkMethod: LinkMethod | null;
  readonly candidates: number | null;
  readonly articleId: number | null;
  /** The document that an editor chose; null for none, and for rows that no editor linked. */
  readonly chosen: string | null;
}

interface EntryRow {
  readonly id: number;
  readonly headline: string | null;
  readonly key: string | null;
  readonly truncated: unknown;
  readonly hidden: unknown;
  readonly state: string | null;
  readonly method: LinkMethod | null;
  readonly candidates: number | null;
  readonly chosen: string | null;
}

interface PlaceRow {
  readonly id: number;
  readonly list: number;
  readonly place: number;
  readonly type: string;
  readonly published: unknown;
  readonly article: number | null;
}

const COLUMNS = {
  ...{ headline: 'headline', key: 'headlineKey', truncated: 'truncated', hidden: 'hidden', state: 'linkState' },
  ...{ method: 'linkMethod', candidates: 'candidates', chosen: 'chosenDocumentId' },
} as const;

async function findEntries(
  { session, schema }: Linking,
  attribute: string,
  values: readonly (string | number)[],
): Promise<readonly EntryRow[]> {
  if (values.length === 0) return [];
  const column = (name: string): string => session.name(name === 'id' ? 'id' : schema.entries.column(name));
  const columns = Object.entries(COLUMNS).map(([alias, name]) => `${column(name)} as ${session.name(alias)}`);
  const sql = `select id, ${columns.join(', ')} from ${session.name(schema.entries.name)} where ${session.isOneOf(column(attribute))}`;
  return session.select(sql, [session.list(values)]);
}

/** In which lists entries stand, and what they link to now. */
async function findPlaces(
  { session, schema }: Linking,
  condition: string,
  values: readonly number[],
): Promise<ReadonlyMap<number, PlaceRow>> {
  const { lists, entries, entryParts, articleLinks } = schema;
  const name = (text: string): string => session.name(text);
  const entry = `part.${name(entryParts.inverseJoinColumn.name)}`;
  const sql = [
    `select ${entry} as id, list.id as list, part.${name(entryParts.orderColumnName ?? 'order')} as place,`,
    `part.component_type as type, list.${name(lists.column('publishedAt'))} as published,`,
    `link.${name(articleLinks.inverseJoinColumn.name)} as article from ${name(entryParts.name)} as part`,
    `join ${name(lists.name)} as list on list.id = part.${name(entryParts.joinColumn.name)}`,
    `left join ${name(articleLinks.name)} as link on link.${name(articleLinks.joinColumn.name)} = ${entry}`,
    `where ${session.isOneOf(`part.${name(condition)}`)}`,
  ].join(' ');
  const rows = await session.select<PlaceRow>(sql, [session.list(values)]);
  return new Map(rows.filter(({ type }) => type === entries.uid).map((row) => [row.id, row]));
}

function toLinkable(rows: readonly EntryRow[], places: ReadonlyMap<number, PlaceRow>): readonly LinkableEntry[] {
  return rows.flatMap(({ id, headline, key, truncated, hidden, state, method, candidates, chosen }) => {
    const place = places.get(id);
    if (place === undefined) return [];
    return [
      {
        ...{ id, headline: headline ?? '', headlineKey: key ?? '', candidates, chosen },
        ...{ truncated: Boolean(truncated), hidden: Boolean(hidden), linkState: state, linkMethod: method },
        ...{ listId: place.list, order: Number(place.place), articleId: place.article },
        status: place.published === null ? 'draft' : 'published',
      },
    ];
  });
}

async function placed(linking: Linking, rows: readonly EntryRow[]): Promise<readonly LinkableEntry[]> {
  if (rows.length === 0) return [];
  // Asked for by their ids, so that no database begins at the other end.
  const ids = rows.map(({ id }) => id);
  return toLinkable(rows, await findPlaces(linking, linking.schema.entryParts.inverseJoinColumn.name, ids));
}

/** Articles that came, went or changed: the keys of their headlines before and after, and the documents for links made by hand. */
export interface ChangedArticles {
  readonly keys: readonly string[];
  /** The keys of articles that came, and of none that went. */
  readonly newKeys?: readonly string[];
  readonly documentIds: readonly string[];
}

/** A row that so many articles fit that one more makes no difference. */
const isCrowded = ({ state, candidates }: EntryRow): boolean =>
  state === 'ambiguous' && (candidates ?? 0) >= MAX_CANDIDATES;

const NONE: ReadonlySet<string> = new Set();

const beginningsOf = (linking: Linking, keys: readonly string[]): Promise<ReadonlySet<string>> =>
  keys.length === 0 ? Promise.resolve(NONE) : findCutBeginnings(linking, keys);

/**
 * Stored entries whose link may depend on these articles: they print one of the headlines, whole or cut ("… in Ho..."), or an editor
 * linked them to one of the documents.
 */
export async function findConcerned(
  linking: Linking,
  { keys, newKeys = [], documentIds }: ChangedArticles,
): Promise<readonly LinkableEntry[]> {
  const [changed, added] = [keysToRelink(keys), keysToRelink(newKeys)];
  const ofChanged = await beginningsOf(linking, changed);
  const ofAdded = await beginningsOf(linking, added);
  const known = new Set([...changed, ...added]);
  const found = await findEntries(linking, 'headlineKey', [...new Set([...known, ...ofChanged, ...ofAdded])]);
  const isBegun = (row: EntryRow, key: string): boolean =>
    Boolean(row.truncated) && (ofChanged.has(key) || (ofAdded.has(key) && !isCrowded(row)));
  const concerned = found.filter((row) => {
    const key = row.key ?? '';
    return row.state !== 'manual' && (known.has(key) || isBegun(row, key));
  });
  const chosen = (await findEntries(linking, 'chosenDocumentId', documentIds)).filter(
    ({ state }) => state === 'manual',
  );
  return placed(linking, [...concerned, ...chosen]);
}

/** All entries of these rows of lists. */
export async function findEntriesOfLists(
  linking: Linking,
  listIds: readonly number[],
): Promise<readonly LinkableEntry[]> {
  if (listIds.length === 0) return [];
  const places = await findPlaces(linking, linking.schema.entryParts.joinColumn.name, listIds);
  return toLinkable(await findEntries(linking, 'id', [...places.keys()]), places);
}

/** What other rows of the lists show now: readers see one article in one row only. */
export async function findShown(
  { session, schema }: Linking,
  entries: readonly LinkableEntry[],
  articleIds: readonly number[],
): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const { entryParts, articleLinks } = schema;
  const name = (text: string): string => session.name(text);
  const article = `link.${name(articleLinks.inverseJoinColumn.name)}`;
  const sql = [
    `select entry.id as id, entry.${name(schema.entries.column('hidden'))} as hidden, part.${name(entryParts.joinColumn.name)} as list, ${article} as article`,
    `from ${name(articleLinks.name)} as link`,
    `join ${name(schema.entries.name)} as entry on entry.id = link.${name(articleLinks.joinColumn.name)}`,
    `join ${name(entryParts.name)} as part on part.${name(entryParts.inverseJoinColumn.name)} = entry.id`,
    // Not a condition for an index: SQLite, which has no statistics, would begin with all rows of all lists.
    `and coalesce(part.component_type, '') = '${schema.entries.uid}'`,
    `where ${session.isOneOf(article)}`,
  ].join(' ');
  const rows = await session.select<Readonly<Record<'id' | 'hidden' | 'list' | 'article', Value>>>(sql, [
    session.list(articleIds),
  ]);
  const own = new Set(entries.map(({ id }) => id));
  const listIds = new Set(entries.map(({ listId }) => listId));
  const shown = new Map<number, Set<number>>();
  for (const { id, hidden, list, article: shownId } of rows) {
    if (Boolean(hidden) || own.has(Number(id)) || !listIds.has(Number(list))) continue;
    shown.set(Number(list), (shown.get(Number(list)) ?? new Set()).add(Number(shownId)));
  }
  return shown;
}
