import { UsageError } from '../usage-error';
import { shortId } from '../run-ids';

interface Named {
  readonly documentId: string;
}

/**
 * The one run that a person means by an id's beginning, or `latest`.
 *
 * @param found the runs that it may mean
 * @throws UsageError where that is none, or more than one
 */
export function theRun<Run extends Named>(name: string, found: readonly Run[]): Run {
  const [run, ...others] = found;
  if (run === undefined) {
    throw new UsageError(`There is no run "${name}". npm run import -- status lists the runs.`);
  }
  if (others.length === 0 || name === 'latest') return run;
  const ids = found.map(({ documentId }) => shortId(documentId)).join(', ');
  throw new UsageError(`"${name}" may mean several runs: ${ids}. Type more of the id.`);
}
