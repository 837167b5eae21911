/**
 * Starts the built application as people run it, in a process of its own on an empty SQLite file,
 * asks the questions that a broken start would fail, and stops it.
 */
import { rmSync } from 'node:fs';
import { Checklist, expectEqual } from './setup/checklist.mjs';
import { isAdminBuilt } from './setup/ensure-admin-built.mjs';
import { ensureCompiled } from './setup/ensure-compiled.mjs';
import { ensureDependencies } from './setup/ensure-dependencies.mjs';
import { ensureEnvFile } from './setup/ensure-env-file.mjs';
import { say } from './setup/messages.mjs';
import { inProject, ROOT } from './setup/paths.mjs';
import { separateSettings, startServer } from './setup/server.mjs';
import { runCommand } from './setup/setup-error.mjs';

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
  await list.check('an empty database has no articles, and no drafts either', async () => {
    for (const query of ['', '?status=draft']) {
      expectEqual((await (await fetch(`${url}/api/articles${query}`)).json()).data, []);
    }
  });
  await list.check('visitors may not write', () => expectStatus(`${url}/api/articles`, 403, { method: 'POST' }));
  await list.check('GraphQL answers', async () => {
    expectEqual(await graphql(url, '{ articles { documentId } }'), { data: { articles: [] } });
  });
  if (isAdminBuilt(ROOT)) await list.check('the admin panel is served', () => expectStatus(`${url}/admin`, 200));
  else list.skip('the admin panel', 'it is not built from these sources (npm run build)');
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

function removeDatabase(file) {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(inProject(`${file}${end}`), { force: true });
}
