import { Command, Option } from 'commander';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { between, chanceOf, type Chance } from './bench/chance';
import { corpusFolder, writeCorpus } from './bench/write-corpus';
import { count } from './import/count';
import { startProgress } from './import/progress';
import { differences, readArchive } from './torture/compare';
import { freshDatabase, type TortureDatabase } from './torture/databases';
import { runImporter } from './torture/run-importer';

const ROOT = resolve(__dirname, '..', '..');
const FOLDER = join(ROOT, '.tmp', 'torture');

interface Options {
  readonly kills: number;
  readonly documents: number;
  readonly seed: number;
  readonly database: 'sqlite' | 'postgres';
}

/** What a round of killing and resuming came to. */
interface Round {
  readonly kills: number;
  readonly differences: readonly string[];
}

interface Plan {
  readonly options: Options;
  readonly corpus: string;
  /** How long an import that nobody disturbs takes, in milliseconds. */
  readonly length: number;
  readonly expected: Awaited<ReturnType<typeof readArchive>>;
  readonly chance: Chance;
}

/** An import that nobody disturbs: what it leaves, and how long it takes. */
async function importInPeace(database: TortureDatabase, corpus: string) {
  const started = performance.now();
  const { code, stderr } = await runImporter(database, corpus, null);
  if (code !== 0) throw new Error(`The undisturbed import ended with ${code}: ${stderr}`);
  return { length: performance.now() - started, expected: await readArchive(database) };
}

/** Kills one import after the other at a random moment, from boot to the last batch, until one gets through; then compares. */
async function killAndResume(database: TortureDatabase, plan: Plan, most: number, onKill: () => void): Promise<Round> {
  let kills = 0;
  for (;;) {
    const delay = kills < most ? between(plan.chance, 0, Math.round(plan.length)) : null;
    const { code, stderr } = await runImporter(database, plan.corpus, delay);
    if (code === null) {
      kills += 1;
      onKill();
      continue;
    }
    const found = code === 0 ? [] : [`an import ended with ${code}: ${stderr}`];
    return { kills, differences: [...found, ...differences(plan.expected, await readArchive(database))] };
  }
}

/** Works with a database of its own, which is dropped afterwards. */
async function withDatabase<Value>(kind: Options['database'], work: (database: TortureDatabase) => Promise<Value>) {
  const database = await freshDatabase(kind, FOLDER);
  try {
    return await work(database);
  } finally {
    await database.drop();
  }
}

async function runRounds(
  plan: Plan,
): Promise<{ readonly rounds: number; readonly kills: number; readonly found: readonly string[] }> {
  const { kills: wanted, database: kind } = plan.options;
  const progress = startProgress(wanted);
  const found: string[] = [];
  let [kills, rounds] = [0, 0];
  while (kills < wanted) {
    const left = wanted - kills;
    const round = await withDatabase(kind, (database) => killAndResume(database, plan, left, progress.step));
    kills += round.kills;
    rounds += 1;
    found.push(...round.differences.map((difference) => `round ${rounds}: ${difference}`));
  }
  progress.stop();
  return { rounds, kills, found };
}

async function torture(options: Options): Promise<number> {
  const { documents, seed, database } = options;
  mkdirSync(FOLDER, { recursive: true });
  rmSync(corpusFolder(0, FOLDER), { recursive: true, force: true });
  writeCorpus(0, documents, 0, FOLDER);
  const corpus = corpusFolder(0, FOLDER);
  const started = performance.now();
  const peace = await withDatabase(database, (own) => importInPeace(own, corpus));
  const { rounds, kills, found } = await runRounds({ options, corpus, ...peace, chance: chanceOf(seed) });
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  for (const difference of found) process.stdout.write(`${difference}\n`);
  const sum = `${documents} documents on ${database}, seed ${seed}: ${kills} kills in ${rounds} rounds, ${minutes} minutes`;
  process.stdout.write(`${sum}: ${found.length === 0 ? 'the same rows' : `${found.length} differences`}\n`);
  return found.length === 0 ? 0 : 1;
}

/**
 * Kills the importer (SIGKILL) at random moments and starts it again until it is done, and compares every row with those of an import that nobody
 * disturbed. Row numbers, document ids and times are left out of it.
 *
 * @returns 0 where all rows are the same, else 1
 */
export function main(argv: readonly string[]): Promise<number> {
  const command = new Command('npm run torture --')
    .option('--kills <count>', 'how often', count, 200)
    .option('--documents <count>', 'of the generated corpus', count, 2000)
    .option('--seed <seed>', 'where chance begins', count, 1)
    .addOption(new Option('--database <kind>', 'where to').choices(['sqlite', 'postgres']).default('sqlite'));
  return torture(command.parse([...argv], { from: 'user' }).opts<Options>());
}
