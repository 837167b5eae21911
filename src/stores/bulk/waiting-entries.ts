import type { Batch } from './batch';
import { findCutBeginnings } from './cut-beginnings';
import type { Wanted } from './link-candidates';

/** A stored row of a ranking list that may be linked, with its present link. */
export interface WaitingEntry extends Wanted {
  readonly id: number;
  readonly linkState: string | null;
  readonly articleId: number | null;
}

interface EntryRow {
  readonly id: number;
  readonly key: string;
  readonly truncated: unknown;
  readonly state: string | null;
}

interface PlaceRow {
  readonly id: number;
  readonly type: string;
  readonly published: unknown;
  readonly article: number | null;
}

/** Entries that no editor linked by hand. */
async function findEntries(batch: Batch, keys: readonly string[]): Promise<readonly EntryRow[]> {
  const { session, schema } = batch;
  const column = (attribute: string): string => session.name(schema.entries.column(attribute));
  const sql =
    `select id, ${column('headlineKey')} as ${session.name('key')}, ${column('truncated')} as truncated, ` +
    `${column('linkState')} as state from ${session.name(schema.entries.name)} where ${session.isOneOf(column('headlineKey'))}`;
  const rows = await session.select<EntryRow>(sql, [session.list(keys)]);
  return rows.filter(({ state }) => state !== 'manual');
}

/** In which kind of list entries stand, and what they link to now; asked for by their ids, so that no database begins at the other end. */
async function findPlaces({ session, schema }: Batch, ids: readonly number[]): Promise<ReadonlyMap<number, PlaceRow>> {
  const { lists, entries, entryParts, articleLinks } = schema;
  const name = (text: string): string => session.name(text);
  const entry = `part.${name(entryParts.inverseJoinColumn.name)}`;
  const sql = [
    `select ${entry} as id, part.component_type as type, list.${name(lists.column('publishedAt'))} as published,`,
    `link.${name(articleLinks.inverseJoinColumn.name)} as article from ${name(entryParts.name)} as part`,
    `join ${name(lists.name)} as list on list.id = part.${name(entryParts.joinColumn.name)}`,
    `left join ${name(articleLinks.name)} as link on link.${name(articleLinks.joinColumn.name)} = ${entry}`,
    `where ${session.isOneOf(entry)}`,
  ].join(' ');
  const rows = await session.select<PlaceRow>(sql, [session.list(ids)]);
  return new Map(rows.filter(({ type }) => type === entries.uid).map((row) => [row.id, row]));
}

/** Stored entries that print one of these headlines: with the same key, or cut ("… in Ho...") with a beginning of it. */
export async function findWaiting(batch: Batch, keys: readonly string[]): Promise<readonly WaitingEntry[]> {
  if (keys.length === 0) return [];
  const beginnings = await findCutBeginnings(batch, keys);
  const known = new Set(keys);
  const found = await findEntries(batch, [...new Set([...keys, ...beginnings])]);
  const rows = found.filter(({ key, truncated }) => known.has(key) || (Boolean(truncated) && beginnings.has(key)));
  if (rows.length === 0) return [];
  const places = await findPlaces(
    batch,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, key, truncated, state }): readonly WaitingEntry[] => {
    const place = places.get(id);
    if (place === undefined) return [];
    const status = place.published === null ? 'draft' : 'published';
    return [
      { id, headlineKey: key, truncated: Boolean(truncated), linkState: state, articleId: place.article, status },
    ];
  });
}
