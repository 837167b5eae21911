import { headlineKey } from '../../importer/normalise/headline-key';
import type { Batch } from './batch';
import { findChanged, updateRows, type ArticleChange, type ChangedArticle } from './changed-rows';
import { authorsField, insertParts, partsOf, photosField, removeParts, type ComponentField } from './components';
import { insertImages } from './photo-images';
import type { Row } from './sessions/session';
import { relinkTags } from './tag-links';
import type { TagIds } from './tags';

const rowIdsOf = ({ draftId, publishedId }: ChangedArticle): readonly number[] =>
  publishedId === null ? [draftId] : [draftId, publishedId];

/** Components have no identity of their own in a source document: the field's old ones go, the new ones come; their ids are answered. */
async function replaceParts(
  batch: Batch,
  field: ComponentField,
  articles: readonly ChangedArticle[],
  rowsOf: (article: ChangedArticle) => readonly Row[],
): Promise<readonly number[]> {
  if (articles.length === 0) return [];
  await removeParts(batch, field, articles.flatMap(rowIdsOf));
  return insertParts(
    batch,
    field,
    articles.flatMap((article) => partsOf(rowIdsOf(article), rowsOf(article))),
  );
}

/** The files of an article's photos, for each of its rows. */
function imagesOf(article: ChangedArticle): readonly (number | undefined)[] {
  return rowIdsOf(article).flatMap(() => (article.changes.photos ?? []).map(({ image }) => image));
}

function keysOf({ headlineKey: before, changes: { headline } }: ChangedArticle): readonly string[] {
  if (headline === undefined) return [];
  return [before ?? '', headline === null ? '' : headlineKey(headline)];
}

/**
 * Writes changed fields of known articles; a published article without waiting edits stays published with them.
 *
 * @returns the keys of headlines that came or went
 */
export async function updateArticles(
  batch: Batch,
  changes: readonly ArticleChange[],
  tagIds: TagIds,
): Promise<readonly string[]> {
  const articles = await findChanged(batch, changes);
  const { photos, authors } = batch.schema;
  await batch.journal.changing(
    batch.session,
    'api::article.article',
    articles.map(({ documentId, changes: some }) => ({ documentId, fields: Object.keys(some) })),
  );
  await updateRows(batch, articles);
  const withPhotos = articles.filter(({ changes: { photos: some } }) => some !== undefined);
  const withAuthors = articles.filter(({ changes: { authors: some } }) => some !== undefined);
  const withTags = articles.filter(({ changes: { tags } }) => tags !== undefined);
  const photoIds = await replaceParts(batch, photosField(batch), withPhotos, (article) =>
    (article.changes.photos ?? []).map(({ caption, creditText }) => photos.row({ caption, creditText })),
  );
  const withImages = { table: photos, images: batch.schema.imageLinks };
  await insertImages(batch.session, withImages, photoIds, withPhotos.flatMap(imagesOf));
  await replaceParts(batch, authorsField(batch), withAuthors, (article) =>
    (article.changes.authors ?? []).map((author) => authors.row({ ...author })),
  );
  const tagged = withTags.map((article) => ({ rowIds: rowIdsOf(article), tags: article.changes.tags ?? [] }));
  await relinkTags(batch, tagged, tagIds);
  return articles.flatMap(keysOf);
}
