import type { ParsedArticle, ParsedDocument } from '../documents';
import { toRankingList } from '../rankings/to-ranking-list';
import type { ArticleFields, ArticleRecord, DocumentRecord } from '../records';
import { blocksJson, toBlocks } from './blocks';
import { deriveFields } from './derive';
import { leadParagraph } from './description';
import { articleAlias, articleIdentity, sourceIdentity } from './identity';
import { captureInstant, toInstant } from './instant';
import { uniqueTagNames } from './tag-name';

/** Moves when the parser reads documents differently, so that the ledger knows what read them. */
export const PARSER_VERSION = '5';

/** What a record needs to know besides the document. `importedAt` is the run's time as an ISO 8601 instant. */
export interface RecordContext {
  readonly importedAt: string;
  /** As `SourceRecord` has it. */
  readonly isSettled?: boolean;
}

function toFields(article: ParsedArticle, { url, publisher }: ParsedDocument): ArticleFields {
  const published = toInstant(article.datePublished, article.datePublishedPrecision);
  const body = toBlocks(article.body);
  const { headline, kicker, photos, authors, dateline, articleSection, inLanguage } = article;
  return {
    headline,
    kicker,
    body,
    photos,
    authors,
    dateline,
    articleSection,
    inLanguage,
    publisher,
    description: leadParagraph(body),
    datePublished: published?.instant ?? null,
    datePublishedPrecision: published?.precision ?? null,
    dateModified: toInstant(article.dateModified, 'minute')?.instant ?? null,
    tags: uniqueTagNames(article.tags),
    sourceUrl: url,
  };
}

function toArticle(article: ParsedArticle, parsed: ParsedDocument): ArticleRecord {
  const fields = toFields(article, parsed);
  const derived = deriveFields(fields, blocksJson(article.body));
  return { identity: articleIdentity(parsed), alias: articleAlias(parsed), fields, derived };
}

/** A parsed document in the shape of the content model; pure, so that every way in gives the same entries. */
export function toRecord(parsed: ParsedDocument, { importedAt, isSettled }: RecordContext): DocumentRecord {
  const { source, url, capturedAt, profile, article } = parsed;
  const { path, index, sha256: hash, encoding } = source;
  return {
    source: {
      path,
      index,
      url,
      capturedAt: captureInstant(capturedAt),
      encoding,
      profile,
      identity: sourceIdentity(parsed),
      sha256: hash,
      raw: parsed.text,
      parserVersion: PARSER_VERSION,
      isSettled,
    },
    article: article === null ? null : toArticle(article, parsed),
    rankingLists: parsed.rankingLists.map((list) => toRankingList(list, parsed, importedAt)),
    diagnostics: parsed.diagnostics,
  };
}
