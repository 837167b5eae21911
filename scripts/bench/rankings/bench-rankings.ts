import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import Table from 'cli-table3';
import { currentRanking, currentRankings, rankingHistory } from '../../../src/rankings/answers';
import { articleRankings } from '../../../src/rankings/article-rankings';
import { rankingStatistics } from '../../../src/rankings/statistics';
import { FOLDER, SEED } from '../settings';
import { bootOn } from './boot-on';
import { asked, checkMonth } from './check';
import { fillWithMonth } from './fill';
import { repeatMonth } from './repeat-month';
import { headlineOf, timeOf, type MonthSize } from './month';

const MONTH: MonthSize = { days: 30, capturesADay: 24, lists: 12, rows: 10, articles: 5000, seed: SEED };
const READER = { mayReadArticles: true };
const RUNS = 25;
const MONTHS = 10;

interface Timed {
  readonly bench: 'rankings';
  readonly case: string;
  readonly captures: number;
  readonly rows: number;
  readonly medianMs: number;
  /** Processor time of one answer: other work on the machine does not change it. */
  readonly cpuMs: number;
}

type Questions = Readonly<Record<string, () => Promise<unknown>>>;

/** A published article that stands on the newest list of all. */
async function someArticle(strapi: Core.Strapi): Promise<string> {
  const { items } = await currentRankings(strapi, asked({}), READER);
  const ranked = items.flatMap(({ entries }) => entries.flatMap(({ article }) => article ?? []));
  return ranked[0]?.documentId ?? headlineOf(0);
}

async function questionsOf(strapi: Core.Strapi, size: MonthSize): Promise<Questions> {
  const { items } = await currentRankings(strapi, asked({}), READER);
  const key = items[0]?.key ?? '';
  const article = await someArticle(strapi);
  const captures = size.days * size.capturesADay;
  const at = timeOf(size, Math.floor(captures / 2));
  const day = { from: timeOf(size, captures - size.capturesADay), to: timeOf(size, captures), key: null };
  return {
    'current list of a key': () => currentRanking(strapi, key, asked({}), READER),
    'list of a key as of a time': () => currentRanking(strapi, key, asked({ at }), READER),
    'current lists of a section': () => currentRankings(strapi, asked({ section: 'Politics' }), READER),
    'all current lists': () => currentRankings(strapi, asked({}), READER),
    'all lists as of a time': () => currentRankings(strapi, asked({ at }), READER),
    'history, newest 25': () => rankingHistory(strapi, key, asked({}), READER),
    'history, 25 from the middle': () => rankingHistory(strapi, key, asked({ at }), READER),
    'where an article has ranked': () => articleRankings(strapi, article, asked({}), READER),
    'statistics of one day': () => rankingStatistics(strapi, day, 'day'),
  };
}

async function time(ask: () => Promise<unknown>): Promise<Pick<Timed, 'medianMs' | 'cpuMs'>> {
  await ask();
  const spent: number[] = [];
  const before = process.cpuUsage();
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    await ask();
    spent.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(before);
  const median = spent.sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0;
  return { medianMs: Math.round(median * 100) / 100, cpuMs: Math.round((user + system) / RUNS / 10) / 100 };
}

async function timeAll(strapi: Core.Strapi, size: MonthSize): Promise<readonly Timed[]> {
  const captures = size.days * size.capturesADay * size.lists;
  const results: Timed[] = [];
  for (const [name, ask] of Object.entries(await questionsOf(strapi, size))) {
    const counts = { captures, rows: captures * size.rows };
    const result: Timed = { bench: 'rankings', case: name, ...counts, ...(await time(ask)) };
    process.stdout.write(`${JSON.stringify(result)}\n`);
    results.push(result);
  }
  return results;
}

function printTable(small: readonly Timed[], large: readonly Timed[]): void {
  const [one, other] = [small[0]?.captures, large[0]?.captures];
  const table = new Table({
    head: ['query', `${one} captures: ms`, 'CPU ms', `${other} captures: ms`, 'CPU ms', 'CPU ratio'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  small.forEach(({ case: name, medianMs, cpuMs }, at) => {
    const { medianMs: later = 0, cpuMs: laterCpu = 0 } = large[at] ?? {};
    table.push([name, medianMs, cpuMs, later, laterCpu, Math.round((laterCpu / cpuMs) * 100) / 100]);
  });
  process.stderr.write(`${table.toString()}\n`);
}

/**
 * `npm run bench -- rankings`: a generated month of rankings is imported, its answers are compared with a plain reference and timed; then they are
 * timed again with ten times as much.
 */
export async function benchRankings(): Promise<number> {
  const strapi = await bootOn(join(FOLDER, 'rankings.db'));
  const seconds = (since: number): number => Math.round((performance.now() - since) / 1000);
  try {
    const started = performance.now();
    await fillWithMonth(strapi, MONTH);
    process.stderr.write(`the month is imported after ${seconds(started)} s\n`);
    process.stderr.write(`${await checkMonth(strapi, MONTH)} answers equal the reference\n`);
    const small = await timeAll(strapi, MONTH);
    await repeatMonth(strapi, MONTHS);
    process.stderr.write(`${MONTHS} months are there after ${seconds(started)} s\n`);
    printTable(small, await timeAll(strapi, { ...MONTH, days: MONTH.days * MONTHS }));
    return 0;
  } finally {
    await strapi.destroy();
  }
}
