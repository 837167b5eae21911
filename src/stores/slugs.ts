import type { Core, UID } from '@strapi/strapi';

interface SlugRow {
  readonly slug: string | null;
}

async function takenSlugs(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  slugs: readonly string[],
  ownDocumentId: string | null,
): Promise<ReadonlySet<string | null>> {
  const own = ownDocumentId === null ? {} : { documentId: { $ne: ownDocumentId } };
  const rows: readonly SlugRow[] = await strapi.db
    .query(uid)
    .findMany({ where: { slug: { $in: slugs }, ...own }, select: ['slug'] });
  return new Set(rows.map(({ slug }) => slug));
}

/**
 * The first candidate that no other document has, in its draft or its published row; where all are taken, the last one with the
 * first free number behind it.
 *
 * @param candidates in order of preference, at least one
 * @param ownDocumentId the document that the slug is for, null for a new one
 */
export async function freeSlug(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  candidates: readonly string[],
  ownDocumentId: string | null,
): Promise<string> {
  const taken = await takenSlugs(strapi, uid, candidates, ownDocumentId);
  const free = candidates.find((candidate) => !taken.has(candidate));
  if (free !== undefined) return free;
  const last = candidates.at(-1) ?? '';
  for (let number = 2; ; number += 1) {
    const numbered = `${last}-${number}`;
    if (!(await takenSlugs(strapi, uid, [numbered], ownDocumentId)).has(numbered)) return numbered;
  }
}
