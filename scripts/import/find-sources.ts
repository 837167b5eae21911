import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Carrier } from '../../src/importer/readers/carrier';
import { openSourceList, type SourceList } from './source-list';
import { walkFolder } from './walk-folder';

/** A file that is to be imported: where it is, and its name below the import root. */
export interface FoundFile {
  readonly file: string;
  readonly path: string;
}

/** A path that could not be read, with the system's reason. */
export interface UnreadablePath {
  readonly path: string;
  readonly reason: string;
}

export type Found = FoundFile | UnreadablePath;

const STANDARD_INPUT = '-';
/** Hidden files are the system's or an editor's, not documents. */
const OPTIONS = { onlyFiles: true, dot: false } as const;

async function* findOne(path: string): AsyncGenerator<Found> {
  if (path === STANDARD_INPUT) {
    yield { file: path, path };
    return;
  }
  const info = await stat(path).catch(() => null);
  if (info?.isDirectory() === true) {
    yield* walkFolder(resolve(path));
    return;
  }
  if (info?.isFile() === true) {
    yield { file: resolve(path), path: basename(path) };
    return;
  }
  const matches = isDynamicPattern(path) ? await glob(path, { ...OPTIONS, absolute: true }) : [];
  if (matches.length === 0) yield { path, reason: 'there is no such file, folder or match' };
  for (const file of matches) yield { file, path: relative(process.cwd(), file) };
}

/**
 * The files that the paths name (files, folders, globs, `-`), in a stable order, each once.
 *
 * @param isWanted leaves others out, by their names
 */
export async function findFiles(
  paths: readonly string[],
  isWanted: (path: string) => boolean = () => true,
): Promise<SourceList> {
  const list = openSourceList();
  for (const [place, path] of paths.entries()) {
    for await (const found of findOne(path)) {
      if (isWanted(found.path)) list.add(place, found);
    }
  }
  return list;
}

/** Whether reading these paths shows what is gone: standard input can't be asked, and behind a limit nobody looks. */
export function readsAll(paths: readonly string[], limit: number): boolean {
  return limit === Infinity && !paths.includes(STANDARD_INPUT);
}

/** A file, or standard input, as something that readers read. */
export async function openCarrier({ file, path }: FoundFile): Promise<Carrier> {
  const known = { path, url: null, capturedAt: null, recordId: null, charset: null };
  if (file === STANDARD_INPUT) return { ...known, chunks: () => process.stdin, randomAccess: null };
  const { size } = await stat(file);
  const range = (start: number, end: number): AsyncIterable<Uint8Array> =>
    createReadStream(file, { start, end: end - 1 });
  return { ...known, chunks: () => createReadStream(file), randomAccess: { size, range } };
}
