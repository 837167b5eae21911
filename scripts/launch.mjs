/**
 * The way into the compiled application: `node scripts/launch.mjs VERB [ARGS]`.
 * Each verb first sees to it that what it stands on is there, then works in this very process.
 */
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { ensureAdminBuilt } from './setup/ensure-admin-built.mjs';
import { ensureCompiled } from './setup/ensure-compiled.mjs';
import { ensureDependencies } from './setup/ensure-dependencies.mjs';
import { ensureEnvFile } from './setup/ensure-env-file.mjs';
import { ensureNode } from './setup/ensure-node.mjs';
import { say } from './setup/messages.mjs';
import { inProject, ROOT } from './setup/paths.mjs';
import { isPortFree } from './setup/ports.mjs';
import { runNode } from './setup/run-node.mjs';
import { runCommand, SetupError } from './setup/setup-error.mjs';

const require = createRequire(import.meta.url);

const EXIT_WRONG_USAGE = 2;
const VERBS = {
  setup,
  import: (args) => runScript('import', args),
  fuzz: (args) => runScript('fuzz', args),
  torture: (args) => runScript('torture', args),
  start,
  develop,
  build,
};

await runCommand(() => {
  const [verb = '', ...args] = process.argv.slice(2);
  ensureNode();
  if (Object.hasOwn(VERBS, verb)) return VERBS[verb](args);
  say(`Usage: node scripts/launch.mjs ${Object.keys(VERBS).join('|')} [ARGUMENTS]`);
  return EXIT_WRONG_USAGE;
});

/** Packages, secrets, compiled sources. */
async function setup() {
  await ensureDependencies();
  await ensureEnvFile();
  await ensureCompiled();
}

/** A script of scripts/*.ts, compiled; it is called as a function and gives the exit code. */
async function runScript(name, args) {
  await setup();
  const script = inProject('dist', 'scripts', `${name}.js`);
  if (!existsSync(script)) throw new SetupError(`scripts/${name}.ts is missing: the checkout is not complete.`);
  return require(script).main(args);
}

/** Serves in this process, so that a process manager's signals reach Strapi itself. */
async function start() {
  await build();
  process.loadEnvFile(inProject('.env'));
  process.env.NODE_ENV ??= 'production';
  process.chdir(ROOT);
  const port = Number(process.env.PORT || 1337);
  if (!(await isPortFree(process.env.HOST || '0.0.0.0', port))) {
    throw new SetupError(`Port ${port} is taken: set PORT to another, or stop what runs there.`);
  }
  const unlock = await takeDatabase();
  const application = require('@strapi/strapi').createStrapi({ appDir: ROOT, distDir: inProject('dist') });
  await application.load().catch((error) => {
    throw new SetupError(`The application could not start: ${error.message || error.code}`);
  });
  await application.start();
  await unlock();
}

/**
 * On SQLite only one process may write: an import that has the database is waited for, and one that begins now waits until the server has
 * said that it is there. Then the import hands its documents over.
 */
async function takeDatabase() {
  const { sqlitePath } = require(inProject('dist', 'scripts', 'import', 'sqlite-path.js'));
  const { lockDatabase } = require(inProject('dist', 'scripts', 'import', 'lock-database.js'));
  const database = sqlitePath();
  if (database === null) return () => Promise.resolve();
  return lockDatabase(database).catch((error) => {
    throw new SetupError(error.message);
  });
}

async function develop(args) {
  await ensureDependencies();
  await ensureEnvFile();
  return runNode(['node_modules/@strapi/strapi/bin/strapi.js', 'develop', ...args], { stdio: 'inherit' });
}

async function build() {
  await ensureDependencies();
  await ensureEnvFile();
  await ensureAdminBuilt();
  await ensureCompiled();
  say('The application is built.');
}
