import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

/** How a run of the script ended. */
export interface ScriptRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const SECRETS = ['ADMIN_JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT', 'JWT_SECRET', 'ENCRYPTION_KEY'];

/** Settings of a process on a database of its own, without the checkout's `.env`. */
export function settingsFor(folder: string, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '' } = process.env;
  return {
    ...{ PATH, HOME, NODE_ENV: 'production', APP_KEYS: 'key-one,key-two', STRAPI_TELEMETRY_DISABLED: 'true' },
    ...{ ENV_PATH: join(folder, 'no.env'), DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: join(folder, 'data.db') },
    ...Object.fromEntries(SECRETS.map((name) => [name, `${name}-of-the-tests`])),
    ...more,
  };
}

/** What `node -e` runs the compiled script by. */
export const RUNNER = `require(${JSON.stringify(join(ROOT, 'dist/scripts/import.js'))}).main(process.argv.slice(1)).then((code) => process.exit(code))`;

/** Runs the compiled import script as `npm run import --` does, in a process of its own. */
export function runScript(args: readonly string[], env: NodeJS.ProcessEnv, input = ''): Promise<ScriptRun> {
  const child = spawn(process.execPath, ['-e', RUNNER, '--', ...args], { cwd: ROOT, env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.end(input);
  return new Promise((done) => child.once('exit', (code) => done({ code, stdout, stderr })));
}
