import { errors } from '@strapi/utils';
import type { Core, Modules } from '@strapi/strapi';
import { tagKey, tagName } from '../importer/normalise/tag-name';
import { freeSlug } from '../stores/slugs';
import { tagSlugs } from '../stores/tag-slugs';
import { textOf, type Data } from './blank';

const TAG = 'api::tag.tag';

/** What the content manager makes of a slug where there is no name to make it from. */
const PLACEHOLDER_SLUG = 'tag';

/** A tag's name and the key that its other spellings share. */
export function nameFields(data: Data): Data {
  const name = textOf(data.name);
  return name === null ? {} : { name: tagName(name), nameKey: tagKey(name) };
}

async function refuseTwin(strapi: Core.Strapi, nameKey: unknown, own: string | null): Promise<void> {
  const where = { nameKey, ...(own === null ? {} : { documentId: { $ne: own } }) };
  const twin = await strapi.db.query(TAG).findOne({ where, select: ['name'] });
  if (twin === null) return;
  const message = `The tag “${twin.name}” exists already: upper and lower case, and full and half width, make no difference.`;
  throw new errors.ValidationError(message, { errors: [{ path: ['name'], message, name: 'ValidationError' }] });
}

/** The tag's slug; undefined where the stored one stays. */
async function deriveSlug(strapi: Core.Strapi, data: Data, own: string | null): Promise<Data> {
  const stored =
    own === null ? null : await strapi.db.query(TAG).findOne({ where: { documentId: own }, select: ['slug', 'name'] });
  const sent = textOf(data.slug);
  const kept = textOf(stored?.slug);
  if (kept !== null && (sent === kept || !('slug' in data))) return {};
  const name = textOf(data.name) ?? textOf(stored?.name) ?? '';
  const candidates = sent === null || sent === PLACEHOLDER_SLUG ? tagSlugs(name) : [sent];
  return { slug: await freeSlug(strapi, TAG, candidates, own) };
}

/** Normalises a tag's name before Strapi stores it, gives it a slug, and refuses a second spelling of one tag. */
export function prepareTag(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    if (context.uid !== TAG || !['create', 'update', 'clone'].includes(context.action)) return next();
    const params = context.params as { data?: Data; documentId?: string };
    const data = params.data ?? {};
    const own = context.action === 'update' ? (params.documentId ?? null) : null;
    const names = nameFields(data);
    if ('nameKey' in names) await refuseTwin(strapi, names.nameKey, own);
    params.data = { ...data, ...names, ...(await deriveSlug(strapi, { ...data, ...names }, own)) };
    return next();
  };
}
