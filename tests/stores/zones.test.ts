import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freshDatabase } from './databases';
import { record } from './records';

jest.setTimeout(240_000);

const HOUR = 3_600_000;
const SECRETS = ['ADMIN_JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT', 'JWT_SECRET', 'ENCRYPTION_KEY'];
const RECORDS = ['document', 'bulk'].map((path) => record({ path, article: { headline: `In ${path}` } }));

/** A stored instant as milliseconds: SQLite's number, or a text without a zone that is UTC. */
const toTime = (stored: unknown): number =>
  typeof stored === 'number' ? stored : Date.parse(`${String(stored).replace(' ', 'T').slice(0, 23)}Z`);

async function importIn(zone: string): Promise<readonly any[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-zone-'));
  const database = await freshDatabase();
  const env = {
    ...process.env,
    ...database.settings,
    ...{
      TZ: zone,
      NODE_ENV: 'test',
      ENV_PATH: path.join(folder, 'no.env'),
      APP_KEYS: 'one,two',
      STARTUP_MESSAGE: 'false',
    },
    DATABASE_CLIENT: process.env.TEST_DATABASE_CLIENT ?? 'sqlite',
    DATABASE_FILENAME: path.join(folder, 'data.db'),
    ...Object.fromEntries(SECRETS.map((name) => [name, `${name}-of-the-tests`])),
  };
  try {
    const script = path.join(__dirname, 'in-zone.js');
    const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(RECORDS)], { env });
    return JSON.parse(stdout.slice(stdout.lastIndexOf('{"zone"'))).rows;
  } finally {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

it.each(['Asia/Tokyo', 'America/New_York'])(
  'instants are stored in UTC by both stores where the process runs in %s',
  async (zone) => {
    const rows = await importIn(zone);
    expect(rows.map(({ slug }) => slug)).toEqual(['in-document', 'in-document', 'in-bulk', 'in-bulk']);
    for (const { date_published, created_at, published_at } of rows) {
      expect(new Date(toTime(date_published)).toISOString()).toBe('2025-04-10T05:15:00.000Z');
      expect(Math.abs(toTime(created_at) - Date.now())).toBeLessThan(HOUR);
      if (published_at !== null) expect(Math.abs(toTime(published_at) - Date.now())).toBeLessThan(HOUR);
    }
  },
);
