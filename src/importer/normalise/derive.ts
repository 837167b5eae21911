import type { ArticleFields } from '../records';
import { headlineKey } from './headline-key';
import { wordCount } from './word-count';

/** What stores write of an article besides its fields. It follows from them; it is worked out early so that worker threads do it. */
export interface DerivedFields {
  /** The key that ranking rows find the article by. */
  readonly headlineKey: string | null;
  readonly wordCount: number;
  /** The body as JSON. */
  readonly bodyJson: string;
  /** All fields as JSON, as the ledger keeps them. */
  readonly fieldsJson: string;
}

/** Works out what follows from an article's fields. */
export function deriveFields(fields: ArticleFields): DerivedFields {
  const { body, ...others } = fields;
  const bodyJson = JSON.stringify(body);
  return {
    headlineKey: fields.headline === null ? null : headlineKey(fields.headline),
    wordCount: wordCount(body),
    bodyJson,
    fieldsJson: `{"body":${bodyJson},${JSON.stringify(others).slice(1)}`,
  };
}
