import type { Core } from '@strapi/strapi';
import { isRead, type DocumentPlan } from '../importer/plan/plan-document';
import { showsDeleted } from '../importer/plan/plan-lists';
import type { PlanRules } from '../importer/plan/plan-rules';
import type { ArticleFields, DocumentRecord } from '../importer/records';
import type { ApplyResult, KnownArticle, Store, StoredState } from '../importer/store';
import { currentDraft, toDocumentData } from './article-fields';
import { EDITED_SINCE, findEditedSince } from './bulk/edited-since';
import { inSession } from './bulk/sessions';
import { toRefusal } from './bulk/to-refusal';
import type { Session } from './bulk/sessions/session';
import { readChangeSchema } from './changes/change-schema';
import { openJournal, type Journal } from './changes/journal';
import { checkPlan } from './check-plan';
import { findTwin } from './find-twin';
import { findCaptures, findLastBase, findSources, saveSource, type StoredLedgerRecord } from './ledger';
import { deletedAmong, saveRankingLists, type PublicationStatus } from './ranking-lists';

const ARTICLE = 'api::article.article';
const LIST = 'api::ranking-list.ranking-list';

export interface DocumentStoreOptions {
  /** In which state new entries are created. */
  readonly status: PublicationStatus;
  /** The run that the ledger names. */
  readonly runId: string;
  /** Makes sure at the start of each transaction that the run may still write; throws where it may not. */
  readonly confirm?: (session: Session) => Promise<void>;
  /** Puts on record what was found in documents, in the transaction that stores them. */
  readonly saveFound?: (session: Session, plans: readonly DocumentPlan[]) => Promise<void>;
}

/** One document's transaction. */
interface Work {
  readonly strapi: Core.Strapi;
  readonly session: Session;
  readonly journal: Journal;
}

async function capturesOf(strapi: Core.Strapi, record: DocumentRecord): Promise<readonly StoredLedgerRecord[]> {
  const own = (await findSources(strapi, [record.source.identity])).get(record.source.identity);
  const others = record.article === null ? [] : await findCaptures(strapi, record.article);
  return own === undefined ? others : [own, ...others];
}

async function knownArticle(
  strapi: Core.Strapi,
  captures: readonly StoredLedgerRecord[],
  source: StoredLedgerRecord | null,
): Promise<KnownArticle | null> {
  const capture = captures.find(({ articleDocumentId }) => articleDocumentId !== null);
  const documentId = capture?.articleDocumentId ?? null;
  if (documentId === null) return null;
  const base = (await findLastBase(strapi, documentId)) ?? {};
  const own = source === null ? null : (source.stated ?? source.base);
  return { documentId, base, own, ...(await currentDraft(strapi, documentId)) };
}

/** Of an article that is not compared only this is known: that it's deleted. */
async function deletedArticle(strapi: Core.Strapi, source: StoredLedgerRecord): Promise<KnownArticle | null> {
  const { articleDocumentId: documentId } = source;
  if (documentId === null) return null;
  const row = await strapi.db.query(ARTICLE).findOne({ where: { documentId }, select: ['id'] });
  return row === null ? { documentId, fields: null, version: null, base: {}, own: null } : null;
}

/** An article without headline can't be published; it waits as a draft for an editor. */
function statusFor(record: DocumentRecord, status: PublicationStatus): PublicationStatus {
  return record.article?.fields.headline === null ? 'draft' : status;
}

async function isPublished(strapi: Core.Strapi, documentId: string): Promise<boolean> {
  return (await strapi.documents(ARTICLE).findOne({ documentId, status: 'published', fields: ['headline'] })) !== null;
}

async function hasPendingEdits(strapi: Core.Strapi, documentId: string): Promise<boolean> {
  const rows = await strapi.db.query(ARTICLE).findMany({ where: { documentId }, select: ['updatedAt', 'publishedAt'] });
  const draft = rows.find(({ publishedAt }) => publishedAt === null);
  const published = rows.find(({ publishedAt }) => publishedAt !== null);
  return new Date(draft?.updatedAt ?? 0).getTime() > new Date(published?.updatedAt ?? 0).getTime();
}

async function updateArticle(
  { strapi, session, journal }: Work,
  documentId: string,
  changes: Partial<ArticleFields>,
): Promise<void> {
  const fields = Object.keys(changes);
  if (fields.length === 0) return;
  await journal.changing(session, ARTICLE, [{ documentId, fields }]);
  const publish = (await isPublished(strapi, documentId)) && !(await hasPendingEdits(strapi, documentId));
  const data = await toDocumentData(strapi, changes, journal);
  await strapi.documents(ARTICLE).update({ documentId, data: data as never, status: publish ? 'published' : 'draft' });
}

async function writeArticle(work: Work, plan: DocumentPlan, status: PublicationStatus): Promise<string | null> {
  if (plan.action === 'deleted-locally' || plan.record.article === null) return plan.articleDocumentId;
  if (plan.articleDocumentId !== null && plan.action !== 'create') {
    await updateArticle(work, plan.articleDocumentId, plan.changes);
    return plan.articleDocumentId;
  }
  const { strapi, journal } = work;
  const restored = plan.articleDocumentId === null ? {} : { documentId: plan.articleDocumentId };
  const data = { ...(await toDocumentData(strapi, plan.changes, journal)), ...restored };
  const { documentId } = await strapi.documents(ARTICLE).create({ data: data as never, status });
  journal.created(ARTICLE, documentId, status === 'published');
  return documentId;
}

async function writeDocument(work: Work, plan: DocumentPlan, options: DocumentStoreOptions): Promise<void> {
  const { strapi, session, journal } = work;
  const { record } = plan;
  const { identity } = record.source;
  const before = (await journal.sourcesNow(session, [identity])).get(identity) ?? null;
  const articleDocumentId = await writeArticle(work, plan, statusFor(record, options.status));
  const lists = await saveRankingLists(strapi, plan.rankingLists, options.status, {
    source: identity,
    runId: options.runId,
    restored: plan.restoredLists,
  });
  for (const { documentId } of lists.filter(({ created }) => created)) {
    journal.created(LIST, documentId, options.status === 'published');
  }
  const documentId = await saveSource(strapi, {
    ...record.source,
    articleIdentity: record.article?.identity ?? null,
    articleAlias: record.article?.alias ?? null,
    articleDocumentId,
    rankingListDocumentIds: lists.map((list) => list.documentId),
    base: plan.base,
    stated: plan.stated,
    contentHash: plan.isWhole ? record.source.sha256 : null,
    runId: options.runId,
  });
  journal.source({ documentId, articleDocumentId, before });
}

function apply(strapi: Core.Strapi, plan: DocumentPlan, options: DocumentStoreOptions): Promise<ApplyResult> {
  const schema = readChangeSchema(strapi);
  const journal = openJournal(schema);
  return inSession(strapi, async (session): Promise<ApplyResult> => {
    await options.confirm?.(session);
    if ((await findEditedSince(session, schema, [plan])).has(plan)) return EDITED_SINCE;
    await writeDocument({ strapi, session, journal }, plan, options);
    await journal.save(session, { runId: options.runId, now: new Date().toISOString() });
    await options.saveFound?.(session, [plan]);
    return { refused: null };
  });
}

async function load(
  strapi: Core.Strapi,
  record: DocumentRecord,
  { restore }: Pick<PlanRules, 'restore'>,
): Promise<StoredState> {
  const captures = await capturesOf(strapi, record);
  const source = captures.find(({ identity }) => identity === record.source.identity) ?? null;
  const isSame = source !== null && isRead(record, source);
  const deletedLists = isSame && !restore ? undefined : await deletedAmong(strapi, record.rankingLists);
  if (isSame && !showsDeleted(record, { deletedLists })) {
    return { source, article: await deletedArticle(strapi, source) };
  }
  const article = await knownArticle(strapi, captures, source);
  const twin = article === null ? await findTwin(strapi, record) : null;
  return { source, article, twin, deletedLists };
}

/**
 * The store over Strapi's Document Service: validation, hooks and events as in the admin panel, one transaction a document.
 */
export function createDocumentStore(strapi: Core.Strapi, options: DocumentStoreOptions): Store {
  return {
    async loadMany(records, rules) {
      const states: StoredState[] = [];
      for (const record of records) states.push(await load(strapi, record, rules));
      return states;
    },
    async checkMany(plans) {
      const results: ApplyResult[] = [];
      for (const plan of plans) {
        const status = statusFor(plan.record, options.status);
        results.push(await checkPlan(strapi, plan, status).then(() => ({ refused: null }), toRefusal));
      }
      return results;
    },
    async applyMany(plans) {
      const results: ApplyResult[] = [];
      for (const plan of plans) {
        results.push(await apply(strapi, plan, options).catch(toRefusal));
      }
      return results;
    },
  };
}
