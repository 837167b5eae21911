import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runModule, temporaryFolder } from './run-module';

const LOCK = {
  packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } },
};

function checkout(installed: object | null): string {
  const root = temporaryFolder();
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify(LOCK));
  if (installed === null) return root;
  mkdirSync(path.join(root, 'node_modules'));
  writeFileSync(path.join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
  return root;
}

async function areInstalled(root: string): Promise<string> {
  const { stdout } = await runModule(
    `import { areInstalled } from '@setup/ensure-dependencies.mjs'; console.log(areInstalled('${root}'));`,
  );
  return stdout.trim();
}

describe('the packages', () => {
  it.each([
    ['none installed', null, 'false'],
    ['the same versions, another platform’s left out', { 'node_modules/a': { version: '1.0.0' } }, 'true'],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }, 'false'],
    ['one missing', { 'node_modules/c': { version: '1.0.0' } }, 'false'],
    ['another version of an optional one', { ...LOCK.packages, 'node_modules/b': { version: '2.1.0' } }, 'false'],
  ])('%s', async (_name, installed, expected) => {
    expect(await areInstalled(checkout(installed))).toBe(expected);
  });

  it('count as installed where npm was content with just this lockfile, and no longer when the lockfile changes', async () => {
    const root = checkout({ 'node_modules/a': { version: '1.0.1' } });
    const lock = path.join(root, 'package-lock.json');
    const hash = createHash('sha256').update(readFileSync(lock)).digest('hex');
    writeFileSync(path.join(root, 'node_modules', '.copydesk-lock'), `${hash}\n`);
    expect(await areInstalled(root)).toBe('true');
    writeFileSync(lock, JSON.stringify({ ...LOCK, changed: true }));
    expect(await areInstalled(root)).toBe('false');
  });

  it('are not installed through a link, which leads to someone else’s', async () => {
    const root = checkout(null);
    const elsewhere = temporaryFolder();
    symlinkSync(elsewhere, path.join(root, 'node_modules'));
    const { code, stderr } = await runModule(`import { ensureDependencies } from '@setup/ensure-dependencies.mjs';
      import { runCommand } from '@setup/setup-error.mjs';
      await runCommand(() => ensureDependencies('${root}'));`);
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringMatching(/^node_modules is a link .*\n$/) });
  });
});

describe('Node', () => {
  it.each([
    ['18.20.1', 3],
    ['20.18.3', 3],
    ['20.19.0', 0],
    ['22.1.0', 0],
  ])('%s', async (version, expected) => {
    const { code } = await runModule(`import { ensureNode } from '@setup/ensure-node.mjs';
      import { runCommand } from '@setup/setup-error.mjs';
      await runCommand(async () => ensureNode('${version}'));`);
    expect(code).toBe(expected);
  });
});

describe('launch', () => {
  it('says how it is used, with exit code 2, where the verb is unknown', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/launch.mjs', 'nonsense'], { cwd: ROOT });
    expect(status).toBe(2);
    expect(stderr.toString()).toMatch(/^Usage: .*import.*\n$/);
  });

  it('tells an unexpected failure in one line', async () => {
    const code = `import { runCommand } from '@setup/setup-error.mjs'; await runCommand(() => { throw new TypeError('odd'); });`;
    const outcome = await runModule(code);
    expect(outcome.code).toBe(3);
    expect(outcome.stderr.split('\n')).toHaveLength(2);
  });

  it('and every script around it imports nothing but Node and its neighbours: they run before any package is there', () => {
    const scripts = path.join(ROOT, 'scripts');
    const files = readdirSync(scripts, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.mjs'));
    const imports = files.flatMap((file) => [
      ...readFileSync(path.join(scripts, file), 'utf8').matchAll(/^(?:import|\} from) [^;]*?'([^']+)';$/gm),
    ]);
    const modules = imports.map(([, name = '']) => name);
    expect(modules).toContain('./setup/ensure-dependencies.mjs');
    expect(modules.filter((name) => !/^(node:|\.)/.test(name))).toEqual([]);
  });
});
