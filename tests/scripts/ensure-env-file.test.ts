import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runModule, temporaryFolder } from './run-module';

const KEYS = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
  'STRAPI_TELEMETRY_DISABLED',
];

async function ensureEnvFile(root: string): Promise<Map<string, string>> {
  await runModule(`import { ensureEnvFile } from '@setup/ensure-env-file.mjs'; await ensureEnvFile('${root}');`);
  const lines = readFileSync(path.join(root, '.env'), 'utf8').split('\n');
  const pairs = lines.filter((line) => line.includes('=')).map((line) => line.split(/=(.*)/s, 2) as [string, string]);
  return new Map(pairs);
}

describe('.env', () => {
  it('is made with a different secret for every key, readable by its owner alone', async () => {
    const root = temporaryFolder();
    const values = await ensureEnvFile(root);
    expect([...values.keys()]).toEqual(KEYS);
    expect(new Set(values.values()).size).toBe(KEYS.length);
    expect(values.get('APP_KEYS')?.split(',')).toHaveLength(4);
    expect(values.get('STRAPI_TELEMETRY_DISABLED')).toBe('true');
    expect(statSync(path.join(root, '.env')).mode & 0o777).toBe(0o600);
    expect(readdirSync(root).filter((name) => name.endsWith('.tmp') && name !== '.tmp')).toEqual([]);
  });

  it('stays as it is the second time', async () => {
    const root = temporaryFolder();
    await ensureEnvFile(root);
    const before = readFileSync(path.join(root, '.env'), 'utf8');
    await ensureEnvFile(root);
    expect(readFileSync(path.join(root, '.env'), 'utf8')).toBe(before);
  });

  it('gets what is missing, and keeps every line that stands there', async () => {
    const root = temporaryFolder();
    const mine = '# mine\nexport JWT_SECRET = kept\nAPP_KEYS=a,b\nDATABASE_CLIENT=postgres\nENCRYPTION_KEY=';
    writeFileSync(path.join(root, '.env'), mine);
    await ensureEnvFile(root);
    const after = readFileSync(path.join(root, '.env'), 'utf8');
    expect(after.startsWith(`${mine}\n`)).toBe(true);
    expect(after.match(/JWT_SECRET/g)).toHaveLength(2); // JWT_SECRET once, ADMIN_JWT_SECRET once
    expect(after.match(/APP_KEYS/g)).toHaveLength(1);
    expect(after).toMatch(/^ENCRYPTION_KEY=\S{32}$/m);
    expect(after).toMatch(/^API_TOKEN_SALT=\S{32}$/m);
  });
});
