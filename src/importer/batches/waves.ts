import type { DocumentRecord } from '../records';

/** The waves that come next for what two documents of one wave may not share: the source, and the article that both are captures of. */
interface NextWaves {
  readonly sources: Map<string, number>;
  readonly articles: Map<string, number>;
}

function waveOf({ source, article }: DocumentRecord, { sources, articles }: NextWaves): number {
  const [identity, alias] = [article?.identity ?? '', article?.alias ?? ''];
  const wave = Math.max(
    sources.get(source.identity) ?? 0,
    identity === '' ? 0 : (articles.get(identity) ?? 0),
    alias === '' ? 0 : (articles.get(alias) ?? 0),
  );
  sources.set(source.identity, wave + 1);
  if (identity !== '') articles.set(identity, wave + 1);
  if (alias !== '') articles.set(alias, wave + 1);
  return wave;
}

/**
 * Splits documents so that those of one identity come one after the other, each planned against what the one before left: a wave holds
 * each source and each article once.
 *
 * @returns the places of the documents in the batch, wave after wave, ascending within each
 */
export function wavesOf(records: readonly DocumentRecord[]): readonly (readonly number[])[] {
  const waves: number[][] = [];
  const next: NextWaves = { sources: new Map(), articles: new Map() };
  records.forEach((record, place) => (waves[waveOf(record, next)] ??= []).push(place));
  return waves;
}
