import { describeOwner, type LeaseHolder } from '../../src/stores/runs/owner';
import { shortId } from './run-ids';

/** Says on standard error whom this process waits for. */
export function sayWho({ owner, runId }: LeaseHolder): void {
  const run = runId === null ? '' : `, run ${shortId(runId)}`;
  process.stderr.write(`Another run is writing (${describeOwner(owner)}${run}): waiting until it is done.\n`);
}
