/**
 * `npm run quickstart`: from a fresh clone to a server with the samples in it. Safe to run again.
 * `npm run quickstart -- --check` does the same beside whatever runs, on a database and port of its own,
 * compares what both APIs say with what the samples hold, and stops.
 */
import { existsSync } from 'node:fs';
import { checkSamples } from './setup/check-samples.mjs';
import { Checklist } from './setup/checklist.mjs';
import { ensureAdminBuilt } from './setup/ensure-admin-built.mjs';
import { ensureCompiled } from './setup/ensure-compiled.mjs';
import { ensureDependencies } from './setup/ensure-dependencies.mjs';
import { ensureEnvFile } from './setup/ensure-env-file.mjs';
import { ensureNode } from './setup/ensure-node.mjs';
import { say, step } from './setup/messages.mjs';
import { inProject } from './setup/paths.mjs';
import { isPortFree } from './setup/ports.mjs';
import { runNode } from './setup/run-node.mjs';
import { isHealthy, removeDatabase, separateSettings, startServer } from './setup/server.mjs';
import { runCommand, SetupError } from './setup/setup-error.mjs';
import { startBehindImport } from './setup/start-behind-import.mjs';
import { forgetReports, summarise } from './setup/summary.mjs';
import { welcome } from './setup/welcome.mjs';

const EXIT_WRONG_USAGE = 2;

await runCommand(() => {
  const args = process.argv.slice(2);
  if (args.length === 0) return quickstart();
  if (args.length === 1 && args[0] === '--check') return quickstartCheck();
  say('Usage: npm run quickstart [-- --check]');
  return EXIT_WRONG_USAGE;
});

async function quickstart() {
  await prepare();
  process.loadEnvFile(inProject('.env'));
  const port = Number(process.env.PORT || 1337);
  const url = `http://localhost:${port}`;
  if (!(await isPortFree(process.env.HOST || '0.0.0.0', port))) return tellWhoHasThePort(url, port);
  const env = { NODE_ENV: process.env.NODE_ENV || 'production', PORT: String(port) };
  await importSamples(env);
  const server = await step('Starting the server', () => startServer({ env, url, logFile: '.tmp/quickstart.log' }));
  process.stdout.write(welcome(url));
  return untilStopped(server);
}

async function quickstartCheck() {
  forgetReports(['quickstart']);
  await prepare();
  const env = await separateSettings('quickstart-check');
  const url = `http://127.0.0.1:${env.PORT}`;
  const list = new Checklist();
  try {
    await importSamples(env);
    const logFile = '.tmp/quickstart-check.log';
    const server = await step('Starting the server', () => startBehindImport(list, { env, url, logFile }));
    try {
      await step('Asking REST and GraphQL', () => checkSamples(list, url));
    } finally {
      await server.stop();
    }
  } finally {
    removeDatabase(env.DATABASE_FILENAME);
  }
  list.write('quickstart');
  return summarise('quickstart', [{ suite: 'quickstart', code: 0 }]);
}

async function prepare() {
  ensureNode();
  await step('Packages', () => ensureDependencies());
  await step('Secrets', () => ensureEnvFile());
  await step('Application and admin panel', async () => {
    await ensureAdminBuilt();
    await ensureCompiled();
  });
}

async function importSamples(env) {
  if (!existsSync(inProject('samples'))) throw new SetupError('samples/ is missing: the checkout is not complete.');
  const args = ['scripts/launch.mjs', 'import', 'samples', '--status', 'published'];
  const code = await step('Importing samples/', () => runNode(args, { env: { ...process.env, ...env } }));
  if (code !== 0) throw new SetupError(`The samples could not be imported (exit code ${code}): see above.`);
}

/** An earlier quickstart that still runs is no failure: its addresses are what the person came for. */
async function tellWhoHasThePort(url, port) {
  if (await isCopydesk(url)) {
    say(`copydesk already runs on port ${port}.`);
    process.stdout.write(welcome(url));
    return 0;
  }
  throw new SetupError(`Port ${port} is taken by another program: choose one, as in PORT=1400 npm run quickstart.`);
}

async function isCopydesk(url) {
  if (!(await isHealthy(url))) return false;
  const response = await fetch(`${url}/api/ranking-lists?pagination[pageSize]=1`);
  return response.ok;
}

/** Ctrl-C reaches the server too, which then stops in its own time; a server that ends by itself is a failure. */
async function untilStopped(server) {
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (!asked) say('Stopping …');
      asked = true;
      server.stop();
    });
  }
  await server.ended;
  if (asked) return 0;
  throw new SetupError('The server ended by itself: its log is in .tmp/quickstart.log.');
}
