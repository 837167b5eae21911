import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compileWith, withBuildLock } from './ensure-compiled.mjs';
import { fingerprint, listFiles, readStamp } from './fingerprint.mjs';
import { say } from './messages.mjs';
import { ROOT } from './paths.mjs';
import { runNode } from './run-node.mjs';

/** Builds the admin panel where it is missing or made from other sources. Needs the packages and `.env`. */
export async function ensureAdminBuilt(root = ROOT) {
  if (isAdminBuilt(root)) return;
  await withBuildLock(root, async () => {
    if (isAdminBuilt(root)) return;
    say('Building the admin panel (a minute or two) …');
    const state = adminState(root);
    rmSync(stampFile(root), { force: true });
    // `strapi build` compiles the TypeScript sources too, so one compilation serves both.
    await compileWith(root, () => runNode(['node_modules/@strapi/strapi/bin/strapi.js', 'build']));
    writeFileSync(stampFile(root), `${state}\n`);
  });
}

/** @param {string} root */
export function isAdminBuilt(root) {
  if (!existsSync(path.join(root, 'dist', 'build', 'index.html'))) return false;
  return readStamp(stampFile(root)) === adminState(root);
}

const stampFile = (root) => path.join(root, 'dist', '.admin-built');

/** The admin panel is made from the packages, the admin's own sources and the configuration of the admin. */
function adminState(root) {
  const plugins = listFiles(root, 'src/plugins').filter((file) =>
    /^src\/plugins\/[^/]+\/(admin\/|package\.json$)/.test(file),
  );
  const own = [...listFiles(root, 'src/admin'), ...plugins, 'config/admin.ts', 'config/plugins.ts'];
  return fingerprint(root, [...own, 'package-lock.json']);
}
