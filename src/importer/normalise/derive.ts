import type { ArticleFields } from '../records';
import { headlineKey } from './headline-key';
import { readableSlug } from './slug';
import { wordCount } from './word-count';

/** A text, or the bytes of its UTF-8 where it came from another thread: most texts are stored without ever being looked at. */
export type LongText = string | Uint8Array;

/** What stores write of an article besides its fields. It follows from them; it is worked out early so that worker threads do it. */
export interface DerivedFields {
  /** The key that ranking rows find the article by. */
  readonly headlineKey: string | null;
  readonly wordCount: number;
  /** The readable part of the slug; `''` where the headline has too few letters that a slug can hold. */
  readonly readableSlug: string;
  /** The body as JSON. */
  readonly bodyJson: LongText;
  /** All fields as JSON, as the ledger keeps them. */
  readonly fieldsJson: LongText;
}

/**
 * Works out what follows from an article's fields.
 *
 * @param bodyJson the body as JSON, where it is known
 */
export function deriveFields(fields: ArticleFields, bodyJson = JSON.stringify(fields.body)): DerivedFields {
  // A copy of all fields is quicker made than one without the body, and JSON leaves out what is undefined.
  const others = JSON.stringify({ ...fields, body: undefined });
  return {
    headlineKey: fields.headline === null ? null : headlineKey(fields.headline),
    wordCount: wordCount(fields.body),
    readableSlug: readableSlug(fields.headline ?? ''),
    bodyJson,
    fieldsJson: `{"body":${bodyJson},${others.slice(1)}`,
  };
}
