import type { Session } from '../bulk/sessions/session';
import type { ChangeSchema } from './change-schema';

/** A tag of an article's draft. */
export interface DraftTag {
  readonly id: number;
  readonly name: string;
}

interface TagRow extends DraftTag {
  readonly document: string;
}

/** The tags of drafts, by the article's document id; those without any are absent. */
export async function readDraftTags(
  session: Session,
  { articles, tags, tagLinks }: ChangeSchema,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DraftTag[]>> {
  const found = new Map<string, DraftTag[]>();
  if (tagLinks === null || documentIds.length === 0) return found;
  const name = (text: string): string => session.name(text);
  const document = `article.${name(articles.column('documentId'))}`;
  const sql = [
    `select ${document} as document, tag.id as id, tag.${name(tags.column('name'))} as ${name('name')}`,
    `from ${name(articles.name)} as article`,
    `join ${name(tagLinks.name)} as link on link.${name(tagLinks.joinColumn.name)} = article.id`,
    `join ${name(tags.name)} as tag on tag.id = link.${name(tagLinks.inverseJoinColumn.name)}`,
    `where ${session.isOneOf(document)} and article.${name(articles.column('publishedAt'))} is null`,
  ].join(' ');
  for (const row of await session.select<TagRow>(sql, [session.list(documentIds)])) {
    const own = found.get(row.document) ?? [];
    found.set(row.document, own);
    own.push({ id: row.id, name: row.name });
  }
  return found;
}
