import type { ArticleFieldName, ArticleFields } from '../records';
import { isEmpty, sameValue } from './same-value';

type Fields = Partial<ArticleFields>;

/**
 * What a document says anew about an article that may have other sources. A document speaks for the fields in which it differs from
 * what it said before; one that was never read before does not take away what it merely lacks: another extraction of a page may
 * have no captions.
 *
 * @param theirs as the document reads now
 * @param own as this document read last time, null for one that is read for the first time
 * @param base the article as last imported, from whichever document
 */
export function whatIsSaid(theirs: ArticleFields, own: Fields | null, base: Fields): ArticleFields {
  const said = (field: ArticleFieldName): unknown => {
    const isSilent = own === null ? isEmpty(theirs[field]) : sameValue(theirs[field], own[field]);
    return isSilent && field in base ? base[field] : theirs[field];
  };
  const names = Object.keys(theirs) as ArticleFieldName[];
  return Object.fromEntries(names.map((field) => [field, said(field)])) as unknown as ArticleFields;
}
