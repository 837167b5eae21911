import type { DocumentRecord } from '../records';

/** What two documents of one wave may not share: the source, or the article that both are captures of. */
function keysOf({ source, article }: DocumentRecord): readonly string[] {
  const known = [article?.identity ?? null, article?.alias ?? null].filter((key) => key !== null);
  return [`source ${source.identity}`, ...known.map((key) => `article ${key}`)];
}

/**
 * Splits a batch so that documents of one identity come one after the other, each planned against what the one before left: a wave holds
 * each source and each article once.
 *
 * @returns the places of the documents in the batch, wave after wave, ascending within each
 */
export function wavesOf(records: readonly DocumentRecord[]): readonly (readonly number[])[] {
  const waves: number[][] = [];
  const next = new Map<string, number>();
  records.forEach((record, place) => {
    const keys = keysOf(record);
    const wave = Math.max(...keys.map((key) => next.get(key) ?? 0));
    for (const key of keys) next.set(key, wave + 1);
    (waves[wave] ??= []).push(place);
  });
  return waves;
}
