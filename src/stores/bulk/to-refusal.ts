import { RunStoppedError } from '../../importer/run-stopped-error';
import type { ApplyResult } from '../../importer/store';
import { isDeadlock } from './sessions/is-deadlock';

/**
 * A document that could not be stored, with the reason. One that was taken back since its transaction and an editor's waited for each other may be planned again.
 *
 * @throws RunStoppedError where that is the error
 */
export function toRefusal(error: unknown): ApplyResult {
  if (error instanceof RunStoppedError) throw error;
  return { refused: error instanceof Error ? error.message : String(error), isStale: isDeadlock(error) };
}
