import type { DocumentPlan } from '../importer/plan/plan-document';
import type { DocumentRecord } from '../importer/records';
import type { KnownArticle, KnownSource, Store, StoredState } from '../importer/store';
import { openScratch, type Scratch } from './scratch';

/** What a rehearsed plan leaves of a source. */
interface RehearsedSource extends KnownSource {
  readonly article: string | null;
  readonly own: KnownArticle['own'];
}

type RehearsedArticle = Omit<KnownArticle, 'own'>;

const sourceKey = (identity: string): string => `source ${identity}`;
const identityKey = (identity: string): string => `identity ${identity}`;
const aliasKey = (alias: string): string => `alias ${alias}`;
const articleKey = (documentId: string): string => `article ${documentId}`;

function read<Value>(scratch: Scratch, key: string): Value | null {
  const text = scratch.get(key);
  return text === null ? null : (JSON.parse(text) as Value);
}

/** The keys that an earlier document may have left the article of this one under. */
function lookupKeys({ article }: DocumentRecord): readonly string[] {
  if (article === null || article.identity === null) return [];
  const { identity, alias = null } = article;
  return [identityKey(identity), ...(alias === null ? [] : [identityKey(alias)]), aliasKey(identity)];
}

/** The keys that a document leaves its new article under. */
function ownKeys({ article }: DocumentRecord): readonly string[] {
  if (article === null || article.identity === null) return [];
  const { identity, alias = null } = article;
  return [identityKey(identity), ...(alias === null ? [] : [aliasKey(alias)])];
}

/** The document id of an article that was planned earlier in the run, or that is stored. */
function findDocumentId(scratch: Scratch, record: DocumentRecord, known: readonly (string | null)[]): string | null {
  const planned = lookupKeys(record).map((key) => scratch.get(key));
  return [...known, ...planned].find((documentId) => documentId !== null) ?? null;
}

function overlay(scratch: Scratch, record: DocumentRecord, stored: StoredState): StoredState {
  const { source, article } = stored;
  const rehearsed = read<RehearsedSource>(scratch, sourceKey(record.source.identity));
  const known = [article?.documentId ?? null, rehearsed?.article ?? null];
  const documentId = findDocumentId(scratch, record, known);
  const planned = documentId === null ? null : read<RehearsedArticle>(scratch, articleKey(documentId));
  if (planned === null) return { ...stored, source: rehearsed ?? source };
  const own = [rehearsed?.own, article?.own].find((said) => said !== undefined) ?? null;
  return { ...stored, source: rehearsed ?? source, article: { ...planned, own } };
}

function rememberArticle(scratch: Scratch, documentId: string, plan: DocumentPlan): void {
  const { action, current, changes, base, articleDocumentId, record } = plan;
  const fields = action === 'deleted-locally' ? null : { ...current, ...changes };
  scratch.set(articleKey(documentId), JSON.stringify({ documentId, base: base ?? {}, fields, version: null }));
  if (articleDocumentId !== null) return;
  for (const key of ownKeys(record)) scratch.set(key, documentId);
}

function remember(scratch: Scratch, plan: DocumentPlan): void {
  const { source, article } = plan.record;
  const documentId = article === null ? null : (plan.articleDocumentId ?? `new ${source.identity}`);
  const rehearsed: RehearsedSource = {
    contentHash: plan.isWhole ? source.sha256 : null,
    parserVersion: source.parserVersion,
    article: documentId,
    own: plan.stated ?? plan.base,
  };
  scratch.set(sourceKey(source.identity), JSON.stringify(rehearsed));
  if (documentId !== null) rememberArticle(scratch, documentId, plan);
}

/** A store that is asked like another one, and checks like it, but only remembers what it would have written. */
export interface Rehearsal extends Store {
  close(): void;
}

/**
 * Lets a run happen without writing: plans are checked as a write would check them, and later documents are planned against what earlier
 * ones would have left. What it has to remember lies on disk, not in memory.
 */
export function rehearse(store: Store): Rehearsal {
  const scratch = openScratch();
  return {
    ...store,
    async loadMany(records, rules) {
      const states = await store.loadMany(records, rules);
      return records.map((record, at) => overlay(scratch, record, states[at] ?? { source: null, article: null }));
    },
    async applyMany(plans) {
      const results = await store.checkMany(plans);
      plans.forEach((plan, at) => {
        if ((results[at]?.refused ?? null) === null) remember(scratch, plan);
      });
      return results;
    },
    close: () => scratch.close(),
  };
}
