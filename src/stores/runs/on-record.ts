import type { DocumentResult } from '../../importer/report';

/** Documents whose findings went on record with them: how often each path and index. */
export interface OnRecord {
  add(result: DocumentResult): void;
  /** Whether this one is on record; it is struck off. */
  take(result: DocumentResult): boolean;
}

/** An empty record. */
export function keepOnRecord(): OnRecord {
  const counts = new Map<string, number>();
  const keyOf = ({ path, index }: DocumentResult): string => `${index} ${path}`;
  const setTo = (key: string, count: number): void => void (count === 0 ? counts.delete(key) : counts.set(key, count));
  return {
    add: (result) => setTo(keyOf(result), (counts.get(keyOf(result)) ?? 0) + 1),
    take(result) {
      const count = counts.get(keyOf(result)) ?? 0;
      if (count > 0) setTo(keyOf(result), count - 1);
      return count > 0;
    },
  };
}
