import { closeSync, openSync, readSync } from 'node:fs';

/** Larger files are read as streams. */
const MAX_BYTES = 2 * 1024 * 1024;

/** One a thread, for all its files: a file's bytes are needed no longer than it takes to parse it. */
let shared: Uint8Array | null = null;

/**
 * A small file as a whole, while nothing else waits in this thread: opening a stream takes longer than reading it.
 *
 * @returns its bytes, which the next call overwrites; null where the file is large
 */
export function readSmallFile(file: string): Uint8Array | null {
  const bytes = (shared ??= new Uint8Array(MAX_BYTES));
  const descriptor = openSync(file, 'r');
  try {
    let size = 0;
    while (size < bytes.length) {
      const read = readSync(descriptor, bytes, size, bytes.length - size, null);
      if (read === 0) return bytes.subarray(0, size);
      size += read;
    }
    return null;
  } finally {
    closeSync(descriptor);
  }
}
