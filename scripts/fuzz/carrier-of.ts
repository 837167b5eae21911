import type { Carrier } from '../../src/importer/readers/carrier';

const CHUNK = 64 * 1024;

/** Bytes as a carrier that gives them in chunks and, as a file does, at any place. */
export function carrierOf(path: string, bytes: Uint8Array, chunkSize = CHUNK): Carrier {
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
