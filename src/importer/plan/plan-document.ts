import type { Diagnostic } from '../documents';
import type { ArticleFieldName, ArticleFields, DocumentRecord } from '../records';
import type { KnownArticle, KnownSource, StoredState } from '../store';
import { describeConflicts } from './describe-conflicts';
import { mergeFields, type FieldMerge } from './merge-fields';
import { planLists, showsDeleted, type ListsPlan } from './plan-lists';
import { findOtherArticle } from './other-article';
import { describeTwin } from './possible-twin';
import type { PlanRules } from './plan-rules';
import { sameValue } from './same-value';
import { whatIsSaid } from './what-is-said';

export type PlanAction =
  'create' | 'update' | 'unchanged' | 'keep-local' | 'conflict' | 'deleted-locally' | 'skipped' | 'rejected';

type Fields = Partial<ArticleFields>;

/** What is to be done with one document. */
export interface DocumentPlan extends ListsPlan {
  readonly action: PlanAction;
  readonly record: DocumentRecord;
  /** The document id of the article that is there already, or was there before an editor deleted it. */
  readonly articleDocumentId: string | null;
  /** The fields to write; empty where the article stays as it is. */
  readonly changes: Fields;
  readonly merges: readonly FieldMerge[];
  /** The article as it stands; null where it's new, deleted or not compared. */
  readonly current: ArticleFields | null;
  /** When that was written: a store writes over no other. */
  readonly version: string | null;
  /** False where not even the ledger needs a word: the same bytes were read by the same parser before. */
  readonly writes: boolean;
  /** The article as last imported, for the ledger: what the next import is compared with. Null where the document has no article. */
  readonly base: Fields | null;
  /** What this very document says, where that is something else than `base`; null else. */
  readonly stated: Fields | null;
  /** Whether all that the document says was considered; false where `fields` left some of it out, so that the next import looks again. */
  readonly isWhole: boolean;
}

function pick(fields: ArticleFields, names: readonly ArticleFieldName[]): Fields {
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}

function actionOf(merges: readonly FieldMerge[], changes: Fields): PlanAction {
  const has = (outcome: FieldMerge['outcome']): boolean => merges.some((merge) => merge.outcome === outcome);
  if (has('conflict')) return 'conflict';
  if (Object.keys(changes).length > 0) return 'update';
  return has('keep') ? 'keep-local' : 'unchanged';
}

type More = Partial<Omit<DocumentPlan, 'record' | 'articleDocumentId' | 'action'>>;

const NOTHING = {
  changes: {},
  merges: [],
  current: null,
  version: null,
  diagnostics: [],
  stated: null,
  restoredLists: [],
  writes: true,
  isWhole: true,
};

/** All plans are made here, with all that a plan has in one order: put together in several ways they would have as many shapes, and be slower to read. */
function planOf(
  record: DocumentRecord,
  articleDocumentId: string | null,
  action: PlanAction,
  more: More,
): DocumentPlan {
  const { base = record.article?.fields ?? null, rankingLists = record.rankingLists } = more;
  const { changes, merges, current, version, diagnostics, stated, restoredLists, writes, isWhole } = {
    ...NOTHING,
    ...more,
  };
  return {
    action,
    record,
    articleDocumentId,
    changes,
    merges,
    current,
    version,
    diagnostics,
    base,
    stated,
    rankingLists,
    restoredLists,
    writes,
    isWhole,
  };
}

/** What the ledger is to hold of fields: the new word where a field is written, else the old one. */
function remember(names: readonly ArticleFieldName[] | null, now: ArticleFields, before: Fields): Fields {
  return names === null ? now : { ...before, ...pick(now, names) };
}

function planKnown(
  record: DocumentRecord,
  theirs: ArticleFields,
  known: KnownArticle & { readonly fields: ArticleFields },
  { fields: names, onConflict }: PlanRules,
): DocumentPlan {
  const { documentId, fields: ours, version, base, own } = known;
  // What a document says that speaks for the article alone is what the article is now said to be.
  const said = own === base ? theirs : whatIsSaid(theirs, own, base);
  const winner = onConflict === 'keep' ? 'ours' : 'theirs';
  const all = mergeFields({ base, theirs: said, ours }, winner);
  const merges = names === null ? all : all.filter(({ field }) => names.includes(field));
  const written = merges.filter(({ field, value }) => value !== ours[field]);
  const changes = Object.fromEntries(written.map(({ field, value }) => [field, value]));
  const newBase = remember(names, said, base);
  const stated = remember(names, theirs, own ?? {});
  return planOf(record, documentId, actionOf(merges, changes), {
    ...{ changes, merges, current: ours, version, base: newBase, stated: sameValue(stated, newBase) ? null : stated },
    isWhole: all.every((merge) => merges.includes(merge) || ['same', 'keep'].includes(merge.outcome)),
    diagnostics: describeConflicts(merges),
  });
}

/** Whether the same bytes were wholly read by the same parser before: then nothing is to be done. */
export function isRead(record: DocumentRecord, source: KnownSource | null): boolean {
  return source?.contentHash === record.source.sha256 && source.parserVersion === record.source.parserVersion;
}

function planDeleted(record: DocumentRecord, documentId: string, { restore }: PlanRules, more: More): DocumentPlan {
  if (!restore) return planOf(record, documentId, 'deleted-locally', more);
  return planOf(record, documentId, 'create', { ...more, changes: record.article?.fields ?? {} });
}

function planRead(record: DocumentRecord, { article }: StoredState, rules: PlanRules): DocumentPlan {
  if (article === null || article.fields !== null) {
    return planOf(record, article?.documentId ?? null, 'unchanged', { writes: false });
  }
  return planDeleted(record, article.documentId, rules, { writes: rules.restore });
}

function planNew(record: DocumentRecord, isKnown: boolean, diagnostics: readonly Diagnostic[]): DocumentPlan {
  const changes = record.article?.fields ?? {};
  return planOf(record, null, isKnown ? 'update' : 'create', { changes, diagnostics });
}

function findTwin({ twin = null }: StoredState): readonly Diagnostic[] {
  return twin === null ? [] : [describeTwin(twin)];
}

function planWanted(record: DocumentRecord, stored: StoredState, rules: PlanRules): DocumentPlan {
  const { article, source } = stored;
  // What is made again is looked at even where the bytes are the same.
  const isSettled = isRead(record, source) && !(rules.restore && showsDeleted(record, stored));
  if (isSettled) return planRead(record, stored, rules);
  if (record.article === null) return planNew(record, source !== null, []);
  if (article === null) return planNew(record, false, findTwin(stored));
  const { fields } = article;
  if (fields === null) return planDeleted(record, article.documentId, rules, {});
  return planKnown(record, record.article.fields, { ...article, fields }, rules);
}

/** The same, with what becomes of the document's ranking lists. */
function withLists(plan: DocumentPlan, stored: StoredState, rules: PlanRules): DocumentPlan {
  const { rankingLists, restoredLists, diagnostics } = planLists(plan.record, stored, rules);
  if (rankingLists === plan.rankingLists && restoredLists.length === 0) return plan;
  const isDeleted = plan.record.article === null && rankingLists.length === 0;
  const action = plan.action === 'unchanged' && restoredLists.length > 0 ? 'update' : plan.action;
  return {
    ...plan,
    ...{ rankingLists, restoredLists },
    action: isDeleted ? 'deleted-locally' : action,
    diagnostics: [...plan.diagnostics, ...diagnostics],
  };
}

/** Whether the options leave a plan out: it makes what they want to see updated only, or changes what they want created only. */
function isLeftOut({ action, writes }: DocumentPlan, { updateOnly, createOnly }: PlanRules): boolean {
  if (action === 'create') return updateOnly;
  return createOnly && writes;
}

/**
 * Says what to do with a document, from the document and what is stored. The dry run stops here.
 */
export function planDocument(record: DocumentRecord, stored: StoredState, rules: PlanRules): DocumentPlan {
  const { article, rankingLists } = record;
  if (record.isUnread === true) return planOf(record, null, 'unchanged', { writes: false });
  if (article === null && rankingLists.length === 0) return planOf(record, null, 'rejected', { writes: false });
  const other = findOtherArticle(record, stored.article);
  if (other !== null) {
    return planOf(record, null, 'rejected', { writes: false, rankingLists: [], diagnostics: [other] });
  }
  const plan = withLists(planWanted(record, stored, rules), stored, rules);
  return isLeftOut(plan, rules) ? planOf(record, plan.articleDocumentId, 'skipped', { writes: false }) : plan;
}
