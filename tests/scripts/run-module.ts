import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

export const ROOT = path.resolve(__dirname, '..', '..');

const SETUP = path.join(ROOT, 'scripts', 'setup');

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs JavaScript in a Node process of its own, since the set-up scripts are ES modules; `@setup` stands for their folder. */
export async function runModule(code: string, env: NodeJS.ProcessEnv = process.env): Promise<Outcome> {
  const source = code.replaceAll('@setup', SETUP);
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', source], { cwd: ROOT, env });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Outcome) => ({ code: error.code, stdout: error.stdout, stderr: error.stderr }),
  );
}

export const temporaryFolder = (): string => mkdtempSync(path.join(tmpdir(), 'copydesk-test-'));
