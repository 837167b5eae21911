import type { Core } from '@strapi/strapi';
import { uniqueTagNames } from '../importer/normalise/tag-name';
import type { ArticleFields, PhotoRecord } from '../importer/records';
import type { KnownArticle } from '../importer/store';
import type { Journal } from './changes/journal';
import { ensureTags } from './tags';

const ARTICLE = 'api::article.article';
const TAG = 'api::tag.tag';

interface StoredPhoto {
  readonly caption?: string | null;
  readonly creditText?: string | null;
  readonly image?: { readonly id: number } | null;
}

interface StoredAuthor {
  readonly name: string;
  readonly affiliation?: string | null;
}

type StoredRow = Omit<ArticleFields, 'tags' | 'photos' | 'authors'> & {
  readonly tags?: readonly { readonly name: string }[];
  readonly photos?: readonly StoredPhoto[];
  readonly authors?: readonly StoredAuthor[];
};

/** A photo, with the file that an editor added. */
function toPhoto({ caption = null, creditText = null, image }: StoredPhoto): PhotoRecord {
  const photo = { caption, creditText };
  return image === undefined || image === null ? photo : { ...photo, image: image.id };
}

/** The fields of a stored row in the shape in which they are imported. */
function fromRow(row: StoredRow): ArticleFields {
  const { headline, kicker, description, body, datePublished, datePublishedPrecision, dateModified } = row;
  const { dateline, articleSection, inLanguage, sourceUrl, publisher } = row;
  return {
    ...{ headline, kicker, description, datePublished, datePublishedPrecision, dateModified },
    ...{ dateline, articleSection, inLanguage, sourceUrl, publisher },
    body: body ?? [],
    photos: (row.photos ?? []).map(toPhoto),
    authors: (row.authors ?? []).map(({ name, affiliation = null }) => ({ name, affiliation })),
    tags: uniqueTagNames((row.tags ?? []).map(({ name }) => name)),
  };
}

/**
 * What stands in the draft of an article now, and when it was written; nothing of one that was deleted.
 */
export async function currentDraft(
  strapi: Core.Strapi,
  documentId: string,
): Promise<Pick<KnownArticle, 'fields' | 'version'>> {
  const row = await strapi.documents(ARTICLE).findOne({ documentId, populate: ['photos.image', 'authors', 'tags'] });
  if (row === null) return { fields: null, version: null };
  const { updatedAt = null } = row;
  const version = updatedAt === null ? null : new Date(updatedAt).toISOString();
  return { fields: fromRow(row as unknown as StoredRow), version };
}

/** Fields as the Document Service takes them: tags by document id, found or created. */
export async function toDocumentData(
  strapi: Core.Strapi,
  { tags, ...fields }: Partial<ArticleFields>,
  journal: Pick<Journal, 'created'>,
): Promise<Record<string, unknown>> {
  if (tags === undefined) return fields;
  const ids = await ensureTags(strapi, tags, (documentId) => journal.created(TAG, documentId, false));
  return { ...fields, tags: tags.map((name) => ids.get(name)) };
}
