import { pipeline, Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { fromBufferPromise, fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import type { ReadDocument } from '../documents';
import { diagnostic, type DiagnosticCode } from '../diagnostics';
import { unreadable, type Carrier, type RandomAccess, type ReadOptions } from './carrier';
import { collect, limited, TooLargeError } from './chunks';

/** Reads whatever a carrier holds; archives hand their entries to it. */
export type ReadCarrier = (carrier: Carrier) => AsyncGenerator<ReadDocument>;

/** Entries that archivers add and nobody wrote. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._[^/]*$|desktop\.ini$)/;
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

class Ranges extends RandomAccessReader {
  constructor(private readonly file: RandomAccess) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.file.range(start, end));
  }
}

async function openZip({ chunks, randomAccess }: Carrier, { limits }: ReadOptions): Promise<ZipFile> {
  if (randomAccess !== null) return fromRandomAccessReaderPromise(new Ranges(randomAccess), randomAccess.size, {});
  const bytes = await collect(chunks(), limits.maxDocumentBytes * 8);
  if (bytes === null)
    throw new TooLargeError('a zip archive inside another, or from standard input, has to fit in memory');
  return fromBufferPromise(Buffer.from(bytes), {});
}

async function* readZipEntry(
  zip: ZipFile,
  entry: Entry,
  carrier: Carrier,
  context: ArchiveContext,
): AsyncGenerator<ReadDocument> {
  const { allowance, read } = context;
  const own = entryOf(carrier, entry.fileName, () => allowance.guard(streamOf(zip, entry), entry.compressedSize));
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
      if (entry.fileName.endsWith('/') || JUNK.test(entry.fileName)) continue;
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
