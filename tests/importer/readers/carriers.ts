import { DEFAULT_READ_OPTIONS, type Carrier, type ReadOptions } from '../../../src/importer/readers/carrier';
import { readDocuments } from '../../../src/importer/readers';
import type { ReadDocument } from '../../../src/importer/documents';

/** Bytes as a carrier that gives them in chunks. */
export function carrierOf(path: string, bytes: Uint8Array, chunkSize = 64 * 1024): Carrier {
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunkSize)
      yield await Promise.resolve(bytes.subarray(at, at + chunkSize));
  };
  const range = async function* (start: number, end: number): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes.subarray(start, end));
  };
  const known = { url: null, capturedAt: null, recordId: null, charset: null };
  return { path, ...known, chunks, randomAccess: { size: bytes.length, range } };
}

/** All documents of a carrier. */
export async function readAll(
  carrier: Carrier,
  options: ReadOptions = DEFAULT_READ_OPTIONS,
): Promise<readonly ReadDocument[]> {
  const documents: ReadDocument[] = [];
  for await (const document of readDocuments(carrier, options)) documents.push(document);
  return documents;
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const codesOf = ({ diagnostics }: ReadDocument): readonly string[] => diagnostics.map(({ code }) => code);
