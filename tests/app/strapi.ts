import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

const appDir = path.resolve(__dirname, '../..');
const distDir = path.join(appDir, 'dist');

const SECRETS = ['ADMIN_JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT', 'JWT_SECRET', 'ENCRYPTION_KEY'];

export interface TestApp {
  readonly strapi: Core.Strapi;
  /** The folder that holds the database: boot again on it for a restart. */
  readonly folder: string;
  /** Stops Strapi; the folder stays when it's to be booted again. */
  stop(options?: { readonly keep: boolean }): Promise<void>;
}

function setEnvironment(folder: string): void {
  const values: Record<string, string> = {
    NODE_ENV: 'test',
    ENV_PATH: path.join(folder, 'no.env'),
    DATABASE_CLIENT: process.env.TEST_DATABASE_CLIENT ?? 'sqlite',
    DATABASE_FILENAME: path.join(folder, 'data.db'),
    APP_KEYS: 'key-one,key-two',
    STRAPI_TELEMETRY_DISABLED: 'true',
    STARTUP_MESSAGE: 'false',
  };
  Object.assign(process.env, values, Object.fromEntries(SECRETS.map((name) => [name, `${name}-of-the-tests`])));
}

/**
 * Boots the compiled application (dist has to be current: the global set-up of the project compiles it) on a database
 * of its own.
 *
 * @param folder a folder of an earlier boot, to boot on the same database again
 */
export async function startApp(folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-'))): Promise<TestApp> {
  setEnvironment(folder);
  // Strapi reads the environment as soon as it's required.
  const { createStrapi } = require('@strapi/strapi') as typeof import('@strapi/strapi');
  const strapi = createStrapi({ appDir, distDir });
  strapi.log.level = 'error';
  await strapi.load();
  strapi.server.mount();
  const stop = async ({ keep } = { keep: false }): Promise<void> => {
    await strapi.destroy();
    if (!keep) rmSync(folder, { recursive: true, force: true });
  };
  return { strapi, folder, stop };
}
