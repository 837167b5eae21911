import type { ParsedDocument } from '../../src/importer/documents';
import { cleanLine, splitLines } from '../../src/importer/parse/lines';
import { hasWords } from '../../src/importer/parse/wording';

/**
 * The lines of a text that the parser has to account for, each as `number text`: all that are not blank, of pages that hold a word.
 * What stands on both sides of a form feed shares a number.
 */
export function writtenLines(text: string): readonly string[] {
  let before = 0;
  return text.split('\f').flatMap((page) => {
    const lines = splitLines(page).map((line, index) => ({ number: before + index + 1, clean: cleanLine(line) }));
    before += lines.length - 1;
    if (!hasWords(page)) return [];
    return lines.filter(({ clean }) => clean !== '').map(({ number, clean }) => `${number} ${clean}`);
  });
}

/** The lines that the parser did account for, in its order. */
export const accountedLines = (documents: readonly ParsedDocument[]): readonly string[] =>
  documents.flatMap(({ lines }) => lines.map(({ line, text }) => `${line} ${text}`));

/** The first line that is not accounted for exactly once; null where every line is. A document that is no text has no lines. */
export function lineLost(text: string, documents: readonly ParsedDocument[]): string | null {
  const seen = accountedLines(documents);
  if (seen.length === 0) return null;
  const written = writtenLines(text);
  const at = Array.from({ length: Math.max(seen.length, written.length) }).findIndex(
    (_, index) => seen[index] !== written[index],
  );
  return at < 0 ? null : `expected ${JSON.stringify(written[at] ?? null)}, found ${JSON.stringify(seen[at] ?? null)}`;
}
