import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { inProject, ROOT } from './paths.mjs';
import { SetupError } from './setup-error.mjs';

const STRAPI = 'node_modules/@strapi/strapi/bin/strapi.js';
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 15_000;
const PAUSE_MS = 100;
/** As much of the log as helps a person who asks why the server did not start. */
const TAIL_LINES = 20;

/**
 * @typedef {object} Server
 * @property {string} url address without a slash at the end
 * @property {() => string} log everything it printed so far, without colours
 * @property {Promise<number | null>} ended exit code; null where a signal ended it
 * @property {() => Promise<number | null>} stop asks it to stop; kills it where it does not within seconds
 */

/**
 * Settings of a server that touches nothing of the installation's own: its own SQLite file, port and address.
 *
 * @param {string} name becomes part of the database's file name
 */
export async function separateSettings(name) {
  return {
    NODE_ENV: 'production',
    DATABASE_CLIENT: 'sqlite',
    DATABASE_FILENAME: `.tmp/${name}-${process.pid}.db`,
    DATABASE_URL: '',
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    PUBLIC_URL: '',
  };
}

/** Removes the SQLite file of such a server, with what lies beside it. @param {string} file path in the project */
export function removeDatabase(file) {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(inProject(`${file}${end}`), { force: true });
}

/**
 * Starts the built application as a process of its own and waits until it answers.
 *
 * @param {{env: Record<string, string>, url: string, logFile: string, command?: readonly string[]}} options `command` is what Node runs
 * @returns {Promise<Server>}
 */
export async function startServer({ env, url, logFile, command = [STRAPI, 'start'] }) {
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = keepLog(child, logFile);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const server = { url, log, ended, stop: () => stop(child, ended) };
  try {
    await untilItAnswers(server);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

function keepLog(child, logFile) {
  mkdirSync(path.dirname(inProject(logFile)), { recursive: true });
  const file = createWriteStream(inProject(logFile));
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      file.write(chunk);
    });
  }
  // eslint-disable-next-line no-control-regex -- the colours of a terminal begin with an escape character
  return () => text.replace(/\u001b\[[0-9;]*m/g, '');
}

async function untilItAnswers(server) {
  const gone = server.ended.then(() => 'gone');
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await isHealthy(server.url))) {
    if ((await Promise.race([gone, sleep(PAUSE_MS)])) === 'gone') throw notStarted(server, 'ended at once');
    if (Date.now() > deadline) throw notStarted(server, `did not answer within ${START_LIMIT_MS / 1000} s`);
  }
}

/** @param {string} url @returns {Promise<boolean>} whether Strapi answers there */
export async function isHealthy(url) {
  try {
    return (await fetch(`${url}/_health`, { signal: AbortSignal.timeout(2000) })).status === 204;
  } catch {
    return false;
  }
}

function notStarted(server, what) {
  const tail = server.log().trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  return new SetupError(`The server ${what}. Its last words:\n${tail}`);
}

async function stop(child, ended) {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  return ended.finally(() => clearTimeout(timer));
}
