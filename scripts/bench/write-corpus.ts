import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { corpusFile, corpusPath } from './corpus';
import type { Sources } from '../import/source-list';
import { FOLDER, SEED } from './settings';

/** The folder of the corpus at a revision. */
export function corpusFolder(revision: number, parent = FOLDER): string {
  return join(parent, `corpus-${SEED}-${revision}`);
}

/** Writes the documents of the corpus that are not there yet. */
export function writeCorpus(from: number, to: number, revision: number, parent = FOLDER): void {
  for (let index = from; index < to; index += 1) {
    const file = join(corpusFolder(revision, parent), corpusPath(index));
    if (existsSync(file)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, corpusFile(SEED, index, revision).text);
  }
}

/** Documents of the corpus as files that are to be imported. */
export function corpusFiles(from: number, to: number, revision: number): Sources {
  const folder = corpusFolder(revision);
  return {
    length: to - from,
    *[Symbol.iterator]() {
      for (let at = from; at < to; at += 1) yield { file: join(folder, corpusPath(at)), path: corpusPath(at) };
    },
  };
}
