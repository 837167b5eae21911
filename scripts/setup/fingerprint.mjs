import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Files below a folder, or the file itself, as paths relative to `root`, sorted; nothing for what does not exist.
 *
 * @param {string} root
 * @param {string} start path relative to root
 * @param {(relative: string) => boolean} [skips] folders not to enter
 * @returns {string[]}
 */
export function listFiles(root, start, skips = () => false) {
  const stats = statSync(path.join(root, start), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [start];
  if (skips(start)) return [];
  const names = readdirSync(path.join(root, start)).sort();
  return names.flatMap((name) => listFiles(root, `${start}/${name}`, skips));
}

/**
 * A short name for the state of these files: it changes where one is added, removed or written.
 *
 * @param {string} root
 * @param {readonly string[]} files paths relative to root
 */
export function fingerprint(root, files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(path.join(root, file), { throwIfNoEntry: false }) ?? {};
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} file @returns {string | null} the fingerprint written there */
export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}
