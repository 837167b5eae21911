import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expectEqual } from './checklist.mjs';
import { inProject, ROOT } from './paths.mjs';
import { startServer } from './server.mjs';
import { SetupError } from './setup-error.mjs';

const LIMIT_MS = 60_000;
const PAUSE_MS = 100;

/**
 * Starts a server as `npm start` does while an import has the database, and lets the import end once the server has said that it waits.
 *
 * @param {import('./checklist.mjs').Checklist} list
 * @param {{env: Record<string, string>, url: string, logFile: string}} options
 * @returns {Promise<import('./server.mjs').Server>}
 */
export async function startBehindImport(list, { env, url, logFile }) {
  rmSync(inProject(logFile), { force: true });
  const importer = startImport(env);
  await until(() => importer.log().includes('takes the database for itself'), 'The import did not take the database');
  const starting = startServer({ env, url, logFile, command: ['scripts/launch.mjs', 'start'] });
  // It is awaited below; until then a failure is not an unhandled one.
  starting.catch(() => undefined);
  await list.check('npm start waits for an import that has the database, and says so', () =>
    until(() => readLog(logFile).includes('waiting until it is done'), 'The server did not wait'),
  );
  importer.end();
  const server = await starting;
  // No text came, which is one bad document.
  await list.check('the import before it ended in its own time', async () => expectEqual(await importer.ended, 1));
  return server;
}

/** An import that waits for text on its standard input, with the database its own. */
function startImport(env) {
  const child = spawn(process.execPath, ['scripts/launch.mjs', 'import', '-'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return { log: () => text, ended, end: () => child.stdin.end() };
}

function readLog(logFile) {
  try {
    return readFileSync(inProject(logFile), 'utf8');
  } catch {
    return '';
  }
}

async function until(condition, otherwise) {
  const deadline = Date.now() + LIMIT_MS;
  while (!condition()) {
    if (Date.now() > deadline) throw new SetupError(`${otherwise} within ${LIMIT_MS / 1000} s.`);
    await sleep(PAUSE_MS);
  }
}
