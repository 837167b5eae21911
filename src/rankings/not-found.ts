import { errors } from '@strapi/utils';
import { distance } from 'fastest-levenshtein';

/** As many names as an answer lists. */
const MAX_NAMES = 50;
const MAX_SIMILAR = 3;

/** Names that may have been meant, the likeliest first. */
function similarTo(asked: string, names: readonly string[]): readonly string[] {
  const limit = Math.max(2, Math.floor(asked.length / 3));
  return names
    .map((name) => ({ name, steps: distance(asked.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, steps }) => steps <= limit || name.startsWith(asked))
    .sort((one, other) => one.steps - other.steps || (one.name < other.name ? -1 : 1))
    .slice(0, MAX_SIMILAR)
    .map(({ name }) => name);
}

/**
 * The error for a name that does not exist: what was meant perhaps, and what there is. A list that was not asked for is never answered.
 *
 * @param kind `key` or `section`
 */
export function unknownName(kind: 'key' | 'section', asked: string, names: readonly string[]): Error {
  const similar = similarTo(asked, names);
  const known = [...names].sort().slice(0, MAX_NAMES);
  const hint = similar.length > 0 ? `; did you mean ${similar.map((name) => `“${name}”`).join(', ')}?` : '';
  const noun = kind === 'key' ? 'ranking list with the key' : 'ranking list of the section';
  const details = { [kind]: asked, similar, [`${kind}s`]: known, total: names.length };
  return new errors.NotFoundError(`There is no published ${noun} “${asked}”${hint}`, details);
}
