import type { Author, ParsedArticle, StatedFields } from '../documents';
import { uniqueTagNames } from '../normalise/tag-name';
import { besidesDate, readDates } from './article-dates';
import { readBody } from './body';
import { divide, type Parts } from './divide';
import { readHead } from './head';
import type { ListedHeadlines } from './headline';
import { isListPage } from './list-page';
import type { FlowLine, Page, PageContext } from './page';
import { PhotoReader } from './photos';

const isNothing = ({ head, body }: Parts): boolean => head.length === 0 && body.length === 0;

function dropTitles(flow: readonly FlowLine[], { findings }: PageContext): null {
  for (const line of flow) findings.drop(line, 'page-title', 'above lists, without an article');
  return null;
}

function reportMissing(article: ParsedArticle, page: Page, stated: StatedFields, { findings }: PageContext): void {
  const line = page.flow[0]?.number ?? null;
  if (article.headline === null && (stated.headline ?? null) === null) findings.report('missing-headline', { line });
  if (article.body.length === 0 && stated.body === undefined) findings.report('missing-body');
}

function rowsOf({ listed }: Page): ListedHeadlines {
  const rows = new Map<string, string>();
  for (const { key, text } of listed) rows.set(key, text);
  return rows;
}

/** A byline and the lead of a text may name the same people. */
function eachOnce(people: readonly Author[]): readonly Author[] {
  if (people.length < 2) return people;
  const seen = new Set<string>();
  return people.filter(({ name }) => !seen.has(name) && seen.add(name));
}

function readParts(parts: Parts, page: Page, context: PageContext, stated: StatedFields): ParsedArticle {
  const known = stated.headline ?? null;
  const photos = new PhotoReader(context);
  const head = readHead(parts.head, photos, context, known, rowsOf(page));
  const dates = readDates(parts, context, stated.datePublished !== undefined);
  const listsAbove = (parts.dateline?.line ?? parts.body[0])?.listsAbove ?? 0;
  const body = readBody(parts.body, photos, context, { headline: head.headline?.wording ?? null, listsAbove });
  const beside = besidesDate(parts, context);
  return {
    headline: head.headline?.text ?? null,
    kicker: head.kicker,
    authors: eachOnce([...head.authors, ...beside.authors, ...body.authors]),
    photos: photos.all,
    datePublished: dates.datePublished,
    datePublishedPrecision: dates.datePublishedPrecision,
    dateModified: dates.dateModified,
    dateline: dates.dateline,
    articleSection: head.articleSection ?? beside.articleSection,
    inLanguage: null,
    body: body.blocks,
    tags: uniqueTagNames(page.tags),
  };
}

/**
 * Reads the article of a page.
 *
 * @param stated fields that the carrier states; its headline helps to find the printed one
 * @returns null where the page has none
 */
export function readArticle(page: Page, context: PageContext, stated: StatedFields): ParsedArticle | null {
  const known = stated.headline ?? null;
  const parts = divide(page.flow, context, known);
  if (isNothing(parts) || (known === null && isListPage(page, parts, context))) return dropTitles(page.flow, context);
  const article = readParts(parts, page, context, stated);
  reportMissing(article, page, stated, context);
  return article;
}
