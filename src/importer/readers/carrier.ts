import type { Diagnostic, ReadDocument, SourceDocument } from '../documents';
import { diagnostic } from '../diagnostics';
import { sha256 } from '../normalise/hash';
import { captureInstant } from '../normalise/instant';

/** Something that holds documents: a file, an entry of an archive, standard input. Reading it costs nothing until `chunks` is called. */
export interface Carrier {
  /** Name shown to people and stored; `archive.zip!folder/page.txt` inside an archive. */
  readonly path: string;
  readonly url: string | null;
  readonly capturedAt: string | null;
  readonly recordId: string | null;
  /** Charset that the carrier states (an HTTP header, say), else null. */
  readonly charset: string | null;
  /** The bytes; called once. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
  /** For files: reading at any place, which zip archives need. Null where bytes come as a stream only. */
  readonly randomAccess: RandomAccess | null;
}

/** Reading a file at any place. */
export interface RandomAccess {
  /** Size of the file in bytes. */
  readonly size: number;
  /** Chunks of the bytes from `start` (included) to `end` (excluded). */
  readonly range: (start: number, end: number) => AsyncIterable<Uint8Array>;
}

/** How much is read at most. */
export interface ReadLimits {
  /** Bytes of one document. */
  readonly maxDocumentBytes: number;
  /** Bytes that the entries of one archive may come to when they are expanded. */
  readonly maxArchiveBytes: number;
  /** How many times its own size an entry may expand to. */
  readonly maxExpansion: number;
}

const MIB = 1024 * 1024;

/** Limits that no honest export of a newspaper meets. */
export const DEFAULT_LIMITS: ReadLimits = {
  maxDocumentBytes: 8 * MIB,
  maxArchiveBytes: 64 * 1024 * MIB,
  maxExpansion: 200,
};

/** How documents are read, besides limits: names of a record's fields in JSON (`{ text: 'body' }`). */
export interface ReadOptions {
  readonly limits: ReadLimits;
  readonly fieldMap: Readonly<Record<string, string>>;
}

export const DEFAULT_READ_OPTIONS: ReadOptions = { limits: DEFAULT_LIMITS, fieldMap: {} };

/** What every reader of one document gives besides its text. */
export type ReadParts = Pick<ReadDocument, 'text'> &
  Partial<Pick<ReadDocument, 'raw' | 'stated' | 'statedLists' | 'url' | 'isPlain'>>;

/** What is to be said of the carrier's word: a capture time that is no instant is not used, but not passed over in silence. */
function findingsOf({ capturedAt }: SourceDocument): readonly Diagnostic[] {
  if (capturedAt === null || captureInstant(capturedAt) !== null) return [];
  return [diagnostic('unknown-capture-time', { actual: capturedAt, expected: 'such as 2025-04-10T14:15:00+09:00' })];
}

/** A document as read: the carrier's word, and what a reader found. */
export function toReadDocument(
  carried: SourceDocument,
  encoding: string | null,
  parts: ReadParts,
  diagnostics: readonly Diagnostic[],
): ReadDocument {
  const { path, url, capturedAt, recordId, bytes } = carried;
  const found = findingsOf(carried);
  return {
    source: { path, index: 0, sha256: sha256(bytes), encoding },
    url: parts.url ?? url,
    capturedAt,
    recordId,
    diagnostics: found.length === 0 ? diagnostics : [...diagnostics, ...found],
    text: parts.text,
    isPlain: parts.isPlain,
    raw: parts.raw ?? null,
    stated: parts.stated ?? {},
    statedLists: parts.statedLists ?? [],
  };
}

/** A document that can't be read: its diagnostic stands for it. */
export function unreadable(
  carrier: Pick<Carrier, 'path' | 'url' | 'capturedAt' | 'recordId'>,
  found: Diagnostic,
): ReadDocument {
  const { path, url, capturedAt, recordId } = carrier;
  return toReadDocument({ path, url, capturedAt, recordId, bytes: new Uint8Array() }, null, { text: '' }, [found]);
}

/** What a library can't read is one document that can't be read: the rest of its archive is read all the same. */
export function readSafely(source: SourceDocument, read: (source: SourceDocument) => ReadDocument): ReadDocument {
  try {
    return read(source);
  } catch (error) {
    const actual = error instanceof Error ? error.message : String(error);
    return unreadable(source, diagnostic('invalid-record', { actual }));
  }
}
