import { existsSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runModule, temporaryFolder } from './run-module';

/** A project of two files that compile. */
function project(): string {
  const root = temporaryFolder();
  mkdirSync(path.join(root, 'src', 'admin'), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
  const compilerOptions = {
    outDir: 'dist',
    rootDir: '.',
    incremental: true,
    noEmitOnError: true,
    tsBuildInfoFile: 'dist/.tsbuildinfo',
    types: [],
  };
  writeFileSync(path.join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  writeFileSync(path.join(root, 'src', 'first.ts'), 'export const first = 1;\n');
  writeFileSync(path.join(root, 'src', 'second.ts'), 'export const second = 2;\n');
  return root;
}

const call = (root: string, body: string) =>
  runModule(`import { ensureCompiled, isCompiled } from '@setup/ensure-compiled.mjs';
    import { runCommand } from '@setup/setup-error.mjs';
    const root = '${root}';
    await runCommand(async () => { ${body} });`);

const compile = (root: string) => call(root, 'await ensureCompiled(root);');
const isCompiled = async (root: string) =>
  (await call(root, 'console.log(isCompiled(root));')).stdout.trim() === 'true';
const output = (root: string, name: string) => path.join(root, 'dist', 'src', `${name}.js`);

describe('the compiled sources', () => {
  it('are made once and then known to be fresh', async () => {
    const root = project();
    expect(await isCompiled(root)).toBe(false);
    await compile(root);
    expect(existsSync(output(root, 'first'))).toBe(true);
    expect(await isCompiled(root)).toBe(true);
  });

  it('are stale when a source is written, added or removed, not when the admin panel changes', async () => {
    const root = project();
    await compile(root);
    writeFileSync(path.join(root, 'src', 'admin', 'app.ts'), 'export {};\n');
    expect(await isCompiled(root)).toBe(true);
    utimesSync(path.join(root, 'src', 'first.ts'), 1, 1);
    expect(await isCompiled(root)).toBe(false);
    await compile(root);
    rmSync(path.join(root, 'src', 'second.ts'));
    expect(await isCompiled(root)).toBe(false);
  });

  it('lose the output whose source was removed', async () => {
    const root = project();
    await compile(root);
    rmSync(path.join(root, 'src', 'second.ts'));
    await compile(root);
    expect(existsSync(output(root, 'second'))).toBe(false);
    expect(existsSync(output(root, 'first'))).toBe(true);
  });

  it('come back when someone removed them behind the back of the compiler', async () => {
    const root = project();
    await compile(root);
    rmSync(path.join(root, 'dist', 'src'), { recursive: true });
    expect(await isCompiled(root)).toBe(false);
    await compile(root);
    expect(existsSync(output(root, 'first'))).toBe(true);
  });

  it('end with exit code 3 and the messages of the compiler, without a stack trace, where a source is wrong', async () => {
    const root = project();
    writeFileSync(path.join(root, 'src', 'wrong.ts'), 'export const wrong: number = "text";\n');
    const { code, stderr } = await compile(root);
    expect(code).toBe(3);
    expect(stderr).toContain('error TS2322');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(await isCompiled(root)).toBe(false);
  });

  it('survive two processes at once', async () => {
    const root = project();
    const outcomes = await Promise.all([compile(root), compile(root), compile(root)]);
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(outcomes.filter(({ stderr }) => stderr.includes('Compiling'))).toHaveLength(1);
    expect(await isCompiled(root)).toBe(true);
  });
});
