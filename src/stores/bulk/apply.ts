import type { DocumentPlan } from '../../importer/plan/plan-document';
import type { Batch } from './batch';
import { updateArticles } from './changed-articles';
import { saveSources } from './ledger';
import { newDocumentId } from './document-ids';
import { relinkEntries } from './links';
import { insertArticles, newRecord } from './new-articles';
import { ensureLists } from './ranking-lists';
import { ensureTags } from './tags';

type Changes = DocumentPlan['changes'];

/** The fields that a plan gives a new article. */
export function creates(plan: DocumentPlan): boolean {
  return plan.record.article !== null && plan.action === 'create';
}

/** The fields that a plan changes in a known article; null where it stays. */
function changesOf({ record, articleDocumentId, action, changes }: DocumentPlan): Changes | null {
  if (articleDocumentId === null || record.article === null || action === 'create') return null;
  return Object.keys(changes).length === 0 ? null : changes;
}

/** Writes the plans of one batch, in one transaction: articles and their tags first, since the rows of ranking lists link to them. */
export async function applyPlans(batch: Batch, plans: readonly DocumentPlan[]): Promise<void> {
  const created = plans.filter(creates);
  const changed = plans.flatMap((plan) => {
    const changes = changesOf(plan);
    const { articleDocumentId, record } = plan;
    if (changes === null || articleDocumentId === null || record.article === null) return [];
    return [{ documentId: articleDocumentId, changes, record: record.article }];
  });
  const newArticles = created.flatMap(({ record: { article }, articleDocumentId: restored }) =>
    article === null ? [] : [newRecord(article, restored ?? newDocumentId())],
  );
  const names = [...newArticles.map(({ fields }) => fields), ...changed.map(({ changes }) => changes)].flatMap(
    ({ tags }) => tags ?? [],
  );
  const tagIds = await ensureTags(batch, names);
  const articles = await insertArticles(batch, newArticles, tagIds);
  const renamed = await updateArticles(batch, changed, tagIds);
  const newKeys = articles.map(({ headlineKey }) => headlineKey ?? '');
  await relinkEntries(batch, { keys: renamed, newKeys, documentIds: [] });
  const listIds = await ensureLists(
    batch,
    plans.flatMap(({ record, rankingLists }) => rankingLists.map((list) => ({ list, source: record.source.identity }))),
    new Set(plans.flatMap(({ restoredLists }) => restoredLists)),
  );
  const newIds = new Map(created.map((plan, at) => [plan, articles[at]?.documentId ?? null]));
  const entries = plans.map((plan) => ({
    plan,
    articleDocumentId: newIds.get(plan) ?? plan.articleDocumentId,
    rankingListDocumentIds: plan.rankingLists.flatMap(({ snapshotKey }) => listIds.get(snapshotKey) ?? []),
  }));
  await saveSources(batch, entries);
}
