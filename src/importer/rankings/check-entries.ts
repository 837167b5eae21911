/** A row of a ranking list as an editor is about to save it. */
export interface CuratedRow {
  readonly headline: string;
  readonly hidden: boolean;
  readonly pinnedPosition: number | null;
  /** Where the page showed it; null for a row that an editor added. */
  readonly printedPosition: number | null;
  /** The document that an editor linked it to; null for none. */
  readonly chosenDocumentId: string | null;
}

/** A row as it is stored, and the one that it becomes; null where it is left out. */
export interface RowChange {
  readonly stored: Pick<CuratedRow, 'headline' | 'printedPosition'>;
  readonly saved: CuratedRow | null;
}

function quote(headline: string): string {
  return `“${headline}”`;
}

/** The first two rows that have the same value, where the rule forbids it. */
function findTwins(
  rows: readonly CuratedRow[],
  valueOf: (row: CuratedRow) => string | number | null,
): readonly [CuratedRow, CuratedRow] | null {
  const seen = new Map<string | number, CuratedRow>();
  for (const row of rows) {
    const value = valueOf(row);
    if (value === null) continue;
    const twin = seen.get(value);
    if (twin !== undefined) return [twin, row];
    seen.set(value, row);
  }
  return null;
}

function faultInFacts(changes: readonly RowChange[]): string | null {
  for (const { stored, saved } of changes) {
    if (stored.printedPosition === null) continue;
    if (saved === null) {
      return `The page printed ${quote(stored.headline)}, and the row is missing: hide it instead of deleting it.`;
    }
    if (saved.headline !== stored.headline) {
      return `The page printed ${quote(stored.headline)}, and that stays: write the words that readers are to see into Label.`;
    }
  }
  return null;
}

/**
 * What forbids to save a ranking list as an editor has arranged it: printed rows are facts, and readers see an article once.
 *
 * @returns one sentence that says what to do, null where nothing is wrong
 */
export function findFault(rows: readonly CuratedRow[], changes: readonly RowChange[]): string | null {
  const lost = faultInFacts(changes);
  if (lost !== null) return lost;
  const outside = rows.find(({ pinnedPosition: pin }) => pin !== null && (pin < 1 || !Number.isInteger(pin)));
  if (outside !== undefined) {
    return `${quote(outside.headline)} can’t be pinned to ${outside.pinnedPosition}: positions are whole numbers, from 1.`;
  }
  const shown = rows.filter(({ hidden }) => !hidden);
  const pins = findTwins(shown, ({ pinnedPosition }) => pinnedPosition);
  if (pins !== null) {
    const [one, other] = pins;
    return `${quote(one.headline)} and ${quote(other.headline)} are both pinned to position ${one.pinnedPosition}: pin one of them elsewhere.`;
  }
  const twins = findTwins(shown, ({ chosenDocumentId }) => chosenDocumentId);
  if (twins === null) return null;
  const [one, other] = twins;
  return `${quote(one.headline)} and ${quote(other.headline)} are linked to the same article: hide one of them, or choose another article.`;
}
