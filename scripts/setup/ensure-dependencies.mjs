import { spawn } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { say } from './messages.mjs';
import { ROOT } from './paths.mjs';
import { SetupError } from './setup-error.mjs';
import { withLock } from './with-lock.mjs';

/** Installs the packages of package-lock.json where they are missing or of other versions. */
export async function ensureDependencies(root = ROOT) {
  if (areInstalled(root)) return;
  await withLock(path.join(root, '.tmp', 'install.lock'), async () => {
    if (!areInstalled(root)) await install(root);
  });
}

/**
 * npm writes down what it installed as the last step of an installation, so an interrupted one counts as none.
 *
 * @param {string} root
 */
export function areInstalled(root) {
  const wanted = readLock(path.join(root, 'package-lock.json'));
  if (wanted === null) throw new SetupError('package-lock.json is missing: the checkout is not complete.');
  const installed = readLock(path.join(root, 'node_modules', '.package-lock.json'));
  if (installed === null) return false;
  return Object.entries(wanted).every(([name, entry]) => name === '' || isThere(entry, installed[name]));
}

function isThere(wanted, installed) {
  if (installed !== undefined) return installed.version === wanted.version;
  // Packages of another platform are listed, but never installed.
  return wanted.optional === true || wanted.devOptional === true || wanted.peer === true;
}

function readLock(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

async function install(root) {
  refuseLink(root);
  say('Installing the packages (a few minutes the first time) …');
  const code = await runNpm(root, ['ci', '--include=dev', '--loglevel=warn', '--no-audit', '--no-fund']);
  if (code !== 0) {
    throw new SetupError('The packages could not be installed: see what npm says above, then run the command again.');
  }
}

/** `npm ci` empties the folder first; behind a link that folder is someone else's. */
function refuseLink(root) {
  const folder = path.join(root, 'node_modules');
  if (existsSync(folder) && lstatSync(folder).isSymbolicLink()) {
    throw new SetupError('node_modules is a link to packages of other versions: install them where it leads.');
  }
}

function runNpm(root, args) {
  const npm = npmCommand();
  const options = { cwd: root, stdio: ['ignore', 2, 2], shell: npm.shell };
  return new Promise((resolve, reject) => {
    const child = spawn(npm.command, [...npm.args, ...args], options);
    child.once('error', () => reject(new SetupError('npm was not found: install Node with npm, then try again.')));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Inside `npm run` the very npm that was called, else the one on the path. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js')) return { command: process.execPath, args: [script], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}
