import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { TortureDatabase } from './databases';

const ROOT = resolve(__dirname, '..', '..', '..');
const SCRIPT = resolve(__dirname, '..', 'import.js');
const RUNNER = `require(${JSON.stringify(SCRIPT)}).main(process.argv.slice(1)).then((code) => process.exit(code))`;

/** How an import ended: `code` is null where it was killed. */
export interface Ending {
  readonly code: number | null;
  readonly stderr: string;
}

/**
 * Imports a folder in a process of its own.
 *
 * @param killAfter milliseconds after which it is killed without warning; null to let it be
 */
export function runImporter({ env }: TortureDatabase, folder: string, killAfter: number | null): Promise<Ending> {
  const args = ['-e', RUNNER, '--', '--status', 'published', folder];
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((done) =>
    child.once('close', (code) => {
      if (timer !== null) clearTimeout(timer);
      done({ code, stderr });
    }),
  );
}
