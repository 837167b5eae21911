import type { Core } from '@strapi/strapi';
import { tagKey, uniqueTagNames } from '../importer/normalise/tag-name';

const TAG = 'api::tag.tag';

interface TagRow {
  readonly documentId: string;
  readonly nameKey: string;
}

async function findTags(strapi: Core.Strapi, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows: readonly TagRow[] = await strapi.db
    .query(TAG)
    .findMany({ where: { nameKey: { $in: keys } }, select: ['documentId', 'nameKey'] });
  return new Map(rows.map(({ nameKey, documentId }) => [nameKey, documentId]));
}

/**
 * Finds tags by name, whatever their case or width, and creates the missing ones.
 *
 * @param names as printed; blank ones are left out
 * @param onCreated hears of each missing one
 * @returns document ids by the given names
 */
export async function ensureTags(
  strapi: Core.Strapi,
  names: readonly string[],
  onCreated: (documentId: string) => void = () => undefined,
): Promise<ReadonlyMap<string, string>> {
  const wanted = uniqueTagNames(names);
  if (wanted.length === 0) return new Map();
  const ids = new Map(await findTags(strapi, wanted.map(tagKey)));
  for (const name of wanted.filter((candidate) => !ids.has(tagKey(candidate)))) {
    const { documentId } = await strapi.documents(TAG).create({ data: { name } });
    onCreated(documentId);
    ids.set(tagKey(name), documentId);
  }
  return new Map(names.flatMap((name) => (ids.has(tagKey(name)) ? [[name, ids.get(tagKey(name)) ?? '']] : [])));
}
