import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runScript, settingsFor } from './script-run';
import { startApp } from './strapi';

jest.setTimeout(900_000);

const ARTICLE = 'api::article.article';

let folder: string;
let pages: string;
let env: NodeJS.ProcessEnv;

const page = (headline: string, ...paragraphs: readonly string[]): string =>
  [headline, '9:05 JST, April 11, 2025', ...paragraphs].join('\n');

const TIDE = ['A tide gauge was found in a barn. It was wrapped in sailcloth.', 'Nobody knows who wrapped it.'];
const write = (name: string, text: string): void => writeFileSync(path.join(pages, name), text);
const importing = (...args: string[]) => runScript(args, env);

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-plan-'));
  pages = mkdtempSync(path.join(folder, 'pages-'));
  env = settingsFor(folder);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function withApp<Result>(work: (app: Awaited<ReturnType<typeof startApp>>) => Promise<Result>): Promise<Result> {
  const app = await startApp(folder);
  try {
    return await work(app);
  } finally {
    await app.stop({ keep: true });
  }
}

const headlines = () =>
  withApp(async ({ strapi }) => {
    const rows = await strapi.db.query(ARTICLE).findMany({ select: ['headline'], orderBy: { headline: 'asc' } });
    return rows.map(({ headline }: { headline: string }) => headline);
  });

it('a saved plan is carried out as it is, but for what has changed since', async () => {
  write('a.txt', page('Tide Gauge Found', ...TIDE));
  write('b.txt', page('Kite Post Arrives', 'The kite post has arrived. It was late.', 'It brought a letter.'));
  write('c.txt', page('Gulls Return', 'The gulls have returned. Nobody called them.', 'They are loud.'));
  await importing(pages);
  write('a.txt', page('Tide Gauge Found', TIDE[0] ?? '', 'A sailor knows who wrapped it.'));
  write('b.txt', page('Kite Post Arrives', 'The kite post has arrived. It was early.', 'It brought a letter.'));
  write('d.txt', page('Ferry Sinks', 'The ferry has sunk at its pier. Nobody was on it.', 'It was old.'));
  const file = path.join(folder, 'monday.plan');

  const planned = await importing('plan', '--out', file, pages);
  expect(planned.stderr).toContain('Plan, nothing was written: 4 documents read: 1 created, 2 updated, 1 unchanged');
  expect(planned.code).toBe(0);
  expect(planned.stdout).toContain('body, paragraph 2');
  expect(planned.stdout).toContain('Nobody knows who');
  expect(planned.stdout).toContain('A sailor knows');
  expect(planned.stdout).not.toContain('sailcloth');
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ path: name, action }) => [name, action])).toEqual([
    [undefined, undefined],
    ['a.txt', 'update'],
    ['b.txt', 'update'],
    ['c.txt', 'unchanged'],
    ['d.txt', 'create'],
    [undefined, undefined],
  ]);
  expect(await headlines()).toEqual(['Gulls Return', 'Kite Post Arrives', 'Tide Gauge Found']);

  await withApp(async ({ strapi }) => {
    const { documentId } = await strapi.db.query(ARTICLE).findOne({ where: { headline: 'Kite Post Arrives' } });
    await strapi.documents(ARTICLE).update({ documentId, data: { kicker: 'Edited since' } as never });
  });
  write('d.txt', page('Ferry Floats', 'The ferry floats at its pier. Nobody is on it.', 'It is old.'));
  write('e.txt', page('Not Planned', 'This was not planned. It came later.', 'So it waits.'));
  rmSync(path.join(pages, 'c.txt'));

  const done = await importing('--format', 'json', '--plan', file);
  const codes = JSON.parse(done.stdout).documents.map((document: any) => [
    document.path,
    document.diagnostics.at(-1).code,
  ]);
  expect(codes).toEqual([
    ['b.txt', 'plan-outdated'],
    ['d.txt', 'plan-source-changed'],
    ['e.txt', 'plan-lacks-document'],
    ['c.txt', 'plan-source-missing'],
  ]);
  expect(done.code).toBe(1);
  expect(await headlines()).toEqual(['Gulls Return', 'Kite Post Arrives', 'Tide Gauge Found']);

  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.slice(0, text.trimEnd().lastIndexOf('\n')));
  expect(await importing('--plan', file)).toMatchObject({ code: 3, stderr: expect.stringContaining('cut off') });
  writeFileSync(file, text.replace('"parserVersion":"', '"parserVersion":"0'));
  expect(await importing('--plan', file)).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('another version'),
  });
  writeFileSync(file, 'Dear diary\n');
  expect(await importing('--plan', file)).toMatchObject({ code: 2, stderr: expect.stringContaining('is no plan') });
});

it('sources that are gone are named, and deleted on demand: not too many, and none that an editor changed', async () => {
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    write(`${name}.txt`, page(`Harbor Note ${name}`, `This is the note called ${name}. It is short.`, 'It ends here.'));
  }
  await importing(pages);
  rmSync(path.join(pages, 'a.txt'));
  rmSync(path.join(pages, 'b.txt'));
  const named = await importing('--format', 'json', pages);
  expect(JSON.parse(named.stdout).vanished).toMatchObject({
    known: 5,
    count: 2,
    sources: ['a.txt', 'b.txt'],
    deleted: 0,
  });
  expect(named.stderr).toContain('2 of 5 known sources were not there any more');
  expect(named.code).toBe(0);

  const stopped = await importing('--delete-missing', pages);
  expect(stopped.stderr).toContain('more than 10 percent');
  expect(stopped.code).toBe(1);
  const unreadable = await importing(
    '--delete-missing',
    '--delete-at-most',
    '100',
    pages,
    path.join(folder, 'nowhere'),
  );
  expect(unreadable.stderr).toContain('Nothing was deleted, since not all');
  expect(await headlines()).toHaveLength(5);

  await withApp(async ({ strapi }) => {
    const { documentId } = await strapi.db.query(ARTICLE).findOne({ where: { headline: 'Harbor Note b' } });
    await strapi.documents(ARTICLE).update({ documentId, data: { kicker: 'Mine' } as never });
  });
  const planned = await importing('plan', pages);
  expect(planned.stderr).toContain(
    '2 of 5 known sources are not there any more:\n  a.txt\n  b.txt\nTheir entries stay;',
  );
  expect(planned.code).toBe(0);
  const tooMany = await importing('--dry-run', '--delete-missing', pages);
  expect(tooMany.stderr).toContain('Nothing would be deleted, since that is more than 10 percent');
  expect(tooMany.code).toBe(1);
  const dry = await importing('--dry-run', '--delete-missing', '--delete-at-most', '40', '--format', 'json', pages);
  expect(dry.stderr).toContain('Their entries would be deleted, except those that an editor changed.');
  expect(JSON.parse(dry.stdout).vanished).toMatchObject({ known: 5, count: 2, deleted: 0, isStopped: false });
  expect(await headlines()).toHaveLength(5);

  const deleted = await importing('--delete-missing', '--delete-at-most', '40', pages);
  expect(deleted.stderr).toContain('1 were deleted, 1 kept');
  expect(deleted.code).toBe(0);
  expect(await headlines()).toEqual(['b', 'c', 'd', 'e'].map((name) => `Harbor Note ${name}`));
  write('a.txt', page('Harbor Note a', 'This is the note called a. It is short.', 'It ends here.'));
  expect((await importing(pages)).stderr).toContain('4 documents read: 1 created, 3 unchanged');
});

it.each([
  [['--delete-missing', '--limit', '3', 'x'], 'exclude each other'],
  [['--update-only', '--create-only', 'x'], 'leave nothing to do'],
  [['--fields', 'headlin', 'x'], 'did you mean headline?'],
  [['--on-conflict', 'ask', 'x'], 'Allowed choices are keep, overwrite'],
  [['--plan', 'x', '--restore'], 'cannot be used with'],
  [['--restor', 'x'], 'Did you mean --restore?'],
])('exits with 2 and a sentence for %j', async (args, sentence) => {
  const { code, stderr } = await importing(...args);
  expect(stderr).toContain(sentence);
  expect(code).toBe(2);
});

it('what a run rejected is read again alone, from the paths of that run', async () => {
  write('a.txt', page('Lamp Lit Again', 'The lamp has been lit. It burns all night.', 'Ships see it.'));
  write('b.txt', '');
  expect((await importing(pages)).code).toBe(1);
  write('a.txt', page('Lamp Lit Again', 'The lamp has been lit. It burns all day.', 'Ships see it.'));
  write('b.txt', page('Buoy Adrift', 'A buoy has gone adrift. It was the red one.', 'Nobody has seen it.'));
  const retried = await importing('--retry-failed', 'latest');
  expect(retried.stderr).toContain('1 documents read: 1 created');
  expect(retried.stderr).not.toContain('not there any more');
  expect(retried.code).toBe(0);
  expect(await headlines()).toEqual(['Buoy Adrift', 'Lamp Lit Again']);
  expect(await importing('--retry-failed', 'zzz')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There is no run "zzz"'),
  });
  expect((await importing('--retry-failed', 'latest', '--delete-missing')).code).toBe(2);
});

it('a file of one name in another folder, and another text on standard input, is no new version', async () => {
  const [monday, tuesday] = ['monday', 'tuesday'].map((day) => path.join(pages, day)) as [string, string];
  const gulls = page('Gulls Return', 'The gulls have returned. Nobody called them.').replace('April 11', 'April 12');
  for (const day of [monday, tuesday]) mkdirSync(day);
  write('monday/page1.txt', page('Tide Gauge Found', ...TIDE));
  write('tuesday/page1.txt', gulls);
  const planned = await importing('--dry-run', monday, tuesday);
  expect(planned.stderr).toContain('2 documents read: 1 created, 1 rejected');
  const run = await importing('--format', 'json', monday, tuesday);
  expect([run.code, JSON.parse(run.stdout).documents[0].diagnostics[0].code]).toEqual([1, 'name-taken']);
  expect(await headlines()).toEqual(['Tide Gauge Found']);
  expect((await runScript(['-'], env, gulls)).stderr).toContain('1 documents read: 1 created');
  expect((await runScript(['-'], env, page('Buoy Adrift', 'A buoy has gone adrift.'))).stderr).toContain('1 created');
  expect(await headlines()).toEqual(['Buoy Adrift', 'Gulls Return', 'Tide Gauge Found']);
});
