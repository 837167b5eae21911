import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from './setup-error.mjs';

const PAUSE_MS = 100;
/** An installation on a slow machine takes minutes; nobody waits longer than this. */
const PATIENCE_MS = 20 * 60_000;
/** A lock without an owner's name is one being made, or one whose maker was killed on the spot. */
const NAMELESS_MS = 5_000;

/**
 * Runs `work` while no other process of this project does the same work.
 * The lock is a folder, since making one either succeeds or fails as a whole; a lock whose owner is gone is taken over.
 *
 * @template T
 * @param {string} folder path of the lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, work) {
  mkdirSync(path.dirname(folder), { recursive: true });
  const deadline = Date.now() + PATIENCE_MS;
  while (!take(folder)) {
    if (isStale(folder)) rmSync(folder, { recursive: true, force: true });
    else if (Date.now() > deadline) throw new SetupError(`Another process holds ${folder}; remove it if none runs.`);
    else await sleep(PAUSE_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function take(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw new SetupError(`Cannot write to ${path.dirname(folder)}: ${error.message}.`);
  }
  writeFileSync(path.join(folder, 'owner'), String(process.pid));
  return true;
}

function isStale(folder) {
  const owner = readOwner(folder);
  return owner === null ? age(folder) > NAMELESS_MS : !isRunning(owner);
}

function readOwner(folder) {
  try {
    return Number(readFileSync(path.join(folder, 'owner'), 'utf8')) || null;
  } catch {
    return null;
  }
}

function age(folder) {
  try {
    return Date.now() - statSync(folder).mtimeMs;
  } catch {
    return 0;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
