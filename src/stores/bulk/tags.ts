import { tagKey, uniqueTagNames } from '../../importer/normalise/tag-name';
import { tagSlugs } from '../tag-slugs';
import type { Batch } from './batch';
import { newDocumentId } from './document-ids';
import { takeSlugs } from './slugs';

/** Row ids of tags by their folded name. */
export type TagIds = ReadonlyMap<string, number>;

interface TagRow {
  readonly id: number;
  readonly key: string;
}

async function findTags({ session, schema }: Batch, keys: readonly string[]): Promise<Map<string, number>> {
  const column = session.name(schema.tags.column('nameKey'));
  const sql = `select id, ${column} as ${session.name('key')} from ${session.name(schema.tags.name)} where ${session.isOneOf(column)}`;
  const rows = await session.select<TagRow>(sql, [session.list(keys)]);
  return new Map(rows.map(({ id, key }) => [key, id]));
}

async function createTags(batch: Batch, names: readonly string[]): Promise<readonly number[]> {
  const { session, schema, now } = batch;
  const slugs = await takeSlugs(
    batch,
    schema.tags,
    names.map((name) => ({ first: tagSlugs(name)[0] ?? '', all: () => tagSlugs(name) })),
  );
  const times = { createdAt: now, updatedAt: now, publishedAt: now };
  const rows = names.map((name, at) => {
    const documentId = newDocumentId();
    batch.journal.created(schema.tags.uid, documentId, false);
    return schema.tags.row({ ...times, documentId, name, nameKey: tagKey(name), slug: slugs[at] ?? null });
  });
  return session.insert(schema.tags.name, schema.tags.columns, rows);
}

/** Finds the tags of a batch by name, whatever their case or width, and creates the missing ones in the spelling that comes first. */
export async function ensureTags(batch: Batch, names: readonly string[]): Promise<TagIds> {
  const wanted = uniqueTagNames(names);
  if (wanted.length === 0) return new Map();
  const ids = await findTags(batch, wanted.map(tagKey));
  const missing = wanted.filter((name) => !ids.has(tagKey(name)));
  if (missing.length === 0) return ids;
  const created = await createTags(batch, missing);
  missing.forEach((name, at) => ids.set(tagKey(name), created[at] ?? 0));
  return ids;
}
