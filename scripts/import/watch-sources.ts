import type { DocumentResult } from '../../src/importer/report';
import { openScratch } from '../../src/stores/scratch';
import type { Importer } from './importer';
import { findVanished, type VanishedOptions, type VanishedReport } from './vanished';

/** Where something could not be read, whatever is in it only seems to be gone. */
const UNREADABLE = new Set([
  ...['unreadable-path', 'broken-archive', 'archive-too-large', 'encrypted-entry', 'invalid-record'],
]);

/** Remembers which sources a run reads, so that it can say which are gone. */
export interface SourceWatch {
  readonly onSources: (identities: readonly string[]) => void;
  readonly onResult: (result: DocumentResult) => void;
  /** What is gone; null where not all was read, so that nobody can tell. */
  finish(importer: Importer, options: VanishedOptions): Promise<VanishedReport | null>;
}

/**
 * Begins to watch.
 *
 * @param isWhole whether the run reads all that its paths hold
 */
export function watchSources(isWhole: boolean): SourceWatch {
  const seen = openScratch();
  let isComplete = isWhole;
  return {
    onSources: (identities) => seen.addAll(identities),
    onResult({ diagnostics }) {
      isComplete &&= !diagnostics.some(({ code }) => UNREADABLE.has(code));
    },
    async finish(importer, options) {
      const report = isComplete ? await findVanished(importer, seen, options) : null;
      seen.close();
      return report;
    },
  };
}
