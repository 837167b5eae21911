import type { ParsedArticle, ParsedDocument, ParsedRankingList } from '../documents';
import { rankingKey } from '../profiles/ranking-key';
import type { ArticleFields, ArticleRecord, DocumentRecord, RankingEntryRecord, RankingListRecord } from '../records';
import { toBlocks } from './blocks';
import { deriveFields } from './derive';
import { leadParagraph } from './description';
import { sha256 } from './hash';
import { headlineKey } from './headline-key';
import { articleAlias, articleIdentity, sourceIdentity } from './identity';
import { toInstant } from './instant';
import { uniqueTagNames } from './tag-name';

/** Moves when the parser reads documents differently, so that the ledger knows what read them. */
export const PARSER_VERSION = '1';

/** What a record needs to know besides the document. `importedAt` is the run's time as an ISO 8601 instant. */
export interface RecordContext {
  readonly importedAt: string;
}

function toFields(article: ParsedArticle, { url, publisher }: ParsedDocument): ArticleFields {
  const published = toInstant(article.datePublished, article.datePublishedPrecision);
  const body = toBlocks(article.body);
  const { headline, kicker, photos, authors, dateline, articleSection, inLanguage } = article;
  return {
    ...{ headline, kicker, body, photos, authors, dateline, articleSection, inLanguage, publisher },
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
  return { identity: articleIdentity(parsed), alias: articleAlias(parsed), fields, derived: deriveFields(fields) };
}

function toEntries(list: ParsedRankingList): readonly RankingEntryRecord[] {
  const printed = [...list.entries].sort((left, right) => left.position - right.position);
  return printed.map(({ headline, truncated, description }, index) => ({
    ...{ headline, truncated, description },
    position: index + 1,
    headlineKey: headlineKey(headline),
  }));
}

function toRankingList(list: ParsedRankingList, stated: string | null, importedAt: string): RankingListRecord {
  const { title, scope, articleSection, window } = list;
  const key = rankingKey(list);
  const entries = toEntries(list);
  const rows = entries.map((entry) => [entry.position, entry.headline]);
  return {
    ...{ key, title, scope, articleSection, window, entries },
    snapshotKey: sha256(JSON.stringify([key, stated, rows])),
    capturedAt: stated ?? importedAt,
    capturedAtBasis: stated === null ? 'import' : 'stated',
  };
}

/** A parsed document in the shape of the content model; pure, so that every way in gives the same entries. */
export function toRecord(parsed: ParsedDocument, { importedAt }: RecordContext): DocumentRecord {
  const { source, url, capturedAt, profile, article } = parsed;
  const { path, index, sha256: hash, encoding } = source;
  return {
    source: {
      ...{ path, index, url, capturedAt, encoding, profile },
      identity: sourceIdentity(parsed),
      sha256: hash,
      raw: parsed.text,
      parserVersion: PARSER_VERSION,
    },
    article: article === null ? null : toArticle(article, parsed),
    rankingLists: parsed.rankingLists.map((list) => toRankingList(list, capturedAt, importedAt)),
    diagnostics: parsed.diagnostics,
  };
}
