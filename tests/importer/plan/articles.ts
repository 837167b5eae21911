import type { ArticleFields, Block } from '../../../src/importer/records';

/** A body of paragraphs. */
export const body = (...texts: readonly string[]): readonly Block[] =>
  texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));

/** An article that says nothing but what is stated. */
export function article(stated: Partial<ArticleFields>): ArticleFields {
  return {
    ...{ headline: null, kicker: null, description: null, body: [], photos: [], authors: [], datePublished: null },
    ...{ datePublishedPrecision: null, dateModified: null, dateline: null, articleSection: null, inLanguage: null },
    ...{ tags: [], sourceUrl: null, publisher: null },
    ...stated,
  };
}
