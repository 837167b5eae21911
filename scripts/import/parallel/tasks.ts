import type { Found, FoundFile } from '../find-sources';
import type { Sources } from '../source-list';

/** What a worker does at once: so much that handing it over does not count, and so little that memory stays small. */
const MAX_FILES = 50;

/** Files for a worker, or one source that is read where it is: standard input, or what can't be read at all. */
export type Task = { readonly files: readonly FoundFile[] } | { readonly source: Found };

const isFile = (found: Found): found is FoundFile => 'file' in found && found.file !== '-';

/** Cuts sources into tasks, in their order. */
export function* tasksOf(sources: Sources): Generator<Task> {
  let files: FoundFile[] = [];
  for (const source of sources) {
    if (isFile(source)) files.push(source);
    if (files.length > 0 && (files.length >= MAX_FILES || !isFile(source))) {
      yield { files };
      files = [];
    }
    if (!isFile(source)) yield { source };
  }
  if (files.length > 0) yield { files };
}
