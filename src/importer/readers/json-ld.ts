import type { Author, BodyBlock } from '../documents';
import { withoutReferences } from './html-dom';
import { authorsOf, textOf, textsOf, type Statement } from './stated-fields';

type Thing = Readonly<Record<string, unknown>>;

const ARTICLE_TYPES =
  /^(?:News|Reportage|Analysis|Opinion|Background|Review|AskPublic|Satirical|Report|BlogPosting|Live)?(?:NewsArticle|Article|BlogPosting|LiveBlogPosting|Report)$/;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All things of a JSON-LD value: arrays and `@graph` are opened. */
function thingsIn(value: unknown, depth = 0): readonly Thing[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((item) => thingsIn(item, depth + 1));
  if (!isThing(value)) return [];
  return [value, ...thingsIn(value['@graph'], depth + 1), ...thingsIn(value.mainEntity, depth + 1)];
}

function isArticle(thing: Thing): boolean {
  const types = Array.isArray(thing['@type']) ? thing['@type'] : [thing['@type']];
  return types.some((type) => typeof type === 'string' && ARTICLE_TYPES.test(type));
}

/** Sites put texts into JSON-LD as their templates print them, `&amp;` and all. */
const plain = (value: unknown): string | undefined =>
  typeof value === 'string' ? textOf(withoutReferences(value)) : undefined;

const plainPeople = (people: readonly Author[]): readonly Author[] =>
  people.map(({ name, affiliation }) => ({
    name: plain(name) ?? name,
    affiliation: plain(affiliation) ?? affiliation,
  }));

function bodyOf(articleBody: unknown): readonly BodyBlock[] {
  if (typeof articleBody !== 'string') return [];
  return articleBody.split(/\r\n|\n|\r/).flatMap((line): readonly BodyBlock[] => {
    const text = plain(line);
    return text === undefined ? [] : [{ type: 'paragraph', text }];
  });
}

/** What a NewsArticle in JSON-LD states; null where the value holds none. Its description is the carrier's own, and no field here. */
export function statementOf(value: unknown): Statement | null {
  const article = thingsIn(value).find(isArticle);
  if (article === undefined) return null;
  const { headline, name, datePublished, dateModified, articleSection, inLanguage, keywords, author } = article;
  return {
    headline: plain(headline) ?? plain(name),
    authors: plainPeople(authorsOf(author)),
    published: datePublished,
    modified: dateModified,
    section: plain(Array.isArray(articleSection) ? articleSection.at(-1) : articleSection),
    language: isThing(inLanguage) ? inLanguage.alternateName : inLanguage,
    tags: textsOf(keywords).map(withoutReferences),
    body: bodyOf(article.articleBody),
  };
}
