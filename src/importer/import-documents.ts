import type { ParsedDocument, SourceDocument } from './documents';
import { parseDocument } from './parse/parse-document';
import { BUILT_IN_PROFILES } from './profiles';
import { readTextDocument } from './readers/read-text-document';

/** Bytes → text → parsed documents, by the rules that every way in shares. */
export function parseSource(source: SourceDocument): readonly ParsedDocument[] {
  return parseDocument(readTextDocument(source), { profiles: BUILT_IN_PROFILES });
}
