/** Formats of carriers: one document, or many. */
export type Format = 'text' | 'markdown' | 'html' | 'json' | 'json-lines' | 'warc' | 'zip' | 'tar' | 'gzip';

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  ...{ md: 'markdown', markdown: 'markdown', html: 'html', htm: 'html', xhtml: 'html' },
  ...{ json: 'json', ninjs: 'json', jsonl: 'json-lines', ndjson: 'json-lines' },
  ...{ warc: 'warc', wet: 'warc', zip: 'zip', tar: 'tar', tgz: 'gzip', gz: 'gzip' },
};

const TAR_MAGIC_AT = 257;

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

const ascii = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));

/** What the bytes say of archives; a name may lie about them. */
function archiveOf(start: Uint8Array): Format | null {
  if (startsWith(start, [0x1f, 0x8b])) return 'gzip';
  if (startsWith(start, [0x50, 0x4b, 0x03, 0x04]) || startsWith(start, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (startsWith(start, ascii('ustar'), TAR_MAGIC_AT)) return 'tar';
  return startsWith(start, ascii('WARC/')) ? 'warc' : null;
}

function extensionOf(name: string): string {
  const file = name.split(/[/!]/).at(-1) ?? '';
  const dot = file.lastIndexOf('.');
  return dot < 0 ? '' : file.slice(dot + 1).toLowerCase();
}

/** Standard input has no name: JSON and HTML are known by how they begin. */
function ofNameless(start: Uint8Array): Format {
  const text = new TextDecoder().decode(start).trimStart().toLowerCase();
  if (text.startsWith('<!doctype html') || text.startsWith('<html')) return 'html';
  if (text.startsWith('{"') || text.startsWith('{ "')) return 'json-lines';
  return text.startsWith('[{') || text.startsWith('{\n') ? 'json' : 'text';
}

const WARC_GZIP = /\.(?:warc|wet)\.gz$/i;

/**
 * The format of a carrier: archives by their first bytes, everything else by the name. Unknown names hold text; HTML in a `.txt` stays
 * text.
 *
 * @param name path of the file or entry, `-` for standard input
 * @param start its first bytes
 */
export function formatOf(name: string, start: Uint8Array): Format {
  if (WARC_GZIP.test(name)) return 'warc';
  const archive = archiveOf(start);
  if (archive !== null) return archive;
  if (name === '-') return ofNameless(start);
  const format = BY_EXTENSION[extensionOf(name)] ?? 'text';
  // An archive's name on other bytes: the reader of texts says what they are.
  return ['zip', 'tar', 'gzip', 'warc'].includes(format) ? 'text' : format;
}

/** The name of what a gzip file holds: `news.txt.gz` → `news.txt`, `news.tgz` → `news.tar`. */
export function withoutGzip(name: string): string {
  return name.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '');
}
