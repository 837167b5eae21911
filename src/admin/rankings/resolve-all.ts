import type { ResolvedRow, ResolveStep } from '../../stores/resolve-links';

/** What linking everything anew came to. */
export interface Outcome {
  readonly lists: number;
  readonly changed: number;
  /** The first changed rows. */
  readonly shown: readonly ResolvedRow[];
}

/** Each changed row is a notification of its own: a few have room. */
const MAX_SHOWN = 3;

/**
 * Asks for one step after the other until all lists are done.
 *
 * @param askStep asks the server for the step after this place
 */
export async function resolveAll(askStep: (after: number) => Promise<ResolveStep>): Promise<Outcome> {
  let outcome: Outcome = { lists: 0, changed: 0, shown: [] };
  for (let after: number | null = 0; after !== null;) {
    const step: ResolveStep = await askStep(after);
    outcome = {
      lists: outcome.lists + step.lists,
      changed: outcome.changed + step.changes.length,
      shown: [...outcome.shown, ...step.changes].slice(0, MAX_SHOWN),
    };
    after = step.next;
  }
  return outcome;
}

function summarise({ linkState, article }: ResolvedRow['before']): string {
  return article === null ? (linkState ?? '–') : `${linkState ?? '–'} (${article})`;
}

/** A changed row: the list that it stands in, and how its link changed. */
export function describeRow({ title, status, headline, before, after }: ResolvedRow) {
  return { title: `${title}, ${status}`, message: `${headline}: ${summarise(before)} → ${summarise(after)}` };
}
