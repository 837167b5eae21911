import { newDocumentId } from '../bulk/document-ids';
import type { Session } from '../bulk/sessions/session';
import type { DeletedData } from './change-data';
import type { ChangeSchema } from './change-schema';
import { toChangeText } from './change-text';
import { readSources, readStates } from './read-states';

const ARTICLE = 'api::article.article';

/** Document ids of what a run deletes: a row of the ledger, and the article that goes with it. */
export interface Deletion {
  readonly source: string;
  readonly article: string | null;
}

/** Puts on record what is about to be deleted, in the transaction that deletes it. */
export async function saveDeletion(
  session: Session,
  schema: ChangeSchema,
  runId: string,
  { source, article }: Deletion,
): Promise<void> {
  const fields = [...schema.parts[ARTICLE].map(({ field }) => field), 'tags'];
  const entries = article === null ? [] : [{ documentId: article, fields }];
  const states = await readStates(session, schema, ARTICLE, entries);
  const sources = await readSources(session, schema, 'documentId', [source]);
  const data: DeletedData = { entry: states.get(article ?? '') ?? null, source: sources.get(source) ?? {} };
  const now = new Date().toISOString();
  const row = schema.changes.row({
    ...{ createdAt: now, updatedAt: now, publishedAt: now, documentId: newDocumentId(), runId, kind: 'deleted' },
    ...{ uid: ARTICLE, entryDocumentId: article, documents: 0, sources: 0, data: toChangeText(data) },
  });
  await session.add(schema.changes.name, schema.changes.columns, [row]);
}
