/** Checks the types of every part that has its own TypeScript settings; nothing is written. */
import { existsSync } from 'node:fs';
import { step } from './setup/messages.mjs';
import { inProject } from './setup/paths.mjs';
import { runNode } from './setup/run-node.mjs';
import { runCommand } from './setup/setup-error.mjs';

/** The admin panel's code runs in browsers and has settings of its own. */
const PROJECTS = ['tsconfig.json', 'tests/tsconfig.json', 'src/admin/tsconfig.json'];

await runCommand(async () => {
  const failures = [];
  for (const project of PROJECTS.filter((file) => existsSync(inProject(file)))) {
    const code = await step(`Types of ${project}`, () => check(project));
    if (code !== 0) failures.push(project);
  }
  return failures.length === 0 ? 0 : 1;
});

function check(project) {
  return runNode(['node_modules/typescript/bin/tsc', '--noEmit', '--incremental', 'false', '-p', project]);
}
