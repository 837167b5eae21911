import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ReadDocument, SourceDocument } from '../documents';
import { diagnostic } from '../diagnostics';
import { readSafely, unreadable, type Carrier, type ReadOptions } from './carrier';
import { collect, limited, peek, TooLargeError } from './chunks';
import { formatOf, withoutGzip, type Format } from './formats';
import { readText } from './read-text';

const SNIFFED = 512;
/** An archive in an archive in an archive is no export. */
const MAX_DEPTH = 3;

type DocumentReader = (source: SourceDocument, charset: string | null) => ReadDocument;

/*
 * The libraries of most formats take a tenth of a second to load, and `parse` answers within one: each is loaded when the first
 * document of its format turns up. This is the one place of the core that imports so.
 */
/* eslint-disable no-restricted-syntax */
async function documentReader(format: Format): Promise<DocumentReader> {
  if (format === 'html') return (await import('./read-html')).readHtml;
  return format === 'markdown' ? (await import('./read-markdown')).readMarkdown : readText;
}

async function* readContainer(
  format: Format,
  carrier: Carrier,
  options: ReadOptions,
  depth: number,
): AsyncGenerator<ReadDocument> {
  const inner = (entry: Carrier): AsyncGenerator<ReadDocument> => readAt(entry, options, depth + 1);
  if (format === 'json') yield* (await import('./read-records')).readJson(carrier, options);
  else if (format === 'json-lines') yield* (await import('./read-records')).readJsonLines(carrier, options);
  else if (format === 'warc') yield* (await import('./read-warc')).readWarc(carrier, options);
  else if (format === 'zip') yield* (await import('./read-archives')).readZip(carrier, options, inner);
  else if (format === 'tar') yield* (await import('./read-archives')).readTar(carrier, options, inner);
  else yield* readGzip(carrier, options, depth);
}
/* eslint-enable no-restricted-syntax */

async function* gunzip(carrier: Carrier, { limits }: ReadOptions): AsyncGenerator<Uint8Array> {
  let packed = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of carrier.chunks()) {
      packed += chunk.length;
      yield chunk;
    }
  };
  const unpacked = createGunzip();
  // An error of either stream ends the other, and comes out where the bytes are read.
  pipeline(Readable.from(counted()), unpacked, () => undefined);
  let size = 0;
  for await (const chunk of limited(unpacked as AsyncIterable<Uint8Array>, limits.maxArchiveBytes)) {
    size += chunk.length;
    if (size > 1024 * 1024 && size > packed * limits.maxExpansion) {
      throw new TooLargeError(`more than ${limits.maxExpansion} times its size`);
    }
    yield chunk;
  }
}

/** Gzip around one file; a WARC's own members are read by the WARC reader. */
async function* readGzip(carrier: Carrier, options: ReadOptions, depth: number): AsyncGenerator<ReadDocument> {
  const chunks = (): AsyncIterable<Uint8Array> => gunzip(carrier, options);
  yield* readAt({ ...carrier, chunks, randomAccess: null }, options, depth, withoutGzip(carrier.path));
}

async function* readDocument(format: Format, carrier: Carrier, { limits }: ReadOptions): AsyncGenerator<ReadDocument> {
  const { path, url, capturedAt, recordId, charset } = carrier;
  const bytes = await collect(carrier.chunks(), limits.maxDocumentBytes);
  if (bytes === null) {
    yield unreadable(
      carrier,
      diagnostic('document-too-large', { expected: `at most ${limits.maxDocumentBytes} bytes` }),
    );
    return;
  }
  const read = await documentReader(format);
  yield readSafely({ path, bytes, url, capturedAt, recordId }, (source) => read(source, charset));
}

const DOCUMENTS: ReadonlySet<Format> = new Set(['text', 'markdown', 'html']);

async function* readAt(
  carrier: Carrier,
  options: ReadOptions,
  depth: number,
  name = carrier.path,
): AsyncGenerator<ReadDocument> {
  if (depth > MAX_DEPTH) {
    yield unreadable(
      carrier,
      diagnostic('broken-archive', { actual: 'archives in archives', expected: `at most ${MAX_DEPTH} deep` }),
    );
    return;
  }
  const { start, chunks } = await peek(carrier.chunks(), SNIFFED);
  const format = formatOf(name, start);
  const resumed = { ...carrier, chunks: () => chunks };
  if (DOCUMENTS.has(format)) yield* readDocument(format, resumed, options);
  else yield* readContainer(format, resumed, options, depth);
}

/**
 * Reads the documents that a carrier holds, one after the other, in constant memory: a text, Markdown, HTML, JSON, JSON lines, WARC and
 * WET, zip, tar and gzip of any of these. What can't be read comes out as a document with an error diagnostic; only a carrier that fails
 * to give its bytes throws.
 */
export async function* readDocuments(carrier: Carrier, options: ReadOptions): AsyncGenerator<ReadDocument> {
  try {
    yield* readAt(carrier, options, 0);
  } catch (error) {
    const isLarge = error instanceof TooLargeError;
    const isBroken = isLarge || (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'));
    if (!isBroken) throw error;
    yield unreadable(carrier, diagnostic(isLarge ? 'archive-too-large' : 'broken-archive', { actual: error.message }));
  }
}
