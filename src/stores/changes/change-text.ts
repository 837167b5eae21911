import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/**
 * Longer ones are compressed: what an article of some megabytes was, what was read and what was stored of it, would not fit into one statement
 * of MySQL or MariaDB, which take 16 MiB by default.
 */
const MAX_CHARACTERS = 4_000_000;

const MARK = 'brotli:';

/** More than is ever looked at together: a compressed text is read by itself. */
const MOST = 1_000_000_000;

/** The same paragraphs stand in it several times, some megabytes apart: the window has 16 MiB. */
const PARAMS = {
  [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  [constants.BROTLI_PARAM_QUALITY]: 5,
};

/** The condition that a change's text, as a column, is compressed. */
export const isCompressed = (column: string): string => `${column} like '${MARK}%'`;

/** The characters of a change's text, as an expression of SQL; of a compressed one at least so many as it has. */
export const changeSize = (column: string): string =>
  `case when ${isCompressed(column)} then ${String(MOST)} else length(${column}) end`;

/** The data of a change → the text that is stored: JSON, or `brotli:` and JSON compressed, in base64. */
export function toChangeText(data: unknown): string {
  const text = JSON.stringify(data);
  return text.length <= MAX_CHARACTERS ? text : MARK + brotliCompressSync(text, { params: PARAMS }).toString('base64');
}

/** The stored text of a change → its data. */
export function fromChangeText(text: string): unknown {
  if (!text.startsWith(MARK)) return JSON.parse(text);
  return JSON.parse(brotliDecompressSync(Buffer.from(text.slice(MARK.length), 'base64')).toString());
}
