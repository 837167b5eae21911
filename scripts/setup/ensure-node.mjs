import { SetupError } from './setup-error.mjs';

/** Below this, packages written as ES modules can't be loaded with require(). */
const OLDEST = [20, 19];

/** Stops with a sentence where Node is too old for the project. */
export function ensureNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new SetupError(`copydesk needs Node ${OLDEST.join('.')} or newer, but this is Node ${version}.`);
}
