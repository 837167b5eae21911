import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import Table from 'cli-table3';
import type { ParsedDocument } from '../../../src/importer/documents';
import { rankingTables } from '../../../src/rankings/tables';
import { resolveStep } from '../../../src/stores/resolve-links';
import { FOLDER } from '../settings';
import { bootOn } from './boot-on';
import { importAll } from './fill';
import { articleDocument, headlineOf, pageOfRows } from './month';

/** How many articles and rows there are at each measurement; every article is named by one row. */
const SIZES = [10_000, 20_000, 50_000, 100_000] as const;
const ROWS_A_LIST = 10;
/** One row of so many is cut, and links by its beginning. */
const CUT_EVERY = 25;
const CUT_LENGTH = 40;
/** A number without a common divisor with the sizes: neighbours on a list are strangers in the archive. */
const STEP = 7_919;

interface Timed {
  readonly bench: 'linking';
  readonly case: string;
  readonly rows: number;
  readonly articles: number;
  readonly seconds: number;
  /** Processor time: other work on the machine hardly changes it. */
  readonly cpuSeconds: number;
  readonly rowsPerCpuSecond: number;
}

/** Headlines begin with their number, so that a cut one still means one article. */
const headline = (article: number): string => `Number ${article}: ${headlineOf(article)}`;

function rowText(article: number): { readonly headline: string; readonly truncated: boolean } {
  const truncated = article % CUT_EVERY === 0;
  return { truncated, headline: truncated ? `${headline(article).slice(0, CUT_LENGTH)}...` : headline(article) };
}

function* pages(from: number, to: number): Generator<() => ParsedDocument> {
  const rowOf = (place: number): number => from + ((place * STEP) % (to - from));
  for (let start = from; start < to; start += ROWS_A_LIST) {
    const rows = Array.from({ length: ROWS_A_LIST }, (_, at) => rowText(rowOf(start - from + at)));
    yield () => pageOfRows(start / ROWS_A_LIST, rows);
  }
}

function* articles(from: number, to: number): Generator<() => ParsedDocument> {
  for (let number = from; number < to; number += 1) yield () => articleDocument(number, headline(number));
}

async function time(name: string, rows: number, articleCount: number, work: () => Promise<void>): Promise<Timed> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1_000_000;
  const result: Timed = {
    ...{ bench: 'linking', case: name, rows, articles: articleCount },
    seconds: Math.round((performance.now() - started) / 10) / 100,
    cpuSeconds: Math.round(cpuSeconds * 100) / 100,
    rowsPerCpuSecond: Math.round(rows / cpuSeconds),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return result;
}

/** Takes all links away, as if no article had been there yet. */
async function unlink(strapi: Core.Strapi): Promise<void> {
  const { entries, links } = rankingTables(strapi);
  const columns = ['linkState', 'linkMethod', 'candidates'].map((name) => entries.column(name));
  const values = ['unresolved', null, 0];
  await strapi.db.connection(links.name).delete();
  await strapi.db.connection(entries.name).update(Object.fromEntries(columns.map((name, at) => [name, values[at]])));
}

async function resolveAll(strapi: Core.Strapi): Promise<void> {
  let after: number | null = 0;
  while (after !== null) after = (await resolveStep(strapi, after)).next;
}

/** Every row has to be linked, on the draft and on the published list, or the time means nothing. */
async function checkLinks(strapi: Core.Strapi, rows: number): Promise<void> {
  const [found] = await strapi.db.connection(rankingTables(strapi).links.name).count({ links: '*' });
  if (Number(found?.links) !== 2 * rows)
    throw new Error(`${rows} rows have ${found?.links} links instead of ${2 * rows}`);
}

async function benchSize(strapi: Core.Strapi, from: number, to: number): Promise<readonly Timed[]> {
  await importAll(strapi, pages(from, to), 'published');
  const arrive = await time('articles arrive that rows wait for', to - from, to, () =>
    importAll(strapi, articles(from, to), 'published'),
  );
  await checkLinks(strapi, to);
  await unlink(strapi);
  const resolve = await time('resolve all rows', to, to, () => resolveAll(strapi));
  await checkLinks(strapi, to);
  const again = await time('resolve once more, nothing to change', to, to, () => resolveAll(strapi));
  return [arrive, resolve, again];
}

function printTable(results: readonly Timed[]): void {
  const table = new Table({
    head: ['case', 'rows', 'articles', 'seconds', 'CPU seconds', 'rows per CPU second'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const { case: name, rows, articles: count, seconds, cpuSeconds, rowsPerCpuSecond } of results) {
    table.push([name, rows, count, seconds, cpuSeconds, rowsPerCpuSecond]);
  }
  process.stderr.write(`${table.toString()}\n`);
}

/** `npm run bench -- linking`: rows of ranking lists against as many articles, through the bulk store and through `resolve`. */
export async function benchLinking(): Promise<number> {
  const strapi = await bootOn(join(FOLDER, 'linking.db'));
  try {
    const results: Timed[] = [];
    let from = 0;
    for (const to of SIZES) {
      results.push(...(await benchSize(strapi, from, to)));
      from = to;
    }
    printTable(results);
    return 0;
  } finally {
    await strapi.destroy();
  }
}
