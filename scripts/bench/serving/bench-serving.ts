import Table from 'cli-table3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freshDatabase, type DatabaseKind, type TortureDatabase } from '../../torture/databases';
import { runImporter } from '../../torture/run-importer';
import { openPanel, type Panel } from '../queries/panel';
import { FOLDER } from '../settings';
import { corpusFolder, writeCorpus } from '../write-corpus';
import { callRegularly, quantile, type Calls } from './regular-calls';
import { startServer, type ServerProcess } from './server-process';

/** What is there before, and what is imported, and then imported again with other texts, while readers and an editor are at work. */
const BEFORE = 1000;
const DOCUMENTS = 10_000;

/** Entries that the panel lists at once. */
const PAGE_SIZE = 100;

/** A light load: readers ask five times a second, an editor saves twice. */
const READ_EVERY_MS = 200;
const WRITE_EVERY_MS = 500;
const QUIET_MS = 20_000;

const READS = [
  '/api/articles?sort=datePublished:desc&populate=*',
  '/api/rankings',
  '/api/tags?pagination[pageSize]=50',
];
const ARTICLES = '/content-manager/collection-types/api::article.article';

/** How reads and writes went in one stretch of time. */
interface Stretch {
  readonly reads: Calls;
  readonly writes: Calls;
}

const succeeds = (call: Promise<unknown>): Promise<boolean> =>
  call.then(
    () => true,
    () => false,
  );

/** Readers and an editor, who saves one article after the other, at work until it is over. */
async function work(panel: Panel, articles: readonly string[], isOver: () => boolean): Promise<Stretch> {
  let turn = 0;
  const read = (): Promise<boolean> => succeeds(panel.get(READS[(turn += 1) % READS.length] ?? ''));
  const write = (): Promise<boolean> =>
    succeeds(panel.put(`${ARTICLES}/${articles[turn % articles.length]}`, { kicker: `Saved ${(turn += 1)}` }));
  const [reads, writes] = await Promise.all([
    callRegularly(READ_EVERY_MS, isOver, read),
    callRegularly(WRITE_EVERY_MS, isOver, write),
  ]);
  return { reads, writes };
}

/** Works until something else is done. */
async function during(panel: Panel, articles: readonly string[], other: Promise<void>): Promise<Stretch> {
  let isOver = false;
  const ended = other.finally(() => (isOver = true));
  const stretch = await work(panel, articles, () => isOver);
  await ended;
  return stretch;
}

/** What an editor has made, which no import changes. */
async function createArticle(panel: Panel): Promise<readonly string[]> {
  type Created = { readonly data: { readonly documentId: string } };
  const { data } = await panel.post<Created>(ARTICLES, { headline: 'Mine' });
  return [data.documentId];
}

/** Articles from all over those that an import is about to change. */
async function listImported(panel: Panel): Promise<readonly string[]> {
  type Listed = { readonly results: readonly { readonly documentId: string }[] };
  const pages: string[] = [];
  for (let page = 1; page <= BEFORE / PAGE_SIZE; page += 1) {
    const { results } = await panel.get<Listed>(`${ARTICLES}?page=${page}&pageSize=${PAGE_SIZE}&sort=description:asc`);
    pages.push(...results.map(({ documentId }) => documentId));
  }
  return pages;
}

async function importFolder(database: TortureDatabase, folder: string): Promise<void> {
  const { code, stderr } = await runImporter(database, folder, null);
  if (code !== 0) throw new Error(`The import ended with ${code}: ${stderr}`);
}

function describe(name: string, { reads, writes }: Stretch) {
  return {
    ...{ case: name, reads: reads.times.length, failedReads: reads.failed },
    ...{ readP50Ms: quantile(reads, 0.5), readP99Ms: quantile(reads, 0.99) },
    ...{ writes: writes.times.length, failedWrites: writes.failed, slowestWriteMs: quantile(writes, 1) },
  };
}

async function measureOn(server: ServerProcess, database: TortureDatabase, parent: string) {
  const panel = await openPanel(server.url);
  const mine = await createArticle(panel);
  await during(panel, mine, sleep(QUIET_MS / 4));
  const quiet = await during(panel, mine, sleep(QUIET_MS));
  const busy = await during(panel, mine, importFolder(database, corpusFolder(1, parent)));
  const imported = await listImported(panel);
  const changing = await during(panel, imported, importFolder(database, corpusFolder(2, parent)));
  return [
    describe('without an import', quiet),
    describe('during an import', busy),
    describe('of articles that it changes', changing),
  ];
}

async function measure(kind: DatabaseKind, parent: string) {
  const database = await freshDatabase(kind, parent);
  try {
    await importFolder(database, corpusFolder(0, parent));
    const server = await startServer(database.env);
    try {
      return await measureOn(server, database, parent);
    } finally {
      await server.stop();
    }
  } finally {
    await database.drop();
  }
}

/**
 * `npm run bench -- serving`: what readers and an editor feel while an import of 10,000 documents runs, and another one of later texts of the same, of which the
 * editor saves some: on SQLite in the server that they use, on other databases beside it. Calls go to this machine alone.
 */
export async function benchServing(kind: DatabaseKind): Promise<number> {
  const parent = join(FOLDER, 'serving');
  mkdirSync(parent, { recursive: true });
  writeCorpus(0, BEFORE, 0, parent);
  writeCorpus(BEFORE, BEFORE + DOCUMENTS, 1, parent);
  writeCorpus(BEFORE, BEFORE + DOCUMENTS, 2, parent);
  const results = await measure(kind, parent);
  const [quiet, busy] = results;
  const ratio = (busy?.readP99Ms ?? 0) / (quiet?.readP99Ms ?? 1);
  const lines = [
    ...results.map((result) => ({ bench: 'serving', database: kind, documents: DOCUMENTS, ...result })),
    { bench: 'serving', database: kind, ratio: 'read p99 during/without', value: Math.round(ratio * 100) / 100 },
  ];
  for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
  const head = ['', 'reads', 'failed', 'p50 ms', 'p99 ms', 'writes', 'failed', 'slowest ms'];
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const { case: name, ...figures } of results) table.push([name, ...Object.values(figures)]);
  process.stderr.write(`${table.toString()}\n${kind}: p99 ${ratio.toFixed(1)} times as long.\n`);
  return 0;
}
