import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findFiles } from '../../scripts/import/find-sources';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-found-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), 'x');
  }
}

async function found(paths: readonly string[], isWanted?: (path: string) => boolean): Promise<readonly string[]> {
  const list = await findFiles(paths, isWanted);
  const names = [...list].map((item) => ('reason' in item ? `${item.path}: ${item.reason}` : item.path));
  expect(list.length).toBe(names.length);
  list.close();
  return names;
}

describe('the files that paths name', () => {
  it('come in the order of the paths, and of their names below each', async () => {
    write('b/2.txt', 'b/10.txt', 'b/c/1.txt', 'a.txt', '.hidden', 'b/.git/x');
    expect(await found([path.join(folder, 'b'), folder])).toEqual(['10.txt', '2.txt', 'c/1.txt', 'a.txt']);
  });

  it('are thousands without one lost or doubled', async () => {
    const names = Array.from({ length: 2500 }, (_, at) => `${at % 7}/${at}.txt`);
    write(...names);
    expect(await found([folder, folder])).toEqual(names.toSorted());
  });

  it('are looked for behind links, but not in a circle', async () => {
    write('one/a.txt', 'two/b.txt');
    symlinkSync(path.join(folder, 'one'), path.join(folder, 'two/linked'));
    symlinkSync(folder, path.join(folder, 'two/up'));
    symlinkSync(path.join(folder, 'nothing'), path.join(folder, 'two/nowhere'));
    expect(await found([path.join(folder, 'two')])).toEqual(['b.txt', 'linked/a.txt', 'up/one/a.txt']);
    expect(await found([path.join(folder, 'two/up/one')])).toEqual(['a.txt']);
  });

  it('are left out where they are not wanted', async () => {
    write('a.txt', 'b.txt');
    expect(await found([folder], (name) => name === 'b.txt')).toEqual(['b.txt']);
  });

  it('are named by globs, by themselves, and as what is not there', async () => {
    write('a.txt', 'b.md');
    const missing = path.join(folder, 'c.txt');
    const names = [path.join(folder, '*.md'), path.join(folder, 'a.txt'), missing, '-'];
    expect(await found(names)).toEqual([
      path.relative(process.cwd(), path.join(folder, 'b.md')),
      'a.txt',
      `${missing}: there is no such file, folder or match`,
      '-',
    ]);
  });
});
