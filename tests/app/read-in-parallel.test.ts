import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { readInParallel as Reader } from '../../scripts/import/parallel/read-in-parallel';
import type * as Pool from '../../scripts/import/parallel/worker-pool';
import type { Found } from '../../scripts/import/find-sources';
import { sha256 } from '../../src/importer/normalise/hash';
import type { FindSettled } from '../../src/stores/settled-sources';
import type { DocumentRecord } from '../../src/importer/records';

// Workers run what is compiled.
const { readInParallel } = jest.requireActual(path.resolve('dist/scripts/import/parallel/read-in-parallel.js')) as {
  readInParallel: typeof Reader;
};
const { startWorkers, forgetRead } = jest.requireActual(
  path.resolve('dist/scripts/import/parallel/worker-pool.js'),
) as typeof Pool;

const HOW = {
  options: { fieldMap: {}, maxDocumentSize: 8, maxArchiveSize: 100 },
  importedAt: '2025-05-01T00:00:00.000Z',
};

const page = (at: number): string =>
  [
    `Gull No. ${at} Returns to Harbor`,
    '14:15 JST, April 10, 2025',
    'It was seen on the quay. It had not been missed.',
  ].join('\n');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-parallel-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): Found {
  writeFileSync(path.join(folder, name), text);
  return { file: path.join(folder, name), path: name };
}

async function read(
  sources: readonly Found[],
  limit = Infinity,
  findSettled?: FindSettled,
): Promise<readonly DocumentRecord[]> {
  const records: DocumentRecord[] = [];
  for await (const some of readInParallel(sources, limit, { ...HOW, findSettled })) records.push(...some);
  return records;
}

const shown = ({ source, article, diagnostics }: DocumentRecord): string =>
  [source.path, article?.fields.headline ?? diagnostics.map(({ code }) => code).join()].join(': ');

describe('documents that workers read', () => {
  it('come in the order of their files, whatever the files are', async () => {
    const large = `${page(900)}\n${'The harbor was quiet. Nothing else was to be seen on that day.\n'.repeat(50_000)}`;
    const lines = [1, 2].map((at) => JSON.stringify({ text: page(1000 + at), id: String(at) })).join('\n');
    const pages = Array.from({ length: 320 }, (_, at) => file(`page-${at}.txt`, page(at)));
    const sources = [
      ...pages.slice(0, 120),
      file('large.txt', large),
      { file: path.join(folder, 'gone.txt'), path: 'gone.txt' },
      ...pages.slice(120, 200),
      { path: 'nowhere', reason: 'there is no such file' },
      file('records.jsonl', lines),
      ...pages.slice(200),
    ];
    const found = (await read(sources)).map(shown);
    const expected = Array.from({ length: 320 }, (_, at) => `page-${at}.txt: Gull No. ${at} Returns to Harbor`);
    expect(found.slice(0, 120)).toEqual(expected.slice(0, 120));
    expect(found[120]).toBe('large.txt: Gull No. 900 Returns to Harbor');
    expect(found[121]).toBe('gone.txt: unreadable-path');
    expect(found.slice(122, 202)).toEqual(expected.slice(120, 200));
    expect(found[202]).toBe('nowhere: unreadable-path');
    expect(found[203]).toContain('Gull No. 1001 Returns to Harbor');
    expect(found[204]).toContain('Gull No. 1002 Returns to Harbor');
    expect(found.slice(205)).toEqual(expected.slice(200));
  });

  it('stop at the limit', async () => {
    const sources = Array.from({ length: 301 }, (_, at) => file(`limited-${at}.txt`, page(at)));
    expect(await read(sources, 130)).toHaveLength(130);
  });

  it('are the same as without workers', async () => {
    const sources = Array.from({ length: 301 }, (_, at) => file(`same-${at}.txt`, page(at)));
    const records = await read(sources);
    const here = await read(sources.slice(0, 5));
    expect(records.slice(0, 5).map(({ source: { isSettled: _, ...source } }) => source)).toEqual(
      here.map(({ source }) => source),
    );
    expect(records.slice(0, 5).map(({ article }) => ({ ...article?.fields }))).toEqual(
      here.map(({ article }) => article?.fields),
    );
  });

  it('are not read again where their bytes are settled, and are where they changed', async () => {
    const sources = Array.from({ length: 301 }, (_, at) => file(`settled-${at}.txt`, page(at)));
    const hashes = new Map([
      ['settled-0.txt', sha256(page(0))],
      ['settled-1.txt', sha256(page(100))],
    ]);
    const findSettled = (paths: readonly string[]) => Promise.resolve(paths.map((name) => hashes.get(name) ?? null));
    const [same, changed, unknown] = await read(sources, Infinity, findSettled);
    expect(same).toMatchObject({ isUnread: true, article: null, source: { identity: 'path:settled-0.txt' } });
    expect(changed?.article?.fields.headline).toBe('Gull No. 1 Returns to Harbor');
    expect(unknown?.source).toMatchObject({ identity: 'path:settled-2.txt', isSettled: true });
  });

  describe('where workers have begun before', () => {
    const asked: string[] = [];
    const findSettled = (paths: readonly string[]) => {
      asked.push(...paths);
      return Promise.resolve([]);
    };
    /** Twenty tasks of fifty files. */
    const READ_BEFORE = 1000;
    const COUNT = READ_BEFORE + 101;
    let sources: readonly Found[];

    beforeEach(() => {
      sources = Array.from({ length: COUNT }, (_, at) => file(`before-${at}.txt`, page(at)));
      asked.length = 0;
    });

    const headlines = async (): Promise<readonly unknown[]> =>
      (await read(sources, Infinity, findSettled)).map(({ article }) => article?.fields.headline);
    const expected = Array.from({ length: COUNT }, (_, at) => `Gull No. ${at} Returns to Harbor`);

    it('begin with what is read already', async () => {
      startWorkers(sources, HOW);
      expect(await headlines()).toEqual(expected);
      expect(asked).toHaveLength(COUNT - READ_BEFORE);
      expect(asked[0]).toBe(`before-${READ_BEFORE}.txt`);
    });

    it('are read again where another run came between', async () => {
      startWorkers(sources, HOW);
      forgetRead();
      expect(await headlines()).toEqual(expected);
      expect(asked).toHaveLength(COUNT);
    });

    it('are read again where they are other files, or read in another way', async () => {
      startWorkers([...sources].reverse(), HOW);
      expect(await headlines()).toEqual(expected);
      expect(asked).toHaveLength(COUNT);
      startWorkers(sources, { ...HOW, importedAt: '2025-05-02T00:00:00.000Z' });
      await headlines();
      expect(asked).toHaveLength(2 * COUNT);
    });
  });

  it('are settled only where nobody has to look at them', async () => {
    const plain = Array.from({ length: 300 }, (_, at) => file(`plain-${at}.txt`, page(at)));
    const records = await read([file('empty.txt', ''), file('two.jsonl', '{"text":"A"}\n{"text":"B"}'), ...plain]);
    expect(records.slice(0, 4).map(({ source }) => source.isSettled)).toEqual([false, false, false, true]);
  });
});
