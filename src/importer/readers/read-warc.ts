import { WARCParser, type WARCRecord } from 'warcio';
import type { ReadDocument } from '../documents';
import { diagnostic } from '../diagnostics';
import { readSafely, unreadable, type Carrier, type ReadOptions } from './carrier';
import { collect } from './chunks';
import { readHtml } from './read-html';
import { readText } from './read-text';

const CHARSET = /charset\s{0,3}=\s{0,3}["']?([\w-]{2,30})/i;
const FOUND = 200;
const HTML = /^(?:text\/html|application\/xhtml\+xml)/i;
const TEXT = /^text\/plain/i;

interface Content {
  readonly type: string;
  readonly charset: string | null;
}

/** What a record holds, by its HTTP header; a conversion record (WET) is plain UTF-8. Null for requests, metadata, pictures. */
function contentOf(record: WARCRecord): Content | null {
  if (record.warcType === 'conversion') return { type: 'text/plain', charset: 'utf-8' };
  if (record.warcType !== 'response' && record.warcType !== 'resource') return null;
  const { httpHeaders } = record;
  const type = httpHeaders === null ? record.warcContentType : httpHeaders.headers.get('content-type');
  const isFound = httpHeaders === null || Number(httpHeaders.statusCode) === FOUND;
  return isFound ? pageOf(type ?? '') : null;
}

function pageOf(type: string): Content | null {
  if (!HTML.test(type) && !TEXT.test(type)) return null;
  return { type, charset: CHARSET.exec(type)?.[1] ?? null };
}

async function readRecord(record: WARCRecord, carrier: Carrier, { limits }: ReadOptions): Promise<ReadDocument | null> {
  const content = contentOf(record);
  if (content === null) return null;
  const recordId = record.warcHeader('WARC-Record-ID') ?? null;
  const { warcTargetURI, warcDate } = record;
  const path = `${carrier.path}!${recordId ?? warcTargetURI ?? '?'}`;
  const known = { path, url: warcTargetURI ?? null, capturedAt: warcDate ?? null, recordId };
  const bytes = await collect(record, limits.maxDocumentBytes);
  if (bytes === null) {
    return unreadable(
      known,
      diagnostic('document-too-large', { expected: `at most ${limits.maxDocumentBytes} bytes` }),
    );
  }
  const source = { ...known, bytes };
  const read = HTML.test(content.type) ? readHtml : readText;
  return readSafely(source, (document) => read(document, content.charset));
}

/** More than any whole archive is asked behind its end. */
const MAX_ASKED = 100;

/**
 * An archive that was cut off has less than its last record announces, and the library asks for the rest for ever. Here it is told so often that there is no more, and then
 * that the archive is broken.
 */
function endingForGood(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]() {
      const source = chunks[Symbol.asyncIterator]();
      let asked = 0;
      return {
        async next() {
          const result = await source.next();
          if (result.done === true && (asked += 1) > MAX_ASKED) throw new Error('the last record is cut off');
          return result;
        },
      };
    },
  };
}

/**
 * Reads a WARC or WET archive, gzipped or not: pages and texts, each with its address and the time of its capture. Requests, metadata,
 * redirects and pictures are passed over.
 */
export async function* readWarc(carrier: Carrier, options: ReadOptions): AsyncGenerator<ReadDocument> {
  let records = 0;
  try {
    for await (const record of new WARCParser(endingForGood(carrier.chunks()))) {
      // Bytes that are no archive come as a record that has no type.
      if (typeof record.warcType === 'string') records += 1;
      const document = await readRecord(record, carrier, options);
      if (document !== null) yield document;
      else await record.skipFully();
    }
    if (records === 0) yield unreadable(carrier, diagnostic('broken-archive', { expected: 'WARC records' }));
  } catch (error) {
    const actual = error instanceof Error ? error.message : String(error);
    yield unreadable(carrier, diagnostic('broken-archive', { actual, expected: 'WARC records' }));
  }
}
