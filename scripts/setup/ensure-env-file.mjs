import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from './messages.mjs';
import { ROOT } from './paths.mjs';
import { SetupError } from './setup-error.mjs';
import { withLock } from './with-lock.mjs';

const secret = () => randomBytes(24).toString('base64');

/** What Strapi can't start without, and how each value is made. */
const MAKERS = {
  APP_KEYS: () => [secret(), secret(), secret(), secret()].join(','),
  API_TOKEN_SALT: secret,
  ADMIN_JWT_SECRET: secret,
  TRANSFER_TOKEN_SALT: secret,
  JWT_SECRET: secret,
  ENCRYPTION_KEY: secret,
  STRAPI_TELEMETRY_DISABLED: () => 'true',
};

const HEADER = `# Made on the first run. The secrets belong to this installation: keep a copy beside the database's.
# Further settings are explained in .env.example.
`;

/** Sees that `.env` holds every secret. What stands there already is never touched. */
export async function ensureEnvFile(root = ROOT) {
  const file = path.join(root, '.env');
  if (missingKeys(read(file)).length === 0) return;
  await withLock(path.join(root, '.tmp', 'env.lock'), async () => {
    const before = read(file);
    if (missingKeys(before).length === 0) return;
    write(file, completeEnv(before));
    say(before === '' ? 'Made .env with secrets of its own.' : 'Added the missing secrets to .env.');
  });
}

/**
 * @param {string} text content of an env file, empty for none
 * @returns {string} the same text with a line for every key that was missing
 */
export function completeEnv(text) {
  const lines = missingKeys(text).map((key) => `${key}=${MAKERS[key]()}\n`);
  if (lines.length === 0) return text;
  const before = text === '' ? HEADER : text;
  return before + (before.endsWith('\n') ? '' : '\n') + lines.join('');
}

function missingKeys(text) {
  const present = new Set(text.split(/\r?\n/).map(keyOfLine));
  return Object.keys(MAKERS).filter((key) => !present.has(key));
}

/** `export JWT_SECRET = x` → `JWT_SECRET`; a key without a value counts as missing. */
function keyOfLine(line) {
  const at = line.indexOf('=');
  if (at < 0 || line.slice(at + 1).trim() === '') return null;
  return line
    .slice(0, at)
    .trim()
    .replace(/^export\s/, '')
    .trim();
}

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Whole or not at all: a process that starts meanwhile never sees half a file. */
function write(file, text) {
  const half = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(half, text, { mode: 0o600 });
    renameSync(half, file);
  } catch (error) {
    throw new SetupError(`Cannot write ${file}: ${error.message}.`);
  }
}
