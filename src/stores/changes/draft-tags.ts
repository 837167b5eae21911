import type { Session } from '../bulk/sessions/session';
import type { ChangeSchema } from './change-schema';
import { selectTags } from './read-states';

interface DraftRow {
  readonly id: number;
  readonly document: string;
}

/** The numbers of articles' drafts, by document id. */
export async function draftIds(
  session: Session,
  { articles }: ChangeSchema,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (documentIds.length === 0) return new Map();
  const name = (attribute: string): string => session.name(articles.column(attribute));
  const sql =
    `select id, ${name('documentId')} as document from ${session.name(articles.name)} ` +
    `where ${session.isOneOf(name('documentId'))} and ${name('publishedAt')} is null`;
  const rows = await session.select<DraftRow>(sql, [session.list(documentIds)]);
  return new Map(rows.map(({ id, document }) => [document, id]));
}

/** Numbers of the tags that rows of articles have, by the row's number; rows without any are absent. */
export async function tagIdsOf(
  session: Session,
  { tagLinks }: ChangeSchema,
  rowIds: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  if (tagLinks === null || rowIds.length === 0) return new Map();
  const places = await selectTags(session, tagLinks, rowIds);
  return new Map([...places].map(([rowId, tags]) => [rowId, tags.map(([id]) => id)]));
}

interface TagRow {
  readonly id: number;
  readonly name: string;
}

/** The names of tags, by the numbers of their rows. */
export async function tagNames(
  session: Session,
  { tags }: ChangeSchema,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const name = session.name(tags.column('name'));
  const sql = `select id, ${name} as ${session.name('name')} from ${session.name(tags.name)} where ${session.isOneOf('id')}`;
  const rows = await session.select<TagRow>(sql, [session.list(ids)]);
  return new Map(rows.map((row) => [row.id, row.name]));
}
