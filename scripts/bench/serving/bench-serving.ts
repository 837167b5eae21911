import Table from 'cli-table3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freshDatabase, type DatabaseKind } from '../../torture/databases';
import { runImporter } from '../../torture/run-importer';
import { openPanel, type Panel } from '../queries/panel';
import { FOLDER } from '../settings';
import { corpusFolder, writeCorpus } from '../write-corpus';
import { callRegularly, quantile, type Calls } from './regular-calls';
import { startServer } from './server-process';

/** What is there before, and what is imported while readers and an editor are at work. */
const BEFORE = 1000;
const DOCUMENTS = 10_000;

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

/** Readers and an editor at work until it is over. */
async function work(panel: Panel, documentId: string, isOver: () => boolean): Promise<Stretch> {
  let turn = 0;
  const read = (): Promise<boolean> => succeeds(panel.get(READS[(turn += 1) % READS.length] ?? ''));
  const write = (): Promise<boolean> =>
    succeeds(panel.put(`${ARTICLES}/${documentId}`, { kicker: `Saved ${(turn += 1)}` }));
  const [reads, writes] = await Promise.all([
    callRegularly(READ_EVERY_MS, isOver, read),
    callRegularly(WRITE_EVERY_MS, isOver, write),
  ]);
  return { reads, writes };
}

/** Works until something else is done. */
async function during<Value>(panel: Panel, documentId: string, other: Promise<Value>) {
  let isOver = false;
  const ended = other.finally(() => (isOver = true));
  const stretch = await work(panel, documentId, () => isOver);
  return { stretch, value: await ended };
}

function describe(name: string, { reads, writes }: Stretch) {
  return {
    ...{ case: name, reads: reads.times.length, failedReads: reads.failed },
    ...{ readP50Ms: quantile(reads, 0.5), readP99Ms: quantile(reads, 0.99) },
    ...{ writes: writes.times.length, failedWrites: writes.failed, slowestWriteMs: quantile(writes, 1) },
  };
}

async function measure(kind: DatabaseKind, parent: string) {
  const database = await freshDatabase(kind, parent);
  try {
    await runImporter(database, corpusFolder(0, parent), null);
    const server = await startServer(database.env);
    try {
      const panel = await openPanel(server.url);
      const { data } = await panel.post<{ readonly data: { readonly documentId: string } }>(ARTICLES, {
        headline: 'Mine',
      });
      await during(panel, data.documentId, sleep(QUIET_MS / 4));
      const quiet = await during(panel, data.documentId, sleep(QUIET_MS));
      const started = performance.now();
      const busy = await during(panel, data.documentId, runImporter(database, corpusFolder(1, parent), null));
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      if (busy.value.code !== 0) throw new Error(`The import ended with ${busy.value.code}: ${busy.value.stderr}`);
      return {
        seconds,
        results: [describe('without an import', quiet.stretch), describe('during an import', busy.stretch)],
      };
    } finally {
      await server.stop();
    }
  } finally {
    await database.drop();
  }
}

/**
 * `npm run bench -- serving`: what readers and an editor feel while an import of 10,000 documents runs: on SQLite in the server that they use, on other databases
 * beside it. Calls go to this machine alone.
 */
export async function benchServing(kind: DatabaseKind): Promise<number> {
  const parent = join(FOLDER, 'serving');
  mkdirSync(parent, { recursive: true });
  writeCorpus(0, BEFORE, 0, parent);
  writeCorpus(BEFORE, BEFORE + DOCUMENTS, 1, parent);
  const { seconds, results } = await measure(kind, parent);
  const [quiet, busy] = results;
  const ratio = (busy?.readP99Ms ?? 0) / (quiet?.readP99Ms ?? 1);
  const lines = [
    ...results.map((result) => ({ bench: 'serving', database: kind, ...result })),
    { bench: 'serving', database: kind, documents: DOCUMENTS, seconds },
    { bench: 'serving', database: kind, ratio: 'read p99 during/without', value: Math.round(ratio * 100) / 100 },
  ];
  for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
  const head = ['', 'reads', 'failed', 'p50 ms', 'p99 ms', 'writes', 'failed', 'slowest ms'];
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const { case: name, ...figures } of results) table.push([name, ...Object.values(figures)]);
  process.stderr.write(
    `${table.toString()}\n${kind}: ${DOCUMENTS} documents in ${seconds} s; p99 ${ratio.toFixed(1)} times as long.\n`,
  );
  return 0;
}
