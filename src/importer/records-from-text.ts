import { parseSource } from './import-documents';
import { toRecord } from './normalise/to-record';
import type { DocumentRecord } from './records';

/** Where a pasted text came from: a name for diagnostics, and the time of pasting as an ISO 8601 instant. */
export interface PastedText {
  readonly path: string;
  readonly importedAt: string;
}

/**
 * Reads text that an editor pasted, by the rules of the import.
 *
 * @returns a record a document; one without article and lists was rejected and says why in its diagnostics
 */
export function recordsFromText(text: string, { path, importedAt }: PastedText): readonly DocumentRecord[] {
  const bytes = new TextEncoder().encode(text);
  const source = { path, bytes, url: null, capturedAt: null, recordId: null };
  return parseSource(source).map((parsed) => toRecord(parsed, { importedAt }));
}
