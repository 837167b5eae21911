import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import type { TestApp } from '../app/strapi';
import { DEFAULT_RULES } from '../../src/importer/plan/plan-rules';
import { diagnostic } from '../../src/importer/diagnostics';
import type { DocumentRecord } from '../../src/importer/records';
import { RunStoppedError } from '../../src/importer/run-stopped-error';
import { openSession, type ImportSession } from '../../src/stores/import-session';
import { openRollback } from '../../src/stores/rollback/rollback-session';
import { findingsAfter } from '../../src/stores/runs/findings';
import { takeLease } from '../../src/stores/runs/lease';
import { hasRunSince, listRuns } from '../../src/stores/runs/run-records';
import { startOnFreshDatabase } from './app';
import { record } from './records';

jest.setTimeout(600_000);

const SOURCE = 'plugin::copydesk.source-document';
const LEASE = 'plugin::copydesk.lease';

let app: TestApp;

const page = (index: number): DocumentRecord => ({
  ...record({ path: `page-${index}.txt`, article: { headline: `Page ${index}` } }),
  diagnostics: [diagnostic('possible-twin', { actual: `Page ${index}` })],
});

const open = (store: 'bulk' | 'documents'): Promise<ImportSession> =>
  openSession(app.strapi, {
    ...{ status: 'draft', dryRun: false, store, limit: null, rules: DEFAULT_RULES, isDetailed: false, paths: [] },
  });

async function* stream(records: readonly DocumentRecord[]): AsyncGenerator<readonly DocumentRecord[]> {
  yield records;
}

async function lastFindings(): Promise<readonly string[]> {
  const [run] = await listRuns(app.strapi, 1);
  return (await findingsAfter(app.strapi, run?.documentId ?? '', 0)).map(({ path }) => path);
}

beforeAll(async () => {
  app = await startOnFreshDatabase();
});

afterAll(() => app.stop());

it.each(['bulk', 'documents'] as const)(
  '%s: what was found in a document is on record as soon as the document is',
  async (store) => {
    const from = store === 'bulk' ? 0 : 10;
    const session = await open(store);
    const results = session.importGroups?.(stream([page(from), page(from + 1)]));
    // Nothing more is asked for, as by a process that was killed.
    await results?.next();
    const paths = [`page-${from}.txt`, `page-${from + 1}.txt`];
    expect(await lastFindings()).toEqual(paths);
    for await (const group of results ?? []) expect(group.map(({ action }) => action)).toEqual(['create', 'create']);
    expect((await session.finish()).mismatches).toEqual([]);
    expect(await lastFindings()).toEqual(paths);
  },
);

it.each(['bulk', 'documents'] as const)('%s: a run that another one has taken over from stops there', async (store) => {
  const session = await open(store);
  await app.strapi.db.query(LEASE).updateMany({ where: { name: 'writer' }, data: { owner: 'elsewhere:1:0123abcd' } });
  const lost = record({ path: `lost-${store}.txt`, article: { headline: 'Lost' } });
  const error = await session
    .importGroups?.(stream([lost, page(30)]))
    .next()
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RunStoppedError);
  await session.fail(error);
  expect(await listRuns(app.strapi, 1)).toMatchObject([{ state: 'failed', error: (error as Error).message }]);
  expect(await app.strapi.db.query(SOURCE).count({ where: { path: `lost-${store}.txt` } })).toBe(0);
  expect(await app.strapi.db.query(LEASE).findMany()).toMatchObject([{ owner: 'elsewhere:1:0123abcd' }]);
  await app.strapi.db.query(LEASE).updateMany({ where: { name: 'writer' }, data: { owner: null } });
});

it('a run whose counts are not those of the database has failed, and says why', async () => {
  const session = await open('bulk');
  for await (const group of session.importGroups?.(stream([page(20), page(21)])) ?? [])
    expect(group.map(({ action }) => action)).toEqual(['create', 'create']);
  await app.strapi.db.query(SOURCE).deleteMany({ where: { path: 'page-20.txt' } });
  const { mismatches } = await session.finish();
  expect(mismatches).toEqual([
    "The counts don't agree: rows of the ledger written and rows that name the run are 2 and 1.",
  ]);
  expect(await listRuns(app.strapi, 1)).toMatchObject([{ state: 'failed', error: mismatches[0] }]);
});

it('a run is seen by those who have read something before it', async () => {
  const before = new Date();
  expect(await hasRunSince(app.strapi, before)).toBe(false);
  const session = await open('bulk');
  const meanwhile = new Date();
  expect(await hasRunSince(app.strapi, before)).toBe(true);
  expect(await hasRunSince(app.strapi, meanwhile)).toBe(false);
  await session.finish();
  expect(await hasRunSince(app.strapi, meanwhile)).toBe(true);
});

it('the lease of a process that died on this machine is free at once', async () => {
  const owner = `${os.hostname()}:${2 ** 22 - 3}:0123abcd`;
  const waited = jest.fn();
  await app.strapi.db.query(LEASE).updateMany({ where: { name: 'writer' }, data: { owner, heartbeatAt: new Date() } });
  const lease = await takeLease(app.strapi, waited);
  expect(waited).not.toHaveBeenCalled();
  expect(await app.strapi.db.query(LEASE).findMany()).toMatchObject([{ owner: lease.owner }]);
  await lease.release();
});

describe('webhooks', () => {
  let server: Server;
  let heard: { readonly path: string; readonly event: unknown; readonly body: any }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        heard.push({ path: request.url ?? '', event: request.headers['x-strapi-event'], body: JSON.parse(text) });
        response.writeHead(request.url === '/broken' ? 500 : 200).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const add = (path: string, events: readonly string[]): Promise<any> =>
      app.strapi.get('webhookStore').createWebhook({
        ...{ name: path, url: `http://127.0.0.1:${port}/${path}`, headers: {}, events: [...events] },
      } as never);
    await add('entries', ['entry.publish']);
    await add('runs', ['copydesk.run']);
    await add('media', ['media.create']);
    const off = await add('off', ['entry.publish']);
    await app.strapi.get('webhookStore').updateWebhook(off.id, { ...off, isEnabled: false });
  });

  beforeEach(() => (heard = []));

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  async function importPages(...indexes: readonly number[]): Promise<string | null> {
    const session = await open('bulk');
    for await (const group of session.importGroups?.(stream(indexes.map(page))) ?? [])
      for (const { action } of group) expect(['create', 'unchanged']).toContain(action);
    return (await session.finish()).runId;
  }

  it('that listen to entries hear of a run once, with its counts, and of nothing where nothing changed', async () => {
    const id = await importPages(40, 41);
    const run = { id, verb: 'import', state: 'finished', counts: expect.objectContaining({ read: 2, create: 2 }) };
    expect(heard.map(({ path }) => path).toSorted()).toEqual(['/entries', '/runs']);
    for (const { event, body } of heard) {
      expect(event).toBe('copydesk.run');
      expect(body).toMatchObject({ event: 'copydesk.run', run });
    }
    heard = [];
    await importPages(40, 41);
    expect(heard).toEqual([]);
  });

  it('hear of a rollback', async () => {
    const id = await importPages(42);
    heard = [];
    const rollback = await openRollback(app.strapi, id ?? '', await takeLease(app.strapi, () => undefined));
    if (!('step' in rollback)) throw new Error('the run was not found');
    for (let isDone = false; !isDone;) isDone = (await rollback.step()).done;
    const run = { verb: 'rollback', state: 'finished', counts: expect.objectContaining({ articlesRemoved: 1 }) };
    expect(heard.map(({ body }) => body)).toMatchObject([{ run }, { run }]);
  });

  it('that fail are noted in the log, and the run is done', async () => {
    const { port } = server.address() as AddressInfo;
    const about = { name: 'broken', url: `http://127.0.0.1:${port}/broken`, headers: {}, events: ['entry.create'] };
    await app.strapi.get('webhookStore').createWebhook(about as never);
    const warn = jest.spyOn(app.strapi.log, 'warn').mockReturnThis();
    await importPages(43);
    expect(warn.mock.calls).toEqual([[expect.stringContaining('The webhook “broken” was not told of the run')]]);
    warn.mockRestore();
    expect(await listRuns(app.strapi, 1)).toMatchObject([{ state: 'finished' }]);
  });
});
