import type { ArticleFieldName, ArticleFields, DocumentRecord } from '../records';
import type { KnownArticle, KnownSource, StoredState } from '../store';
import { mergeFields, type FieldMerge } from './merge-fields';

export type PlanAction = 'create' | 'update' | 'unchanged' | 'keep-local' | 'conflict' | 'deleted-locally' | 'rejected';

/** What is to be done with one document. */
export interface DocumentPlan {
  readonly action: PlanAction;
  readonly record: DocumentRecord;
  /** The document id of the article that is there already. */
  readonly articleDocumentId: string | null;
  /** The fields to write; empty where the article stays as it is. */
  readonly changes: Partial<ArticleFields>;
  readonly merges: readonly FieldMerge[];
  /** False where not even the ledger needs a word: the same bytes were read by the same parser before. */
  readonly writes: boolean;
}

function pick(fields: ArticleFields, names: readonly ArticleFieldName[]): Partial<ArticleFields> {
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}

function actionOf(merges: readonly FieldMerge[]): PlanAction {
  const has = (outcome: FieldMerge['outcome']): boolean => merges.some((merge) => merge.outcome === outcome);
  if (has('conflict')) return 'conflict';
  if (has('take')) return 'update';
  return has('keep') ? 'keep-local' : 'unchanged';
}

function planKnown(record: DocumentRecord, theirs: ArticleFields, known: KnownArticle): DocumentPlan {
  const { documentId, fields, base } = known;
  const plan = { record, articleDocumentId: documentId, changes: {}, merges: [], writes: true };
  if (fields === null) return { ...plan, action: 'deleted-locally' };
  const merges = mergeFields(base, theirs, fields);
  const taken = merges.filter(({ outcome }) => outcome === 'take').map(({ field }) => field);
  return { ...plan, action: actionOf(merges), changes: pick(theirs, taken), merges };
}

/** Whether the same bytes were read by the same parser before: then nothing is to be done. */
export function isRead(record: DocumentRecord, source: KnownSource | null): boolean {
  return source?.sha256 === record.source.sha256 && source.parserVersion === record.source.parserVersion;
}

/**
 * Says what to do with a document, from the document and what is stored. The dry run stops here.
 */
export function planDocument(record: DocumentRecord, stored: StoredState): DocumentPlan {
  const plan = { record, articleDocumentId: stored.article?.documentId ?? null, changes: {}, merges: [] };
  const { article, rankingLists } = record;
  if (record.isUnread === true) return { ...plan, action: 'unchanged', writes: false };
  if (article === null && rankingLists.length === 0) return { ...plan, action: 'rejected', writes: false };
  if (isRead(record, stored.source)) return { ...plan, action: 'unchanged', writes: false };
  if (article === null) return { ...plan, action: stored.source === null ? 'create' : 'update', writes: true };
  if (stored.article !== null) return planKnown(record, article.fields, stored.article);
  return { ...plan, action: 'create', changes: article.fields, writes: true };
}
