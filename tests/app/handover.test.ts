import Database from 'better-sqlite3';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../../scripts/bench/serving/server-process';
import { RUNNER, runScript, settingsFor } from './script-run';

const ROOT = path.resolve(__dirname, '../..');
const SERVER = `
  const app = require('@strapi/strapi').createStrapi({ appDir: ${JSON.stringify(ROOT)}, distDir: ${JSON.stringify(path.join(ROOT, 'dist'))}, serveAdminPanel: false });
  process.on('SIGTERM', () => app.destroy().then(() => process.exit(0)));
  app.start().catch((error) => { console.error(error); process.exit(1); });`;

const TEXT = [
  'Kite Post Reaches Valley',
  '9:05 JST, April 11, 2025',
  'The kite post has reached the next valley. It was late.',
].join('\n');

let folder: string;
let server: ChildProcess | null = null;

const announcement = (): string => path.join(folder, 'data.db.server.json');

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not happen within 30 seconds');
}

async function startServer(env: NodeJS.ProcessEnv): Promise<void> {
  server = spawn(process.execPath, ['-e', SERVER], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
  await until(() => existsSync(announcement()));
}

async function stopServer(): Promise<void> {
  const running = server;
  server = null;
  if (running === null || running.exitCode !== null) return;
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGTERM');
  await ended;
}

beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-handover-'))));

afterEach(async () => {
  await stopServer();
  rmSync(folder, { recursive: true, force: true });
});

it('hands documents over to the server that has the database, and takes it back when the server is gone', async () => {
  const port = await freePort();
  const env = settingsFor(folder, { PORT: String(port), HOST: '127.0.0.1' });
  writeFileSync(path.join(folder, 'page.txt'), TEXT);
  await startServer(env);
  expect(statSync(announcement()).mode & 0o777).toBe(0o600);

  const run = await runScript(
    ['--status', 'published', path.join(folder, 'page.txt'), path.join(folder, 'none.txt')],
    env,
  );
  expect(run.stderr).toContain(`The server on port ${port} has the database`);
  expect(run.stderr).toContain('2 documents read: 1 created, 1 rejected');
  expect(run.code).toBe(1);
  const answer = await fetch(`http://127.0.0.1:${port}/api/articles`);
  expect(((await answer.json()) as any).data).toMatchObject([{ headline: 'Kite Post Reaches Valley' }]);

  const resolved = await runScript(['resolve', '--format', 'json'], env);
  expect(resolved.stderr).toContain(`The server on port ${port} has the database: it does the work.`);
  expect([resolved.code, JSON.parse(resolved.stdout)]).toEqual([0, { lists: 0, changed: 0, changes: [], omitted: 0 }]);

  const { token } = JSON.parse(readFileSync(announcement(), 'utf8'));
  const attempts: Record<string, string>[] = [
    {},
    { 'x-copydesk-token': 'x'.repeat(token.length) },
    { 'x-copydesk-token': token.slice(1) },
  ];
  for (const headers of attempts) {
    const refused = await fetch(`http://127.0.0.1:${port}/copydesk/handover`, { method: 'POST', headers, body: '{}' });
    expect(refused.status).toBe(404);
  }

  await stopServer();
  expect(existsSync(announcement())).toBe(false);
  const alone = await runScript([path.join(folder, 'page.txt')], env);
  expect(alone.stderr).toContain('takes the database for itself');
  expect(alone.stderr).toContain('1 documents read: 1 unchanged');
});

it('plans, carries a plan out and deletes what is gone in the server, too', async () => {
  const env = settingsFor(folder, { PORT: String(await freePort()), HOST: '127.0.0.1' });
  const pages = path.join(folder, 'pages');
  const plan = path.join(folder, 'monday.plan');
  mkdirSync(pages);
  for (const name of ['one', 'two', 'three'])
    writeFileSync(path.join(pages, name), TEXT.replace('Kite', `Kite ${name}`));
  await startServer(env);
  const planned = await runScript(['plan', '--out', plan, pages], env);
  expect(planned.stderr).toContain('Plan, nothing was written: 3 documents read: 3 created');
  expect((await runScript(['--plan', plan], env)).stderr).toContain('3 documents read: 3 created');
  rmSync(path.join(pages, 'two'));
  const dry = await runScript(['--dry-run', '--delete-missing', '--delete-at-most', '50', pages], env);
  expect(dry.stderr).toContain('1 of 3 known sources are not there any more:\n  two\nTheir entries would be deleted');
  const deleted = await runScript(['--delete-missing', '--delete-at-most', '50', pages], env);
  expect(deleted.stderr).toContain('1 were deleted, 0 kept');
  expect(deleted.stderr).toContain('2 documents read: 2 unchanged');
  expect(deleted.code).toBe(0);
});

it('is told by the server that another run has taken over', async () => {
  const env = settingsFor(folder, { PORT: String(await freePort()), HOST: '127.0.0.1' });
  await startServer(env);
  const child = spawn(process.execPath, ['-e', RUNNER, '--', '-'], {
    cwd: ROOT,
    env,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const db = new Database(path.join(folder, 'data.db'));
  const runs = db.prepare('select state, error from copydesk_runs');
  await until(() => runs.all().length > 0);
  db.exec("update copydesk_leases set owner = 'elsewhere:1:0123abcd'");
  child.stdin.end(TEXT);
  expect(await ended).toBe(3);
  const sentence = said.trim().split('\n').at(-1);
  expect(sentence).toMatch(/^Another run has taken the database over/);
  expect(runs.all()).toEqual([{ state: 'failed', error: sentence }]);
  db.close();
});

it('does not believe the announcement of a server that died', async () => {
  writeFileSync(path.join(folder, 'page.txt'), TEXT);
  writeFileSync(announcement(), JSON.stringify({ pid: 2 ** 22 - 3, port: 9, token: 'x' }));
  const run = await runScript([path.join(folder, 'page.txt')], settingsFor(folder));
  expect(run.stderr).toContain('takes the database for itself');
  expect(run.code).toBe(0);
});
