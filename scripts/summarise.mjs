/** `node scripts/summarise.mjs NAME SUITE=EXIT_CODE …`: adds up what the suites reported, for .ci/run. */
import { runCommand } from './setup/setup-error.mjs';
import { summarise } from './setup/summary.mjs';

await runCommand(() => {
  const [name = 'all', ...pairs] = process.argv.slice(2);
  const steps = pairs.map((pair) => pair.split('=')).map(([suite, code]) => ({ suite, code: Number(code) }));
  return summarise(name, steps);
});
