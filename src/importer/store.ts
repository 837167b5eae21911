import type { Lookalike } from './plan/possible-twin';
import type { DocumentPlan } from './plan/plan-document';
import type { PlanRules } from './plan/plan-rules';
import type { ArticleFields, DocumentRecord } from './records';

/** What the ledger knows of a source document: of which bytes it was last wholly read, by which parser. */
export interface KnownSource {
  /** SHA-256 of the bytes; null where not all that they say was taken over. */
  readonly contentHash: string | null;
  readonly parserVersion: string;
  /** The keys of its article as it was last read; absent where the store is not asked while it stores. */
  readonly articleIdentity?: string | null;
  readonly articleAlias?: string | null;
}

/** An article that a source became; `fields` is null where an editor has deleted it. */
export interface KnownArticle {
  readonly documentId: string;
  readonly fields: ArticleFields | null;
  /** When its draft was last written, ISO 8601; null where it was deleted. A plan is made for this draft, and no other. */
  readonly version: string | null;
  /** As last imported, from whichever of its sources. */
  readonly base: Partial<ArticleFields>;
  /** As this source said last time; null where it was never read. */
  readonly own: Partial<ArticleFields> | null;
}

export interface StoredState {
  readonly source: KnownSource | null;
  /** For a source that was read before from the same bytes only an article that is deleted: nothing else of it is compared. */
  readonly article: KnownArticle | null;
  /** For a new article: one that has the same headline, and may be the same. */
  readonly twin?: Lookalike | null;
  /** Snapshot keys of ranking lists that an editor deleted; absent for a source that was read before from the same bytes and stays as it is. */
  readonly deletedLists?: ReadonlySet<string>;
}

/** What became of a plan: `refused` is null where it is stored, else the store's reason for refusing it. */
export interface ApplyResult {
  readonly refused: string | null;
  /** Whether another plan may be carried out: the article is not the one any more that this was made for, or somebody was writing it at the same time. */
  readonly isStale?: boolean;
}

/**
 * The port that stores implement. It takes batches, in which no two documents share their identity or their article's; answers are
 * in the order of the questions.
 */
export interface Store {
  /** What is stored of documents, of their articles and their ranking lists. It may be asked while it carries out the plans of others (`BatchLimits.looksAhead`). */
  loadMany(records: readonly DocumentRecord[], rules: Pick<PlanRules, 'restore'>): Promise<readonly StoredState[]>;
  /** Says of plans what the store would have against them, without writing. */
  checkMany(plans: readonly DocumentPlan[]): Promise<readonly ApplyResult[]>;
  /** Carries out plans with their ledger rows, each wholly or not at all; one that is refused does not stop the others. */
  applyMany(plans: readonly DocumentPlan[]): Promise<readonly ApplyResult[]>;
}
