import { deriveFields } from '../../importer/normalise/derive';
import { candidatesOf } from '../../importer/normalise/slug';
import type { ArticleFields, ArticleRecord } from '../../importer/records';
import type { Batch } from './batch';
import { authorsField, insertParts, partsOf, photosField } from './components';
import type { Row } from './sessions/session';
import { takeSlugs } from './slugs';
import { linkTags } from './tag-links';
import { draftAndPublished } from './tables';
import type { TagIds } from './tags';

/** An article that is stored, with the ids of its rows: the draft's, then the published one's where there is one. */
export interface StoredArticle {
  readonly documentId: string;
  readonly rowIds: readonly number[];
  /** The key that ranking rows find it by. */
  readonly headlineKey: string | null;
}

/** An article that is to be stored, under a document id that is new, or its own from before it was deleted. */
export type NewRecord = ArticleRecord & { readonly documentId: string };

type Derived = Required<Pick<NewRecord, 'fields' | 'derived' | 'documentId'>>;

interface NewArticle extends StoredArticle {
  readonly fields: ArticleFields;
}

/** An article without headline can't be published; it waits as a draft for an editor. */
export function isPublished({ status }: Batch, { headline }: ArticleFields): boolean {
  return status === 'published' && headline !== null;
}

function articleRows(batch: Batch, slug: string, { fields, derived, documentId }: Derived): readonly Row[] {
  const { now, schema } = batch;
  const data = {
    ...{ headline: fields.headline, kicker: fields.kicker, description: fields.description, slug, documentId },
    ...{ datePublished: fields.datePublished, datePublishedPrecision: fields.datePublishedPrecision },
    ...{ dateModified: fields.dateModified, dateline: fields.dateline, articleSection: fields.articleSection },
    ...{ inLanguage: fields.inLanguage, sourceUrl: fields.sourceUrl, publisher: fields.publisher },
    ...{ createdAt: now, updatedAt: now, wordCount: derived.wordCount },
    body: derived.bodyJson,
    headlineKey: derived.headlineKey,
  };
  return draftAndPublished(schema.articles, data, isPublished(batch, fields) ? now : null);
}

async function insertRows(batch: Batch, articles: readonly Derived[]): Promise<readonly NewArticle[]> {
  const { session, schema } = batch;
  const candidates = articles.map(({ fields: { datePublished }, derived: { readableSlug }, documentId }) =>
    candidatesOf(readableSlug, { datePublished, seed: documentId }),
  );
  const slugs = await takeSlugs(batch, schema.articles, candidates);
  const rows = articles.map((article, at) => articleRows(batch, slugs[at] ?? '', article));
  const ids = await session.insert(schema.articles.name, schema.articles.columns, rows.flat());
  let next = 0;
  return articles.map(({ fields, derived, documentId }, at) => {
    const first = next;
    next += rows[at]?.length ?? 0;
    return {
      fields,
      documentId,
      rowIds: ids.slice(first, next),
      headlineKey: derived.headlineKey,
    };
  });
}

/** Stores new articles with their components and tags: a draft row each, and a published row where they are to be published. */
export async function insertArticles(
  batch: Batch,
  articles: readonly NewRecord[],
  tagIds: TagIds,
): Promise<readonly StoredArticle[]> {
  if (articles.length === 0) return [];
  const { photos, authors } = batch.schema;
  const derived = articles.map((article) => ({
    fields: article.fields,
    documentId: article.documentId,
    derived: article.derived ?? deriveFields(article.fields),
  }));
  const stored = await insertRows(batch, derived);
  for (const { documentId, fields } of stored) {
    batch.journal.created(batch.schema.articles.uid, documentId, isPublished(batch, fields));
  }
  const photoParts = stored.flatMap(({ rowIds, fields }) =>
    partsOf(
      rowIds,
      fields.photos.map((photo) => photos.row({ ...photo })),
    ),
  );
  const authorParts = stored.flatMap(({ rowIds, fields }) =>
    partsOf(
      rowIds,
      fields.authors.map((author) => authors.row({ ...author })),
    ),
  );
  await insertParts(batch, photosField(batch), photoParts);
  await insertParts(batch, authorsField(batch), authorParts);
  const tagged = stored.map(({ rowIds, fields: { tags } }) => ({ rowIds, tags }));
  await linkTags(batch, tagged, tagIds);
  return stored;
}
