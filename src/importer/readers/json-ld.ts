import { authorsOf, textsOf, type Statement } from './stated-fields';

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

/** What a NewsArticle in JSON-LD states; null where the value holds none. Its description is the carrier's own, and no field here. */
export function statementOf(value: unknown): Statement | null {
  const article = thingsIn(value).find(isArticle);
  if (article === undefined) return null;
  const { headline, name, datePublished, dateModified, articleSection, inLanguage, keywords, author } = article;
  return {
    headline: headline ?? name,
    authors: authorsOf(author),
    published: datePublished,
    modified: dateModified,
    section: Array.isArray(articleSection) ? articleSection.at(-1) : articleSection,
    language: isThing(inLanguage) ? inLanguage.alternateName : inLanguage,
    tags: textsOf(keywords),
  };
}
