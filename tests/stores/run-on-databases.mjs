/**
 * `npm run test:databases`: the suites of the stores on SQLite and on real PostgreSQL and MySQL or MariaDB servers, each boot on a database of its own
 * that is dropped afterwards. A server that does not answer is a failure.
 */
import { connect } from 'node:net';
import { ensureCompiled } from '../../scripts/setup/ensure-compiled.mjs';
import { ensureDependencies } from '../../scripts/setup/ensure-dependencies.mjs';
import { ensureEnvFile } from '../../scripts/setup/ensure-env-file.mjs';
import { say } from '../../scripts/setup/messages.mjs';
import { runNode } from '../../scripts/setup/run-node.mjs';
import { runCommand } from '../../scripts/setup/setup-error.mjs';

const HOST = '127.0.0.1';
const LIMIT_MS = 3000;
const DATABASES = [
  { client: 'sqlite', port: null, start: '' },
  {
    client: 'postgres',
    port: 5432,
    start: 'docker run -d -p 127.0.0.1:5432:5432 -e POSTGRES_HOST_AUTH_METHOD=trust postgres:15',
  },
  {
    client: 'mysql',
    port: 3306,
    start: 'docker run -d -p 127.0.0.1:3306:3306 -e MARIADB_ALLOW_EMPTY_ROOT_PASSWORD=1 mariadb:10.11',
  },
];

await runCommand(async () => {
  await ensureDependencies();
  await ensureEnvFile();
  await ensureCompiled();
  const outcomes = [];
  for (const database of DATABASES) outcomes.push({ ...database, code: await testOn(database) });
  for (const { client, code } of outcomes) {
    say(`${client}: ${code === 0 ? 'passed' : 'failed'}`);
  }
  return outcomes.every(({ code }) => code === 0) ? 0 : 1;
});

async function testOn({ client, port, start }) {
  if (port !== null && !(await answers(port))) {
    say(`No ${client} server answers at ${HOST}:${port}. Start one, for example: ${start}`);
    return 1;
  }
  say(`The stores on ${client} …`);
  const env = { ...process.env, TEST_DATABASE_CLIENT: client };
  const args = ['node_modules/jest/bin/jest.js', 'tests/stores', '--selectProjects', 'app', '--silent'];
  return runNode(args, { env });
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: HOST, port, timeout: LIMIT_MS });
    const end = (found) => () => {
      socket.destroy();
      resolve(found);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}
