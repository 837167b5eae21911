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

/** The article of a document that was planned earlier in the run. */
function overlayArticle(
  scratch: Scratch,
  { article }: DocumentRecord,
  stored: KnownArticle | null,
  rehearsed: RehearsedSource | null,
): KnownArticle | null {
  const [identity, alias] = [article?.identity ?? '', article?.alias ?? ''];
  const found =
    scratch.get(identityKey(identity)) ?? scratch.get(identityKey(alias)) ?? scratch.get(aliasKey(identity));
  const documentId = stored?.documentId ?? rehearsed?.article ?? found;
  const planned = documentId === null ? null : read<RehearsedArticle>(scratch, articleKey(documentId));
  return planned === null ? stored : { ...planned, own: rehearsed?.own ?? stored?.own ?? null };
}

function overlay(scratch: Scratch, record: DocumentRecord, stored: StoredState): StoredState {
  const { source, article } = stored;
  const rehearsed = read<RehearsedSource>(scratch, sourceKey(record.source.identity));
  return { ...stored, source: rehearsed ?? source, article: overlayArticle(scratch, record, article, rehearsed) };
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
  if (documentId === null) return;
  const identity = article?.identity ?? null;
  const alias = article?.alias ?? null;
  if (identity !== null && plan.articleDocumentId === null) scratch.set(identityKey(identity), documentId);
  if (alias !== null && plan.articleDocumentId === null) scratch.set(aliasKey(alias), documentId);
  const fields = plan.action === 'deleted-locally' ? null : { ...plan.current, ...plan.changes };
  const after = { documentId, base: plan.base ?? {}, fields };
  scratch.set(articleKey(documentId), JSON.stringify(after));
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
    async loadMany(records) {
      const states = await store.loadMany(records);
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
