import { deriveFields } from '../../importer/normalise/derive';
import { candidatesOf } from '../../importer/normalise/slug';
import type { Author } from '../../importer/documents';
import type { ArticleFields, ArticleRecord, PhotoRecord } from '../../importer/records';
import type { Batch } from './batch';
import { authorsField, insertParts, partsOf, photosField } from './components';
import { takeSlugs, type WantedSlug } from './slugs';
import { linkTags } from './tag-links';
import { draftAndPublished, type Reads } from './tables';
import type { TagIds } from './tags';

/** An article that is stored, with the ids of its rows: the draft's, then the published one's where there is one. */
export interface StoredArticle {
  readonly documentId: string;
  readonly rowIds: readonly number[];
  /** The key that ranking rows find it by. */
  readonly headlineKey: string | null;
}

/** An article that is to be stored. */
export interface NewRecord extends Required<Pick<ArticleRecord, 'fields' | 'derived'>> {
  /** One that is new, or the article's own from before it was deleted. */
  readonly documentId: string;
}

export function newRecord({ fields, derived = deriveFields(fields) }: ArticleRecord, documentId: string): NewRecord {
  return { documentId, fields, derived };
}

interface NewArticle extends StoredArticle {
  readonly fields: ArticleFields;
}

/** An article without headline can't be published; it waits as a draft for an editor. */
export function isPublished({ status }: Batch, { headline }: ArticleFields): boolean {
  return status === 'published' && headline !== null;
}

interface ArticleRow {
  readonly article: NewRecord;
  readonly slug: string;
  readonly now: string;
}

const ARTICLE: Reads<ArticleRow> = {
  documentId: ({ article }) => article.documentId,
  headline: ({ article }) => article.fields.headline,
  kicker: ({ article }) => article.fields.kicker,
  slug: ({ slug }) => slug,
  description: ({ article }) => article.fields.description,
  body: ({ article }) => article.derived.bodyJson,
  datePublished: ({ article }) => article.fields.datePublished,
  datePublishedPrecision: ({ article }) => article.fields.datePublishedPrecision,
  dateModified: ({ article }) => article.fields.dateModified,
  dateline: ({ article }) => article.fields.dateline,
  articleSection: ({ article }) => article.fields.articleSection,
  inLanguage: ({ article }) => article.fields.inLanguage,
  wordCount: ({ article }) => article.derived.wordCount,
  sourceUrl: ({ article }) => article.fields.sourceUrl,
  publisher: ({ article }) => article.fields.publisher,
  headlineKey: ({ article }) => article.derived.headlineKey,
  createdAt: ({ now }) => now,
  updatedAt: ({ now }) => now,
};

const PHOTO: Reads<PhotoRecord> = { caption: ({ caption }) => caption, creditText: ({ creditText }) => creditText };
const AUTHOR: Reads<Author> = { name: ({ name }) => name, affiliation: ({ affiliation }) => affiliation };

function slugOf({ fields: { datePublished }, derived: { readableSlug }, documentId }: NewRecord): WantedSlug {
  const all = (): readonly string[] => candidatesOf(readableSlug, { datePublished, seed: documentId });
  return { first: readableSlug === '' ? (all()[0] ?? '') : readableSlug, all };
}

async function insertRows(batch: Batch, articles: readonly NewRecord[]): Promise<readonly NewArticle[]> {
  const { session, schema, now } = batch;
  const slugs = await takeSlugs(batch, schema.articles, articles.map(slugOf));
  const rowsOf = draftAndPublished(schema.articles, ARTICLE);
  const rows = articles.map((article, at) =>
    rowsOf({ article, slug: slugs[at] ?? '', now }, isPublished(batch, article.fields) ? now : null),
  );
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
  const stored = await insertRows(batch, articles);
  for (const { documentId, fields } of stored) {
    batch.journal.created(batch.schema.articles.uid, documentId, isPublished(batch, fields));
  }
  const [toPhoto, toAuthor] = [photos.rowsOf(PHOTO), authors.rowsOf(AUTHOR)];
  const photoParts = stored.flatMap(({ rowIds, fields }) => partsOf(rowIds, fields.photos.map(toPhoto)));
  const authorParts = stored.flatMap(({ rowIds, fields }) => partsOf(rowIds, fields.authors.map(toAuthor)));
  await insertParts(batch, photosField(batch), photoParts);
  await insertParts(batch, authorsField(batch), authorParts);
  const tagged = stored.map(({ rowIds, fields: { tags } }) => ({ rowIds, tags }));
  await linkTags(batch, tagged, tagIds);
  return stored;
}
