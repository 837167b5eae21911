import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint, listFiles, readStamp } from './fingerprint.mjs';
import { say } from './messages.mjs';
import { ROOT } from './paths.mjs';
import { runNode } from './run-node.mjs';
import { SetupError } from './setup-error.mjs';
import { withLock } from './with-lock.mjs';

const SOURCE_FOLDERS = ['config', 'src', 'database', 'scripts', 'types'];
const SETTINGS = ['tsconfig.json', 'package-lock.json'];

/** The admin's own code is compiled by Vite, not by this. */
const isAdmin = (folder) => /^src\/(admin|plugins\/[^/]+\/admin)$/.test(folder);

/** Compiles the TypeScript sources into dist/ where dist/ does not come from just these sources. */
export async function ensureCompiled(root = ROOT) {
  if (isCompiled(root)) return;
  await withBuildLock(root, async () => {
    if (!isCompiled(root)) await compileWith(root, () => runTypeScript(root));
  });
}

/** Whatever writes to dist/ takes this lock. */
export const withBuildLock = (root, work) => withLock(path.join(root, '.tmp', 'build.lock'), work);

/**
 * Leaves dist/ true to the sources: outputs without a source are removed, and the stamp is written only
 * after success, with the state that the sources had before, so that an edit in between is seen the next time.
 *
 * @param {string} root
 * @param {() => Promise<number>} compiler returns its exit code
 */
export async function compileWith(root, compiler) {
  const sources = sourceFiles(root);
  const state = fingerprint(root, [...sources, ...SETTINGS]);
  rmSync(stampFile(root), { force: true });
  // TypeScript remembers what it wrote, and writes nothing where someone else removed it.
  if (!outputsExist(root, sources)) rmSync(path.join(root, 'dist', '.tsbuildinfo'), { force: true });
  if ((await compiler()) !== 0) {
    throw new SetupError('The TypeScript sources do not compile: see the messages above.');
  }
  removeOrphans(root);
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile(root), `${state}\n`);
}

/** @param {string} root */
export function isCompiled(root) {
  const stamp = readStamp(stampFile(root));
  if (stamp === null) return false;
  const sources = sourceFiles(root);
  return stamp === fingerprint(root, [...sources, ...SETTINGS]) && outputsExist(root, sources);
}

const stampFile = (root) => path.join(root, 'dist', '.compiled');

function sourceFiles(root) {
  const files = SOURCE_FOLDERS.flatMap((folder) => listFiles(root, folder, isAdmin));
  return files.filter((file) => /\.(ts|json)$/.test(file) && !/\.test\./.test(file));
}

function outputsExist(root, sources) {
  const compiled = sources.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  return compiled.every((file) => existsSync(path.join(root, 'dist', file.replace(/\.ts$/, '.js'))));
}

function runTypeScript(root) {
  say('Compiling the TypeScript sources …');
  return runNode(['node_modules/typescript/bin/tsc', '-p', path.join(root, 'tsconfig.json'), '--pretty', 'false']);
}

/** Strapi loads by folder: what a removed source left in dist/ would live on. */
function removeOrphans(root) {
  const outputs = SOURCE_FOLDERS.flatMap((folder) => listFiles(path.join(root, 'dist'), folder));
  for (const output of outputs.filter((file) => !hasSource(root, file))) rmSync(path.join(root, 'dist', output));
}

function hasSource(root, output) {
  const source = output.replace(/\.js(\.map)?$/, '.ts');
  return existsSync(path.join(root, source)) || existsSync(path.join(root, output));
}
