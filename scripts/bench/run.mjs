/** `npm run bench -- CASE`: compiles where needed, then measures. */
import { createRequire } from 'node:module';
import { ensureCompiled } from '../setup/ensure-compiled.mjs';
import { ensureDependencies } from '../setup/ensure-dependencies.mjs';
import { ensureEnvFile } from '../setup/ensure-env-file.mjs';
import { ensureNode } from '../setup/ensure-node.mjs';
import { inProject } from '../setup/paths.mjs';
import { runCommand } from '../setup/setup-error.mjs';

const require = createRequire(import.meta.url);

await runCommand(async () => {
  ensureNode();
  await ensureDependencies();
  await ensureEnvFile();
  await ensureCompiled();
  process.loadEnvFile(inProject('.env'));
  return require(inProject('dist', 'scripts', 'bench', 'main.js')).main(process.argv.slice(2));
});
