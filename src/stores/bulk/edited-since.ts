import type { DocumentPlan } from '../../importer/plan/plan-document';
import type { ApplyResult } from '../../importer/store';
import type { Session } from './sessions/session';
import type { Table } from './tables';

/** What becomes of a plan whose article somebody saved in between. */
export const EDITED_SINCE: ApplyResult = {
  refused: 'Somebody saved or deleted the article each time it was about to be written: import the document again.',
  isStale: true,
};

interface DraftRow {
  readonly document: string;
  readonly updated: unknown;
  readonly published: unknown;
}

const changes = (plan: DocumentPlan): boolean => plan.current !== null && Object.keys(plan.changes).length > 0;

/**
 * Plans that would write over what somebody has saved since they were made: the article's draft is not the one any more that they were made for. The rows of all others
 * are held, as they are, until the transaction ends.
 *
 * @param articles the table of articles
 */
export async function findEditedSince(
  session: Session,
  articles: Table,
  plans: readonly DocumentPlan[],
): Promise<ReadonlySet<DocumentPlan>> {
  const changing = plans.filter(changes);
  const documentIds = changing.flatMap(({ articleDocumentId }) => articleDocumentId ?? []);
  if (documentIds.length === 0) return new Set();
  const name = (attribute: string): string => session.name(articles.column(attribute));
  const sql =
    `select ${name('documentId')} as document, ${name('updatedAt')} as updated, ${name('publishedAt')} as published ` +
    `from ${session.name(articles.name)} where ${session.isOneOf(name('documentId'))} ${session.hold}`;
  const rows = await session.select<DraftRow>(sql, [session.list(documentIds)]);
  const drafts = rows.filter(({ published }) => published === null);
  const versions = new Map(drafts.map(({ document, updated }) => [document, session.toInstant(updated)]));
  return new Set(
    changing.filter(({ articleDocumentId, version }) => versions.get(articleDocumentId ?? '') !== version),
  );
}
