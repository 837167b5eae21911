import type { Session } from './sessions/session';
import type { Table } from './tables';

/**
 * The end of a select whose rows nobody else changes until the transaction ends. Drafts first, as whoever publishes an entry takes them: two who take rows in different
 * orders wait for each other.
 */
export function holdRows(session: Session, table: Table): string {
  return `order by ${session.name(table.column('publishedAt'))} is not null, id ${session.hold}`;
}
