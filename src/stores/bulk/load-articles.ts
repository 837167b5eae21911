import { uniqueTagNames } from '../../importer/normalise/tag-name';
import type { Author, Photo } from '../../importer/documents';
import type { ArticleFields, PhotoRecord } from '../../importer/records';
import type { KnownArticle } from '../../importer/store';
import type { ComponentField } from './components';
import { isOfField } from './is-of-field';
import { findImages } from './photo-images';
import type { BulkSchema } from './schema';
import type { Session } from './sessions/session';

const SCALARS = [
  ...['headline', 'kicker', 'description', 'body', 'datePublished', 'datePublishedPrecision', 'dateModified'],
  ...['dateline', 'articleSection', 'inLanguage', 'sourceUrl', 'publisher'],
];
const INSTANTS = new Set(['datePublished', 'dateModified']);

type RawRow = Readonly<Record<string, unknown>> & { readonly id: number; readonly documentId: string };

async function selectDrafts(
  session: Session,
  { articles }: BulkSchema,
  ids: readonly string[],
): Promise<readonly RawRow[]> {
  const column = (attribute: string): string => session.name(articles.column(attribute));
  const columns = [...SCALARS, 'documentId', 'updatedAt'].map((name) => `${column(name)} as ${session.name(name)}`);
  const sql =
    `select id, ${columns.join(', ')} from ${session.name(articles.name)} ` +
    `where ${session.isOneOf(column('documentId'))} and ${column('publishedAt')} is null`;
  return session.select(sql, [session.list(ids)]);
}

interface Owned {
  readonly owner: number;
  /** The component's row. */
  readonly part: number;
}

function byOwner<Item extends Pick<Owned, 'owner'>>(items: readonly Item[]): ReadonlyMap<number, readonly Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(item.owner);
    if (group === undefined) groups.set(item.owner, [item]);
    else group.push(item);
  }
  return groups;
}

/** The components of rows, in their order. */
async function selectParts<Found extends Owned>(
  session: Session,
  { field, table, parts }: ComponentField,
  attributes: readonly string[],
  rowIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Found[]>> {
  const owner = `part.${session.name(parts.joinColumn.name)}`;
  const columns = attributes.map((name) => `component.${session.name(table.column(name))} as ${session.name(name)}`);
  const sql =
    `select ${owner} as owner, component.id as part, ${columns.join(', ')} from ${session.name(parts.name)} as part ` +
    `join ${session.name(table.name)} as component on component.id = part.${session.name(parts.inverseJoinColumn.name)} ` +
    `where ${session.isOneOf(owner)} and ${isOfField(field, 'part')} order by part.${session.name(parts.orderColumnName ?? 'order')}`;
  return byOwner(await session.select<Found>(sql, [session.list(rowIds)]));
}

interface TagName extends Pick<Owned, 'owner'> {
  readonly tag: string;
}

async function selectTags(session: Session, { tags, tagLinks }: BulkSchema, rowIds: readonly number[]) {
  const owner = `link.${session.name(tagLinks.joinColumn.name)}`;
  const sql =
    `select ${owner} as owner, tag.${session.name(tags.column('name'))} as tag from ${session.name(tagLinks.name)} as link ` +
    `join ${session.name(tags.name)} as tag on tag.id = link.${session.name(tagLinks.inverseJoinColumn.name)} ` +
    `where ${session.isOneOf(owner)} order by link.${session.name(tagLinks.orderColumnName ?? '')}`;
  return byOwner(await session.select<TagName>(sql, [session.list(rowIds)]));
}

function toScalars(session: Session, row: RawRow): Partial<ArticleFields> {
  const values = SCALARS.map((name) => [name, INSTANTS.has(name) ? session.toInstant(row[name]) : row[name]]);
  return { ...Object.fromEntries(values), body: session.toJson(row.body) ?? [] };
}

function withImage(photo: Photo, image: number | undefined): PhotoRecord {
  return image === undefined ? photo : { ...photo, image };
}

/** What stands in an article's draft, in the shape in which it is imported, and when it was written. */
type Draft = Pick<KnownArticle, 'version'> & { readonly fields: ArticleFields };

/** What stands in the drafts of articles now; deleted articles are absent. */
export async function loadArticles(
  session: Session,
  schema: BulkSchema,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, Draft>> {
  if (documentIds.length === 0) return new Map();
  const rows = await selectDrafts(session, schema, documentIds);
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  const photosField = { field: 'photos', table: schema.photos, parts: schema.photoParts };
  const authorsField = { field: 'authors', table: schema.authors, parts: schema.authorParts };
  const photos = await selectParts<Photo & Owned>(session, photosField, ['caption', 'creditText'], ids);
  const authors = await selectParts<Author & Owned>(session, authorsField, ['name', 'affiliation'], ids);
  const tags = await selectTags(session, schema, ids);
  const images = await findImages(
    session,
    { table: schema.photos, images: schema.imageLinks },
    [...photos.values()].flatMap((some) => some.map(({ part }) => part)),
  );
  const toFields = (row: RawRow): ArticleFields =>
    ({
      ...toScalars(session, row),
      photos: (photos.get(row.id) ?? []).map(({ caption, creditText, part }) =>
        withImage({ caption, creditText }, images.get(part)),
      ),
      authors: (authors.get(row.id) ?? []).map(({ name, affiliation }) => ({ name, affiliation })),
      tags: uniqueTagNames((tags.get(row.id) ?? []).map(({ tag }) => tag)),
    }) as ArticleFields;
  const toDraft = (row: RawRow): Draft => ({ fields: toFields(row), version: session.toInstant(row.updatedAt) });
  return new Map(rows.map((row) => [row.documentId, toDraft(row)]));
}
