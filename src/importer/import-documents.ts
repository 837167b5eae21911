import type { ParsedDocument, SourceDocument } from './documents';
import { diagnostic } from './diagnostics';
import { toRecord, type RecordContext } from './normalise/to-record';
import { parseDocument, type ParseOptions } from './parse/parse-document';
import { planDocument } from './plan/plan-document';
import { BUILT_IN_SITES } from './profiles';
import { readDocuments } from './readers';
import type { Carrier, ReadOptions } from './readers/carrier';
import { readText } from './readers/read-text';
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

export interface ImportOptions extends RecordContext {
  /** Plans only; nothing is written. */
  readonly dryRun: boolean;
}

async function importDocument(parsed: ParsedDocument, store: Store, options: ImportOptions): Promise<DocumentResult> {
  const { path, index } = parsed.source;
  const record = toRecord(parsed, options);
  const plan = planDocument(record, await store.load(record));
  if (plan.writes && !options.dryRun) await store.apply(plan);
  return { path, index, action: plan.action, diagnostics: parsed.diagnostics };
}

function failed(parsed: ParsedDocument, error: unknown): DocumentResult {
  const { path, index } = parsed.source;
  const actual = error instanceof Error ? error.message : String(error);
  const diagnostics = [...parsed.diagnostics, diagnostic('store-refused', { actual })];
  return { path, index, action: 'rejected', diagnostics };
}

/**
 * Imports one parsed document after the other: record → plan → store → result. One that the store refuses is
 * rejected with the reason; the rest goes on.
 */
export async function* importDocuments(
  documents: AsyncIterable<ParsedDocument>,
  store: Store,
  options: ImportOptions,
): AsyncGenerator<DocumentResult> {
  for await (const parsed of documents) {
    yield await importDocument(parsed, store, options).catch((error: unknown) => failed(parsed, error));
  }
}
