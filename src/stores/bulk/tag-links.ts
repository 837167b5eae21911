import { tagKey } from '../../importer/normalise/tag-name';
import type { Batch } from './batch';
import type { Column, Row } from './sessions/session';
import type { TagIds } from './tags';

/** The rows of one article with the tags that they all get, in their order. */
export interface TaggedRows {
  readonly rowIds: readonly number[];
  readonly tags: readonly string[];
}

/** The place of a tag's last article: for each tag the end of an index, however many articles the tag has. */
async function lastPlaces({ session, schema }: Batch, tagIds: readonly number[]): Promise<Map<number, number>> {
  const { name, inverseJoinColumn, inverseOrderColumnName = '' } = schema.tagLinks;
  const where = (id: string): string => `${session.name(inverseJoinColumn.name)} = ${id}`;
  const what = { column: session.name(inverseOrderColumnName), table: session.name(name), where };
  const last = await session.greatest<number>(what, tagIds);
  return new Map(tagIds.map((id, at) => [id, Number(last[at] ?? 0)]));
}

/** The place that an article has among the articles of a tag; undefined where it has none yet. */
type KnownPlaces = (rowId: number, tagId: number) => number | undefined;

function linkRows(
  articles: readonly TaggedRows[],
  tagIds: TagIds,
  places: Map<number, number>,
  known: KnownPlaces,
): readonly Row[] {
  const rows: Row[] = [];
  for (const { rowIds, tags } of articles) {
    tags.forEach((name, at) => {
      const tag = tagIds.get(tagKey(name)) ?? 0;
      const place = rowIds.map((row) => known(row, tag)).find((found) => found !== undefined);
      if (place === undefined) places.set(tag, (places.get(tag) ?? 0) + 1);
      for (const row of rowIds) rows.push([row, tag, at + 1, place ?? places.get(tag) ?? 1]);
    });
  }
  return rows;
}

async function insertLinks(
  batch: Batch,
  articles: readonly TaggedRows[],
  tagIds: TagIds,
  known: KnownPlaces,
): Promise<void> {
  const { session, schema } = batch;
  const used = [...new Set(articles.flatMap(({ tags }) => tags.map((name) => tagIds.get(tagKey(name)) ?? 0)))];
  if (used.length === 0) return;
  const rows = linkRows(articles, tagIds, await lastPlaces(batch, used), known);
  const { name, joinColumn, inverseJoinColumn, orderColumnName, inverseOrderColumnName } = schema.tagLinks;
  const names = [joinColumn.name, inverseJoinColumn.name, orderColumnName, inverseOrderColumnName];
  const columns = names.map((column = ''): Column => ({ name: column, kind: 'plain' }));
  await session.add(name, columns, rows);
}

/**
 * Links rows of new articles to their tags: in the order of the names, and for each tag behind its other articles. The draft and the
 * published row of an article have one place.
 */
export function linkTags(batch: Batch, articles: readonly TaggedRows[], tagIds: TagIds): Promise<void> {
  return insertLinks(batch, articles, tagIds, () => undefined);
}

interface StoredLink {
  readonly owner: number;
  readonly tag: number;
  readonly place: number;
}

async function findLinks({ session, schema }: Batch, rowIds: readonly number[]): Promise<readonly StoredLink[]> {
  const { name, joinColumn, inverseJoinColumn, inverseOrderColumnName = '' } = schema.tagLinks;
  const owner = session.name(joinColumn.name);
  const sql =
    `select ${owner} as owner, ${session.name(inverseJoinColumn.name)} as tag, ` +
    `${session.name(inverseOrderColumnName)} as place from ${session.name(name)} where ${session.isOneOf(owner)}`;
  return session.select(sql, [session.list(rowIds)]);
}

/** Links rows of known articles to other tags than before; with a tag that stays an article keeps its place. */
export async function relinkTags(batch: Batch, articles: readonly TaggedRows[], tagIds: TagIds): Promise<void> {
  if (articles.length === 0) return;
  const rowIds = articles.flatMap((article) => article.rowIds);
  const links = await findLinks(batch, rowIds);
  const places = new Map(links.map(({ owner, tag, place }) => [`${owner} ${tag}`, place]));
  const { name, joinColumn } = batch.schema.tagLinks;
  await batch.session.remove(name, joinColumn.name, rowIds);
  await insertLinks(batch, articles, tagIds, (row, tag) => places.get(`${row} ${tag}`));
}
