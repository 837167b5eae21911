import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = resolve(__dirname, '..', '..', '..', '..');
const SCRIPT = `
  const app = require('@strapi/strapi').createStrapi({ appDir: ${JSON.stringify(ROOT)}, distDir: ${JSON.stringify(resolve(ROOT, 'dist'))}, serveAdminPanel: false });
  process.on('SIGTERM', () => app.destroy().catch(() => undefined).then(() => process.exit(0)));
  app.start().catch((error) => { console.error(error); process.exit(1); });`;

const START_LIMIT_MS = 60_000;
const PAUSE_MS = 100;

/** A server of this project in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** A port of this machine that nobody listens at. */
export function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((done) => {
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

async function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/_health`).then(
    ({ status }) => status === 204,
    () => false,
  );
}

/** Starts a server, on this machine's own address alone, and waits until it answers. */
export async function startServer(env: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ['-e', SCRIPT], {
    cwd: ROOT,
    env: { ...env, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((done) => child.once('exit', done));
  const url = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + START_LIMIT_MS;
  while (!(await isHealthy(url))) {
    if (performance.now() > deadline || child.exitCode !== null) throw new Error('The server did not start.');
    await sleep(PAUSE_MS);
  }
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
