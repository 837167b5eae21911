import { pipeline, Readable } from 'node:stream';
import { extract } from 'tar-stream';
import {
  fromBufferPromise,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  type Entry,
  type ZipFile,
} from 'yauzl';
import type { ReadDocument } from '../documents';
import { diagnostic, type DiagnosticCode } from '../diagnostics';
import { unreadable, type Carrier, type RandomAccess, type ReadOptions } from './carrier';
import { decodeLeniently, decodeStrictly } from './charsets';
import { collect, limited, TooLargeError } from './chunks';

/** Reads whatever a carrier holds; archives hand their entries to it. */
export type ReadCarrier = (carrier: Carrier) => AsyncGenerator<ReadDocument>;

/** Entries that archivers add and nobody wrote. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._[^/]*$|desktop\.ini$)/;
const UNICODE_PATH = 0x7075;
const MIN_ALLOWED = 1024 * 1024;

function failure(carrier: Carrier, code: DiagnosticCode, error: unknown): ReadDocument {
  const actual = error instanceof Error ? error.message : String(error);
  return unreadable(carrier, diagnostic(error instanceof TooLargeError ? 'archive-too-large' : code, { actual }));
}

function entryOf(carrier: Carrier, name: string, chunks: () => AsyncIterable<Uint8Array>): Carrier {
  const { capturedAt } = carrier;
  return {
    path: `${carrier.path}!${name}`,
    url: null,
    capturedAt,
    recordId: null,
    charset: null,
    chunks,
    randomAccess: null,
  };
}

/** What may still be expanded of one archive; entries share it, so that many small bombs are one large one. */
class Allowance {
  private spent = 0;

  constructor(private readonly options: ReadOptions) {}

  /** The entry's bytes, until they or the archive's come to more than is allowed. */
  guard(chunks: AsyncIterable<Uint8Array>, compressedSize: number): AsyncIterable<Uint8Array> {
    const { maxArchiveBytes, maxExpansion } = this.options.limits;
    const most = Math.max(MIN_ALLOWED, compressedSize * maxExpansion);
    return limited(chunks, most, (bytes) => {
      this.spent += bytes;
      if (this.spent > maxArchiveBytes) throw new TooLargeError(`an archive of more than ${maxArchiveBytes} bytes`);
    });
  }
}

/** Names are decoded here: one that leaves the archive's folder must not end the archive, since nothing is written to disk. */
const NAMES = { decodeStrings: false } as const;
const IS_UTF8 = 0x800;

/** An entry's name, in UTF-8 or Shift_JIS as archivers in Japan write it, without steps out of the archive. */
function entryName({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  const isKnown = (generalPurposeBitFlag & IS_UTF8) !== 0 || extraFields.some(({ id }) => id === UNICODE_PATH);
  const name = isKnown
    ? getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
    : (decodeStrictly('utf-8', fileNameRaw) ?? decodeLeniently('shift_jis', fileNameRaw));
  return name
    .split(/[\\/]/)
    .filter((part, index) => part !== '..' && !(index === 0 && part === ''))
    .join('/');
}

class Ranges extends RandomAccessReader {
  constructor(private readonly file: RandomAccess) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.file.range(start, end));
  }
}

async function openZip({ chunks, randomAccess }: Carrier, { limits }: ReadOptions): Promise<ZipFile> {
  if (randomAccess !== null) return fromRandomAccessReaderPromise(new Ranges(randomAccess), randomAccess.size, NAMES);
  const bytes = await collect(chunks(), limits.maxDocumentBytes * 8);
  if (bytes === null)
    throw new TooLargeError('a zip archive inside another, or from standard input, has to fit in memory');
  return fromBufferPromise(Buffer.from(bytes), NAMES);
}

async function* readZipEntry(
  zip: ZipFile,
  entry: Entry,
  carrier: Carrier,
  context: ArchiveContext,
): AsyncGenerator<ReadDocument> {
  const { allowance, read } = context;
  const own = entryOf(carrier, entryName(entry), () => allowance.guard(streamOf(zip, entry), entry.compressedSize));
  if (entry.isEncrypted()) yield unreadable(own, diagnostic('encrypted-entry'));
  else yield* guarded(own, read);
}

async function* streamOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  yield* await zip.openReadStreamPromise(entry);
}

/** A broken entry is reported; the next one is read. */
async function* guarded(carrier: Carrier, read: ReadCarrier): AsyncGenerator<ReadDocument> {
  try {
    yield* read(carrier);
  } catch (error) {
    yield failure(carrier, 'broken-archive', error);
  }
}

interface ArchiveContext {
  readonly allowance: Allowance;
  readonly read: ReadCarrier;
}

/** Reads a zip archive: every entry by its own format. */
export async function* readZip(
  carrier: Carrier,
  options: ReadOptions,
  read: ReadCarrier,
): AsyncGenerator<ReadDocument> {
  const context = { allowance: new Allowance(options), read };
  try {
    const zip = await openZip(carrier, options);
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry);
      if (name.endsWith('/') || JUNK.test(name)) continue;
      yield* readZipEntry(zip, entry, carrier, context);
    }
  } catch (error) {
    yield failure(carrier, 'broken-archive', error);
  }
}

/** Reads a tar archive: every file by its own format. */
export async function* readTar(
  carrier: Carrier,
  options: ReadOptions,
  read: ReadCarrier,
): AsyncGenerator<ReadDocument> {
  const allowance = new Allowance(options);
  const archive = extract();
  // An error of either stream ends the other, and comes out where the entries are read.
  pipeline(Readable.from(carrier.chunks()), archive, () => undefined);
  try {
    for await (const entry of archive) {
      const { name, type, size = 0 } = entry.header;
      const own = entryOf(carrier, name, () => allowance.guard(entry as AsyncIterable<Uint8Array>, size));
      if (type === 'file' && !JUNK.test(name)) yield* guarded(own, read);
      entry.resume();
    }
  } catch (error) {
    yield failure(carrier, 'broken-archive', error);
  }
}
