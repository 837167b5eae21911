import type { ReadDocument, SourceDocument } from '../documents';
import { toReadDocument } from './carrier';
import { decode } from './decode';

/**
 * Reads a plain text: bytes → text. An empty or binary one comes back with an error diagnostic and no text; HTML in it stays text.
 *
 * @param charset what the carrier states, else null
 */
export function readText(source: SourceDocument, charset: string | null = null): ReadDocument {
  const { text, isPlain, encoding, diagnostics } = decode(source.bytes, charset);
  return toReadDocument(source, encoding, { text, isPlain }, diagnostics);
}
