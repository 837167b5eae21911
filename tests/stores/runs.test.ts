import Ajv from 'ajv';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import knex from 'knex';
import os from 'node:os';
import path from 'node:path';
import { RUNNER, ROOT, runScript, settingsFor, type ScriptRun } from '../app/script-run';
import reportSchema from '../../docs/schema/run-report.schema.json';
import { freshDatabase, type FreshDatabase } from './databases';

jest.setTimeout(600_000);

const DOCUMENTS = 30;

let folder: string;
let database: FreshDatabase;
let env: NodeJS.ProcessEnv;

const page = (index: number): string =>
  [`Gull ${index} Returns to Pier`, '9:05 JST, April 11, 2025', `Gull ${index} has come back. It was late.`].join('\n');

const importing = (...args: string[]): Promise<ScriptRun> => runScript(args, env);

async function statusOf(): Promise<readonly any[]> {
  return JSON.parse((await importing('status', '--format', 'json')).stdout);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not happen within a minute');
}

const pages = (): string => path.join(folder, 'pages');

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-runs-'));
  database = await freshDatabase();
  const client = process.env.TEST_DATABASE_CLIENT ?? 'sqlite';
  env = settingsFor(folder, { ...database.settings, DATABASE_CLIENT: client, TZ: 'Asia/Tokyo' });
  mkdirSync(pages());
  for (let index = 0; index < DOCUMENTS; index += 1) writeFileSync(path.join(pages(), `${index}.txt`), page(index));
  writeFileSync(path.join(pages(), 'empty.txt'), '');
});

afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

it('there are none before the first', async () => {
  expect(await importing('status')).toMatchObject({ code: 0, stderr: 'There are no runs yet.\n' });
  expect(await importing('messages', 'latest')).toMatchObject({ code: 2 });
});

/** A process that imports what comes on its standard input. */
function startImport(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['-e', RUNNER, '--', ...args], { cwd: ROOT, env, stdio: ['pipe', 'ignore', 'pipe'] });
}

/** A process that waits for documents on its standard input, with its run open. */
async function holdRunOpen(): Promise<ChildProcess> {
  const child = startImport(['-']);
  await until(async () => (await statusOf())[0]?.state === 'running');
  return child;
}

it('a killed one is interrupted, and holds nobody up', async () => {
  const child = await holdRunOpen();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  expect((await statusOf()).map(({ state }) => state)).toEqual(['interrupted']);
});

const DRIVERS: Readonly<Record<string, string>> = { sqlite: 'better-sqlite3', postgres: 'postgres', mysql: 'mysql2' };

/** Gives the lease to another process; null to nobody. */
async function giveLease(owner: string | null): Promise<void> {
  const { DATABASE_CLIENT = '', DATABASE_FILENAME = '', DATABASE_HOST, DATABASE_PORT, DATABASE_NAME } = env;
  const server = { host: DATABASE_HOST, port: Number(DATABASE_PORT), user: env.DATABASE_USERNAME };
  const connection =
    DATABASE_CLIENT === 'sqlite' ? { filename: DATABASE_FILENAME } : { ...server, database: DATABASE_NAME };
  const db = knex({ client: DRIVERS[DATABASE_CLIENT], connection, useNullAsDefault: true });
  await db('copydesk_leases').update({ owner });
  await db.destroy();
}

it('one whose place another has taken ends with a sentence', async () => {
  const child = await holdRunOpen();
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise((resolve) => child.once('close', resolve));
  await giveLease('elsewhere:1:0123abcd');
  child.stdin?.end(page(99));
  expect(await ended).toBe(3);
  expect(said.trim().split('\n').at(-1)).toMatch(/^Another run has taken the database over, .*import once more/);
  await giveLease(null);
  expect((await statusOf())[0]).toMatchObject({ state: 'failed' });
});

it('one waits for the one before it, and says so', async () => {
  const first = await holdRunOpen();
  const second = startImport(['-']);
  second.stdin?.end(page(101));
  let said = '';
  second.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await until(async () => said.includes('waiting until it is done'));
  const ended = [first, second].map((child) => new Promise((resolve) => child.once('exit', resolve)));
  first.stdin?.end(page(100));
  expect(await Promise.all(ended)).toEqual([0, 0]);
  expect(said).toContain('1 documents read: 1');
});

it('two at once leave the rows of one', async () => {
  const both = await Promise.all([importing(pages()), importing(pages())]);
  const lines = both.map(({ stderr }) => stderr.trim().split('\n').at(-1)).sort();
  expect(lines).toEqual([
    `${DOCUMENTS + 1} documents read: ${DOCUMENTS} created, 1 rejected`,
    `${DOCUMENTS + 1} documents read: ${DOCUMENTS} unchanged, 1 rejected`,
  ]);
  expect(both.map(({ code }) => code)).toEqual([1, 1]);
  expect((await statusOf()).map(({ state }) => state)).toEqual([
    'finished',
    'finished',
    'finished',
    'finished',
    'failed',
    'interrupted',
  ]);
});

it('are listed in local time, and their messages by the beginning of an id', async () => {
  const table = await importing('status');
  expect(table.stdout.replaceAll(/[\s│]+/g, ' ')).toContain(`${DOCUMENTS} created, 1 rejected`);
  expect(table.stdout).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+09:00/);
  const [{ documentId }] = await statusOf();
  const messages = await importing('messages', documentId.slice(0, 8), '--format', 'csv');
  expect(messages.stdout.split('\n')).toEqual([
    'document,index,line,action,severity,code,message,seen,expected',
    expect.stringContaining('empty.txt,0,,rejected,error,empty-document,'),
    '',
  ]);
  const several = await importing('messages', 'nothing-like-it');
  expect(several).toMatchObject({ code: 2 });
  expect(several.stderr).toContain('There is no run "nothing-like-it"');
});

it('report what they did, and are taken back', async () => {
  const report = path.join(folder, 'report.json');
  writeFileSync(path.join(pages(), '0.txt'), `${page(0)}\nIt stayed.`);
  await importing(pages(), '--report', report);
  const written = JSON.parse(readFileSync(report, 'utf8'));
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(reportSchema);
  expect(validate(written) ? [] : validate.errors).toEqual([]);
  expect(validate({ ...written, counts: {} })).toBe(false);
  expect(written.counts).toMatchObject({ read: DOCUMENTS + 1, update: 1, unchanged: DOCUMENTS - 1, rejected: 1 });

  const undone = await importing('rollback', written.run.slice(0, 10));
  expect(undone).toMatchObject({ code: 0 });
  expect(undone.stderr).toContain('1 restored');
  const [rollback, run] = await statusOf();
  expect(rollback).toMatchObject({ verb: 'rollback', state: 'finished', counts: { articlesRestored: 1, kept: 0 } });
  expect(run).toMatchObject({ documentId: written.run, state: 'rolled-back' });
  expect((await importing('rollback', 'latest')).code).toBe(2);
  expect((await importing(pages())).stderr).toContain('1 updated');
});
