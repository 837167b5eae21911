import type { Dirent } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Found } from './find-sources';

/** Entries that are asked for at once. */
const BUFFER = 1024;

/** Hidden files are the system's or an editor's, not documents. */
const isHidden = ({ name }: Dirent): boolean => name.startsWith('.');

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

type Kind = 'file' | 'folder' | 'other';

/** What an entry is, or what a link leads to; a link that leads nowhere is neither. */
async function kindOf(entry: Dirent, file: string): Promise<Kind> {
  const known = entry.isSymbolicLink() ? await stat(file).catch(() => null) : entry;
  if (known?.isDirectory() === true) return 'folder';
  return known?.isFile() === true ? 'file' : 'other';
}

/**
 * The files below a folder, one after the other in the order of the file system; a folder that can't be read comes with the reason. A link to a
 * folder above itself would lead round in a circle, and is passed over.
 *
 * @param below the folder's name below the root, `''` for the root itself
 * @param above the real paths of the folders that it is in
 */
export async function* walkFolder(root: string, below = '', above: readonly string[] = []): AsyncGenerator<Found> {
  const folder = join(root, below);
  try {
    const real = await realpath(folder);
    if (above.includes(real)) return;
    for await (const entry of await opendir(folder, { bufferSize: BUFFER })) {
      if (isHidden(entry)) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      const file = join(root, path);
      const kind = await kindOf(entry, file);
      if (kind === 'file') yield { file, path };
      else if (kind === 'folder') yield* walkFolder(root, path, [...above, real]);
    }
  } catch (error) {
    yield { path: below === '' ? root : below, reason: reasonOf(error) };
  }
}
