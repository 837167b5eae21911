import type { ParsedArticle, ParsedDocument, ReadDocument, StatedFields } from '../documents';
import { diagnostic } from '../diagnostics';
import type { Site } from '../profiles/compile-profile';
import { remembered, rememberedFor } from '../normalise/remember';
import { GENERAL_SITE } from '../profiles';
import { readArticle } from './article';
import { chooseSite } from './choose-site';
import { DatelineReader } from './dates/dateline';
import { Findings } from './findings';
import { splitLines, toLines, type Line } from './lines';
import type { PageContext } from './page';
import { readPage } from './read-page';
import { articleStarts, splitPages, type TextPage } from './split-documents';
import { hasWords } from './wording';

/** How documents are read. */
export interface ParseOptions {
  /** The sites to choose from, the general reading last; a single one is not chosen but set. */
  readonly sites: readonly Site[];
  /** IANA zone for printed times that name none; null leaves them without offset. */
  readonly timezone: string | null;
}

const NO_ARTICLE: ParsedArticle = {
  headline: null,
  kicker: null,
  authors: [],
  photos: [],
  datePublished: null,
  datePublishedPrecision: null,
  dateModified: null,
  dateline: null,
  articleSection: null,
  inLanguage: null,
  body: [],
  tags: [],
};

/** The site that a page is read by, and that site's dates. */
type PageReaders = Pick<PageContext, 'site' | 'dates'>;

/** One article's part of a document, and what it is read by. */
interface Part {
  readonly document: ReadDocument;
  readonly lines: readonly Line[];
  readonly readers: PageReaders;
}

type Reading = Pick<ParsedDocument, 'kind' | 'article' | 'rankingLists'>;

const NOTHING: Reading = { kind: 'rejected', article: null, rankingLists: [] };

function toParsed(document: ReadDocument, { profile }: Site, findings: Findings, reading: Reading): ParsedDocument {
  const { source, url, capturedAt, recordId, raw, text } = document;
  return {
    source,
    url,
    capturedAt,
    recordId,
    article: reading.article,
    rankingLists: reading.rankingLists,
    text: raw ?? text,
    kind: reading.kind,
    diagnostics: [...document.diagnostics, ...findings.inOrder()],
    profile: profile.id,
    publisher: profile.publisher,
    lines: findings.rolesInOrder(),
  };
}

const rejected = (document: ReadDocument, site: Site, findings: Findings): ParsedDocument =>
  toParsed(document, site, findings, NOTHING);

const isEmpty = (stated: StatedFields): boolean => Object.keys(stated).length === 0;

/** What the carrier states wins over what the text suggests. */
function withStated(article: ParsedArticle | null, stated: StatedFields): ParsedArticle | null {
  if (isEmpty(stated)) return article;
  const said = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined && value !== null));
  if (Object.keys(said).length === 0) return article;
  const hasArticle = article !== null || 'headline' in said || 'body' in said;
  return hasArticle ? { ...(article ?? NO_ARTICLE), ...said } : null;
}

function read({ document, lines, readers }: Part): ParsedDocument {
  const { site, dates } = readers;
  const { stated, statedLists } = document;
  const findings = new Findings();
  const context = { site, dates, findings };
  const page = readPage(lines, context);
  const article = withStated(readArticle(page, context, stated), stated);
  const rankingLists = [...statedLists, ...page.rankingLists];
  if (article === null && rankingLists.length === 0) {
    findings.report('no-article');
    return rejected(document, site, findings);
  }
  return toParsed(document, site, findings, { kind: article === null ? 'list' : 'article', article, rankingLists });
}

/** A site's readers, for times that are in a zone unless they say so; `''` leaves them without offset. */
const readersIn = remembered((timezone) =>
  rememberedFor((site: Site): PageReaders => {
    const { zones, dateOrder } = site.profile;
    return { site, dates: new DatelineReader({ zones, dateOrder, timezone: timezone === '' ? null : timezone }) };
  }),
);

function readersFor(lines: readonly Line[], url: string | null, options: ParseOptions): PageReaders {
  const { sites, timezone } = options;
  const site = (sites.length === 1 ? sites[0] : chooseSite(sites, lines, url)) ?? GENERAL_SITE;
  return readersIn(timezone ?? '')(site);
}

/** Most documents are one page, and stay as they are. */
const withText = (document: ReadDocument, text: string): ReadDocument =>
  text === document.text ? document : { ...document, text };

/** A page with several articles becomes several parts; each keeps its own lines of the text. */
function partsOfPage(document: ReadDocument, page: TextPage, options: ParseOptions): readonly Part[] {
  const { text, before } = page;
  const lines = toLines(text, before, document.isPlain);
  const readers = readersFor(lines, document.url, options);
  const starts = isEmpty(document.stated) ? articleStarts(lines, readers.dates) : [0];
  if (starts.length === 1) return [{ document: withText(document, text), lines, readers }];
  const rows = splitLines(text);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? lines.length;
    const part = lines.slice(start, end);
    const first = index === 0 ? 0 : (part[0]?.number ?? 1) - 1 - before;
    const last = lines[end] === undefined ? rows.length : lines[end].number - 1 - before;
    return { document: withText(document, rows.slice(first, last).join('\n')), lines: part, readers };
  });
}

const isWritten = ({ lines }: Part): boolean => lines.some(({ text }) => hasWords(text));

function partsOf(document: ReadDocument, options: ParseOptions): readonly Part[] {
  const written: Part[] = [];
  for (const page of splitPages(document)) {
    for (const part of partsOfPage(document, page, options)) if (isWritten(part)) written.push(part);
  }
  if (written.length < 2) return written;
  const { index: first } = document.source;
  const several = diagnostic('several-documents', { actual: String(written.length) });
  return written.map((part, index) => {
    const source = { ...part.document.source, index: first + index };
    const diagnostics = [...part.document.diagnostics, several];
    return { ...part, document: { ...part.document, source, diagnostics } };
  });
}

/**
 * Reads a document's text: its article and its ranking lists. Never throws; what can't be read is `rejected`.
 *
 * @param document text with what the carrier stated
 */
export function parseDocument(document: ReadDocument, options: ParseOptions): readonly ParsedDocument[] {
  const none = new Findings();
  if (document.diagnostics.some(({ severity }) => severity === 'error'))
    return [rejected(document, GENERAL_SITE, none)];
  const parts = partsOf(document, options);
  if (parts.length > 0) return parts.map(read);
  const isStated = !isEmpty(document.stated) || document.statedLists.length > 0;
  if (isStated) return [read({ document, lines: [], readers: readersFor([], document.url, options) })];
  none.report('empty-document');
  return [rejected(document, GENERAL_SITE, none)];
}
