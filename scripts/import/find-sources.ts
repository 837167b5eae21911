import { readFile, stat } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { SourceDocument } from '../../src/importer/documents';

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

async function filesBelow(root: string, pattern = '**/*'): Promise<readonly FoundFile[]> {
  const files = await glob(pattern, { cwd: root, onlyFiles: true, expandDirectories: false });
  return files.sort().map((path) => ({ file: resolve(root, path), path }));
}

async function findOne(path: string): Promise<readonly Found[]> {
  if (path === STANDARD_INPUT) return [{ file: path, path }];
  const info = await stat(path).catch(() => null);
  if (info?.isDirectory() === true) return filesBelow(path);
  if (info?.isFile() === true) return [{ file: resolve(path), path: basename(path) }];
  const matches = isDynamicPattern(path) ? await glob(path, { onlyFiles: true, absolute: true }) : [];
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

/** Reads a file, or standard input. */
export async function readSource({ file, path }: FoundFile): Promise<SourceDocument> {
  const bytes = file === STANDARD_INPUT ? await buffer(process.stdin) : await readFile(file);
  return { path, bytes, url: null, capturedAt: null, recordId: null };
}
