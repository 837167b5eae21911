import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Carrier } from '../../src/importer/readers/carrier';

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

async function filesBelow(root: string): Promise<readonly FoundFile[]> {
  const files = await glob('**/*', { ...OPTIONS, cwd: root, expandDirectories: false });
  return files.sort().map((path) => ({ file: resolve(root, path), path }));
}

async function findOne(path: string): Promise<readonly Found[]> {
  if (path === STANDARD_INPUT) return [{ file: path, path }];
  const info = await stat(path).catch(() => null);
  if (info?.isDirectory() === true) return filesBelow(path);
  if (info?.isFile() === true) return [{ file: resolve(path), path: basename(path) }];
  const matches = isDynamicPattern(path) ? await glob(path, { ...OPTIONS, absolute: true }) : [];
  if (matches.length === 0) return [{ path, reason: 'there is no such file, folder or match' }];
  return matches.sort().map((file) => ({ file, path: relative(process.cwd(), file) }));
}

/** The files that the paths name (files, folders, globs, `-`), in a stable order, each once. */
export async function findFiles(paths: readonly string[]): Promise<readonly Found[]> {
  const found = (await Promise.all(paths.map(findOne))).flat();
  const seen = new Set<string>();
  return found.filter((item) => {
    const key = 'file' in item ? item.file : item.path;
    return !seen.has(key) && seen.add(key);
  });
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
