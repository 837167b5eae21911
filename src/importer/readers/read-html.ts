import { Readability } from '@mozilla/readability';
import type { BodyBlock, Diagnostic, Photo, ReadDocument, SourceDocument, StatedFields } from '../documents';
import { diagnostic } from '../diagnostics';
import { toReadDocument } from './carrier';
import { decode } from './decode';
import { statementOf } from './json-ld';
import { parseHtml, type HtmlDocument, type HtmlElement } from './html-dom';
import { linesOf, textIn } from './html-lines';
import { textOf, textsOf, toStatedFields, type Statement } from './stated-fields';

const META_CHARSET = /<meta[^>]{1,200}charset\s{0,5}=\s{0,5}["']?([\w-]{2,30})/i;
const MAX_HEAD = 4096;
/** Shorter findings of Readability are a teaser or a notice, no article. */
const MIN_ARTICLE = 140;

/** The charset that the page declares near its top, else null. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, MAX_HEAD));
  return META_CHARSET.exec(head)?.[1] ?? null;
}

interface JsonLd {
  readonly statement: Statement | null;
  readonly diagnostics: readonly Diagnostic[];
}

function jsonLdOf(document: HtmlDocument): JsonLd {
  const diagnostics: Diagnostic[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const statement = statementOf(JSON.parse(script.textContent ?? ''));
      if (statement !== null) return { statement, diagnostics };
    } catch (error) {
      const actual = error instanceof Error ? error.message : String(error);
      diagnostics.push(diagnostic('invalid-json-ld', { actual, expected: 'JSON' }));
    }
  }
  return { statement: null, diagnostics };
}

/** The content of the first of several meta elements, by `property`, `name` or `itemprop`. */
function metaOf(document: HtmlDocument, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const element = document.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`);
    const text = textOf(element?.getAttribute('content') ?? undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** `Squid race ends in ink | Mikaze Times`: the page's title for search engines ends with the site's name. */
function withoutSiteName(title: string | undefined, siteName: string | undefined): string | undefined {
  if (title === undefined || siteName === undefined || !title.endsWith(siteName)) return title;
  const headline = title.slice(0, -siteName.length).replace(/\s{0,3}[|–—·-]\s{0,3}$/, '');
  return headline === '' || headline.length + siteName.length === title.length ? title : headline;
}

function metaStatement(document: HtmlDocument): Statement {
  const isArticle = metaOf(document, 'og:type') === 'article';
  const title = withoutSiteName(metaOf(document, 'og:title', 'twitter:title'), metaOf(document, 'og:site_name'));
  const author = metaOf(document, 'author', 'article:author');
  const tags = [...document.querySelectorAll('meta[property="article:tag"]')].map(
    (tag) => tag.getAttribute('content') ?? '',
  );
  return {
    headline: isArticle ? title : undefined,
    authors: author === undefined || author.includes('://') ? [] : [{ name: author, affiliation: null }],
    published: metaOf(document, 'article:published_time', 'datePublished', 'date', 'pubdate'),
    modified: metaOf(document, 'article:modified_time', 'dateModified', 'lastmod'),
    section: metaOf(document, 'article:section'),
    language: document.documentElement?.getAttribute('lang') ?? metaOf(document, 'og:locale'),
    tags: tags.length > 0 ? tags : textsOf(metaOf(document, 'news_keywords', 'keywords')),
  };
}

function photosIn(root: HtmlElement): readonly Photo[] {
  return [...root.querySelectorAll('figure')].flatMap((figure) => {
    const caption = figure.querySelector('figcaption');
    if (caption === null) return [];
    const credit = caption.querySelector('[class*="credit"], [itemprop="copyrightHolder"], cite, small');
    const creditText = credit === null ? undefined : textOf(textIn(credit));
    credit?.remove();
    const text = textOf(textIn(caption));
    return text === undefined && creditText === undefined
      ? []
      : [{ caption: text ?? null, creditText: creditText ?? null }];
  });
}

/** Everything that is no running text of the article. */
const NO_BODY = 'figure, figcaption, table, aside, nav, form, footer, ul, ol, time, h1, script, style';

function blocksIn(root: HtmlElement, headline: string | undefined): readonly BodyBlock[] {
  for (const element of root.querySelectorAll(NO_BODY)) element.remove();
  const blocks = [...root.querySelectorAll('p, h2, h3, h4, blockquote > :not(p), blockquote:not(:has(p))')];
  return blocks.flatMap((element): readonly BodyBlock[] => {
    const text = textOf(textIn(element));
    if (text === undefined || text === headline) return [];
    return [{ type: /^h/i.test(element.localName) ? 'heading' : 'paragraph', text }];
  });
}

type Reading = Pick<Statement, 'headline' | 'body' | 'photos'>;

/** What Readability finds; it throws on pages whose elements are torn apart, and finds nothing in them then. */
function readabilityOf(document: HtmlDocument): ReturnType<Readability['parse']> {
  try {
    return new Readability(document as never, { keepClasses: true, charThreshold: MIN_ARTICLE }).parse();
  } catch {
    return null;
  }
}

/** The article as Readability finds it in a copy of the page; nothing where it finds none. */
function readable(html: string, headline: string | undefined): Reading {
  const document = parseHtml(html);
  const found = readabilityOf(document);
  if (found === null || (found.textContent ?? '').trim().length < MIN_ARTICLE) return {};
  const root = parseHtml(`<html><body>${found.content ?? ''}</body></html>`).body;
  if (root === null) return {};
  const photos = photosIn(root);
  const body = blocksIn(root, headline);
  return { photos, ...(body.length === 0 ? {} : { body, headline: headline ?? textOf(found.title) }) };
}

function merge(first: Statement | null, second: Statement): Statement {
  const said = Object.entries(first ?? {}).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { ...second, ...Object.fromEntries(said) };
}

function statedIn(
  html: string,
  document: HtmlDocument,
): { readonly stated: StatedFields; readonly diagnostics: readonly Diagnostic[] } {
  const { statement, diagnostics } = jsonLdOf(document);
  const said = merge(statement, metaStatement(document));
  const title = textOf(textIn(document.querySelector('h1')) ?? undefined);
  const isArticle = statement !== null || said.headline !== undefined || said.published !== undefined;
  const reading =
    isArticle || document.querySelector('article') !== null ? readable(html, textOf(said.headline) ?? title) : {};
  const headline = said.headline ?? (isArticle ? title : undefined) ?? reading.headline;
  return { stated: toStatedFields({ ...said, ...reading, headline }), diagnostics };
}

function canonicalOf(document: HtmlDocument): string | undefined {
  const href = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? metaOf(document, 'og:url');
  return href !== undefined && href !== null && URL.canParse(href) ? href : undefined;
}

/**
 * Reads a page of HTML: what JSON-LD and meta elements state, the text as Readability finds it, and all lines of the page, in which
 * the parser finds dateline, tags and ranking lists.
 */
export function readHtml(source: SourceDocument, charset: string | null = null): ReadDocument {
  const { text: raw, encoding, diagnostics } = decode(source.bytes, charset ?? declaredCharset(source.bytes));
  if (encoding === null) return toReadDocument(source, encoding, { text: '' }, diagnostics);
  const document = parseHtml(raw);
  const { stated, diagnostics: found } = statedIn(raw, document);
  const text = linesOf(document).join('\n');
  const url = source.url ?? canonicalOf(document) ?? null;
  return toReadDocument(source, encoding, { text, raw, stated, url }, [...diagnostics, ...found]);
}
