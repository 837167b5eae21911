import type { PublicationStatus } from '../ranking-lists';
import type { Journal } from '../changes/journal';
import type { BulkSchema } from './schema';
import type { Session } from './sessions/session';

/** What the parts of one batch work with: the transaction's statements, the tables, and the one time of all its rows. */
export interface Batch {
  readonly session: Session;
  readonly schema: BulkSchema;
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly status: PublicationStatus;
  readonly runId: string;
  readonly journal: Journal;
}
