import { sha256 } from '../importer/normalise/hash';
import { readableSlug } from '../importer/normalise/slug';
import { tagKey } from '../importer/normalise/tag-name';

const HASH_LENGTH = 10;

/** Slugs for a tag in order of preference. Names without Latin letters get one that says nothing, but stays. */
export function tagSlugs(name: string): readonly string[] {
  const readable = readableSlug(name);
  return [readable === '' ? `tag-${sha256(tagKey(name)).slice(0, HASH_LENGTH)}` : readable];
}
