import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

/**
 * Runs a Node script of the project's or of its packages and waits for its end.
 * What it prints goes to standard error, unless `stdio` says otherwise.
 *
 * @param {readonly string[]} args script and its arguments
 * @param {{env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions}} [options]
 * @returns {Promise<number>} exit code; 1 where a signal ended it
 */
export function runNode(args, { env = process.env, stdio = ['ignore', 2, 2] } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
