/**
 * Imports one sample as published and one as a draft into a fresh SQLite file, starts the built application as people
 * run it, asks the questions that a broken build would fail, and stops it: real processes all.
 */
import { readFileSync } from 'node:fs';
import { Checklist, expectEqual } from './setup/checklist.mjs';
import { isAdminBuilt } from './setup/ensure-admin-built.mjs';
import { ensureCompiled } from './setup/ensure-compiled.mjs';
import { ensureDependencies } from './setup/ensure-dependencies.mjs';
import { ensureEnvFile } from './setup/ensure-env-file.mjs';
import { say } from './setup/messages.mjs';
import { inProject, ROOT } from './setup/paths.mjs';
import { runNode } from './setup/run-node.mjs';
import { removeDatabase, separateSettings, startServer } from './setup/server.mjs';
import { runCommand } from './setup/setup-error.mjs';

const PUBLISHED = 'samples/2025-04-10-harbour-bridge.txt';
const DRAFT = 'samples/2025-04-08-tide-lessons.txt';

/** A server that takes longer to stop would be killed by most process managers. */
const STOP_WITHIN_MS = 10_000;

await runCommand(async () => {
  await ensureDependencies();
  await ensureEnvFile();
  await ensureCompiled();
  const env = await separateSettings('boot-smoke');
  const list = new Checklist();
  say('Boot smoke check of the built application');
  try {
    await list.check('a sample is imported as published', () => importSample(env, PUBLISHED, '--status', 'published'));
    await list.check('a sample is imported as a draft', () => importSample(env, DRAFT));
    const url = `http://127.0.0.1:${env.PORT}`;
    const server = await startServer({ env, url, logFile: '.tmp/boot-smoke.log' });
    await askQuestions(list, server.url);
    await stopIt(list, server);
  } finally {
    removeDatabase(env.DATABASE_FILENAME);
  }
  list.write('boot-smoke');
  return list.failed === 0 ? 0 : 1;
});

async function askQuestions(list, url) {
  await list.check('/_health answers 204', () => expectStatus(`${url}/_health`, 204));
  await list.check('visitors may read articles, tags and ranking lists', async () => {
    for (const name of ['articles', 'tags', 'ranking-lists']) await expectStatus(`${url}/api/${name}`, 200);
  });
  await list.check('visitors see what is published, and no draft', async () => {
    for (const query of ['', '?status=draft', '?status=published']) {
      const { data } = await (await fetch(`${url}/api/articles${query}`)).json();
      expectEqual(
        data.map(({ headline }) => headline),
        [headlineOf(PUBLISHED)],
      );
    }
  });
  await list.check('visitors may not write', () => expectStatus(`${url}/api/articles`, 403, { method: 'POST' }));
  await list.check('GraphQL says the same', async () => {
    for (const status of ['PUBLISHED', 'DRAFT']) {
      const answer = await graphql(url, `{ articles(status: ${status}) { headline } }`);
      expectEqual(answer, { data: { articles: [{ headline: headlineOf(PUBLISHED) }] } });
    }
  });
  if (isAdminBuilt(ROOT)) await list.check('the admin panel is served', () => expectStatus(`${url}/admin`, 200));
  else list.skip('the admin panel', 'it is not built from these sources (npm run build)');
}

async function importSample(env, ...args) {
  const code = await runNode(['scripts/launch.mjs', 'import', ...args], { env: { ...process.env, ...env } });
  expectEqual({ exitCode: code }, { exitCode: 0 });
}

function headlineOf(sample) {
  return readFileSync(inProject(sample), 'utf8').split('\n')[0];
}

async function expectStatus(url, status, options = {}) {
  expectEqual((await fetch(url, options)).status, status);
}

async function graphql(url, query) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.json();
}

async function stopIt(list, server) {
  const begin = performance.now();
  const code = await server.stop();
  await list.check('SIGTERM stops it within seconds, with exit code 0', () => {
    expectEqual({ code, inTime: performance.now() - begin < STOP_WITHIN_MS }, { code: 0, inTime: true });
  });
  await list.check('its log has no error', () => {
    const errors = server
      .log()
      .split('\n')
      .filter((line) => /\berror\b|unhandled|^\s+at /i.test(line));
    expectEqual(errors.slice(0, 5), []);
  });
}
