import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readStamp } from './fingerprint.mjs';
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
 * That list is compared with the lockfile, unless npm has already been content with just this lockfile.
 *
 * @param {string} root
 */
export function areInstalled(root) {
  const lock = read(path.join(root, 'package-lock.json'));
  if (lock === null) throw new SetupError('package-lock.json is missing: the checkout is not complete.');
  const list = read(path.join(root, 'node_modules', '.package-lock.json'));
  if (list === null) return false;
  return readStamp(stampFile(root)) === hash(lock) || isSameAs(packagesOf(lock), packagesOf(list));
}

function isSameAs(wanted, installed) {
  return Object.entries(wanted).every(([name, entry]) => name === '' || isThere(entry, installed[name]));
}

function isThere(wanted, installed) {
  if (installed !== undefined) return installed.version === wanted.version;
  // Packages of another platform are listed, but never installed.
  return wanted.optional === true || wanted.devOptional === true || wanted.peer === true;
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function packagesOf(text) {
  try {
    return JSON.parse(text).packages ?? {};
  } catch {
    throw new SetupError('package-lock.json is no JSON: check it out again, or remove node_modules.');
  }
}

const stampFile = (root) => path.join(root, 'node_modules', '.copydesk-lock');

const hash = (text) => createHash('sha256').update(text).digest('hex');

/**
 * `npm install` keeps to the lockfile's versions, and `--no-save` leaves the file as it is. `npm ci` would refuse it, since it
 * holds the packages of the platforms that it was made for, and npm wants those of every platform.
 */
async function install(root) {
  refuseLink(root);
  say('Installing the packages (a few minutes the first time) …');
  const code = await runNpm(root, [
    'install',
    '--no-save',
    '--include=dev',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
  ]);
  if (code !== 0) {
    throw new SetupError('The packages could not be installed: see what npm says above, then run the command again.');
  }
  writeFileSync(stampFile(root), `${hash(read(path.join(root, 'package-lock.json')))}\n`);
}

/** Behind a link the folder is someone else's. */
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
