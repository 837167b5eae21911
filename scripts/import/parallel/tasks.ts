import { stat } from 'node:fs/promises';
import type { Found, FoundFile } from '../find-sources';

/** What a worker does at once: so much that handing it over does not count, and so little that memory stays small. */
const MAX_FILES = 50;
const MAX_BYTES = 2 * 1024 * 1024;

/** Files for a worker, or one source that is read as a stream where it is: large, an archive perhaps, standard input, or unreadable. */
export type Task = { readonly files: readonly FoundFile[] } | { readonly stream: Found };

async function sizeOf(found: Found): Promise<number> {
  if (!('file' in found) || found.file === '-') return Infinity;
  const info = await stat(found.file).catch(() => null);
  return info === null ? Infinity : info.size;
}

/** Cuts sources into tasks, in their order. */
export async function* tasksOf(sources: readonly Found[]): AsyncGenerator<Task> {
  let files: FoundFile[] = [];
  let bytes = 0;
  for (const source of sources) {
    const size = await sizeOf(source);
    const isSmall = 'file' in source && size <= MAX_BYTES;
    if (files.length > 0 && (!isSmall || files.length >= MAX_FILES || bytes + size > MAX_BYTES)) {
      yield { files };
      files = [];
      bytes = 0;
    }
    if (!isSmall) {
      yield { stream: source };
      continue;
    }
    files.push(source);
    bytes += size;
  }
  if (files.length > 0) yield { files };
}
