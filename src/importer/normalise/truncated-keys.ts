/** A row that shows fewer characters than this says too little to link it by its beginning. */
export const MIN_PREFIX_LENGTH = 12;

/**
 * All keys that a cut headline ("… in Ho...") may have which stands for a headline: the beginnings of its key.
 *
 * @param key `headlineKey` of the whole headline
 * @returns from the shortest to the longest
 */
export function truncatedKeys(key: string): readonly string[] {
  const characters = Array.from(key);
  const lengths = Array.from(
    { length: Math.max(0, characters.length - MIN_PREFIX_LENGTH) },
    (_, at) => MIN_PREFIX_LENGTH + at,
  );
  return [...new Set(lengths.map((length) => characters.slice(0, length).join('').trimEnd()))];
}
