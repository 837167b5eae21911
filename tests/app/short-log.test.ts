import { statSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { startApp, type TestApp } from './strapi';

// Its thread runs what is compiled.
const { keepLogShort } = jest.requireActual<typeof import('../../scripts/import/checkpoints/short-log')>(
  path.resolve('dist/scripts/import/checkpoints/short-log.js'),
);

const PAGE = 4096;
const PAGES_OF_BATCH = 8;
/** The thread copies the log every one and a half seconds. */
const LONG_ENOUGH_MS = 6000;

let app: TestApp;
let database: string;

beforeAll(async () => {
  app = await startApp();
  database = path.join(app.folder, 'data.db');
  await app.strapi.db.connection.raw('create table blobs (content blob)');
});

afterAll(() => app.stop());

const ask = (sql: string): Promise<readonly object[]> => app.strapi.db.connection.raw(sql);

/** One behind the other, as an import's: were there a pause, the log would begin anew by itself when the thread has copied all of it. */
async function* batches(): AsyncGenerator<number> {
  const until = performance.now() + LONG_ENOUGH_MS;
  for (let batch = 1; performance.now() < until; batch += 1) {
    await ask(`insert into blobs values (randomblob(${PAGES_OF_BATCH * PAGE}))`);
    await setImmediate();
    yield batch;
  }
}

describe('the log of an import on SQLite', () => {
  it('begins anew between batches, when it has become long', async () => {
    const log = await keepLogShort(app.strapi, database, 100);
    // Else each commit would copy it; and it holds what the boot wrote.
    await ask('pragma wal_autocheckpoint = 0');
    await ask('pragma wal_checkpoint(truncate)');
    let count = 0;
    for await (const batch of log.beginAnew(batches())) count = batch;
    await log.end();
    expect(count).toBeGreaterThan(100);
    expect(statSync(`${database}-wal`).size).toBeLessThan((count / 2) * PAGES_OF_BATCH * PAGE);
    expect(await ask('select count(*) as blobs from blobs')).toEqual([{ blobs: count }]);
    expect(await ask('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });
});
