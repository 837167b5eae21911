import { diagnostic } from './diagnostics';
import type { ParsedDocument, SourceDocument } from './documents';
import { importRecords } from './import-records';
import type { ImportOptions } from './import-wave';
import { toRecord, type RecordContext } from './normalise/to-record';
import { parseDocument, type ParseOptions } from './parse/parse-document';
import { BUILT_IN_SITES } from './profiles';
import { readDocuments } from './readers';
import type { Carrier, ReadOptions } from './readers/carrier';
import { readText } from './readers/read-text';
import type { DocumentRecord } from './records';
import type { DocumentResult } from './report';
import type { Store } from './store';

/** The reading that nobody gave options for: the sites that copydesk knows, times without a zone left as they are. */
export const DEFAULT_PARSE_OPTIONS: ParseOptions = { sites: BUILT_IN_SITES, timezone: null };

/** One text → parsed documents, by the rules that every way in shares; what an editor pastes comes this way. */
export function parseSource(source: SourceDocument, options = DEFAULT_PARSE_OPTIONS): readonly ParsedDocument[] {
  return parseDocument(readText(source), options);
}

/** A file, archive or stream → the documents in it → parsed documents, one after the other. */
export async function* parseCarrier(
  carrier: Carrier,
  reading: ReadOptions,
  parsing: ParseOptions,
): AsyncGenerator<ParsedDocument> {
  for await (const document of readDocuments(carrier, reading)) yield* parseDocument(document, parsing);
}

/**
 * Imports parsed documents in batches: record → plan → store → result, in the order of the documents. One that the store refuses is
 * rejected with the reason; the rest goes on.
 */
export async function* importDocuments(
  documents: AsyncIterable<ParsedDocument>,
  store: Store,
  options: ImportOptions,
): AsyncGenerator<DocumentResult> {
  yield* importRecords(toRecords(documents, options), store, options);
}

async function* toRecords(
  documents: AsyncIterable<ParsedDocument>,
  context: RecordContext,
): AsyncGenerator<DocumentRecord> {
  for await (const parsed of documents) yield recordOf(parsed, context);
}

/** A document that makes no record is rejected like one that the store refuses; the rest goes on. */
export function recordOf(parsed: ParsedDocument, context: RecordContext): DocumentRecord {
  try {
    return toRecord(parsed, context);
  } catch (error) {
    const actual = error instanceof Error ? error.message : String(error);
    const diagnostics = [...parsed.diagnostics, diagnostic('store-refused', { actual })];
    return toRecord({ ...parsed, article: null, rankingLists: [], diagnostics }, context);
  }
}
