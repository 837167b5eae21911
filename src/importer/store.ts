import type { DocumentPlan } from './plan/plan-document';
import type { ArticleFields, DocumentRecord } from './records';

/** What the ledger knows of a source document: of which bytes it was last read, by which parser. */
export interface KnownSource {
  readonly sha256: string;
  readonly parserVersion: string;
}

/** An article that a source became; `fields` is null where an editor has deleted it. */
export interface KnownArticle {
  readonly documentId: string;
  readonly fields: ArticleFields | null;
  readonly base: Partial<ArticleFields>;
}

export interface StoredState {
  readonly source: KnownSource | null;
  readonly article: KnownArticle | null;
}

/** The port that stores implement. */
export interface Store {
  /** What is stored of a document and of its article. */
  load(record: DocumentRecord): Promise<StoredState>;
  /** Carries out a plan and writes the ledger, both or neither. */
  apply(plan: DocumentPlan): Promise<void>;
}
