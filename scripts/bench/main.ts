import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { benchParse } from './parse';
import { benchQueries } from './queries/bench-queries';
import type { DatabaseKind } from '../torture/databases';
import { benchServing } from './serving/bench-serving';
import { benchLinking } from './rankings/bench-linking';
import { benchRankings } from './rankings/bench-rankings';
import { printTable } from './print-table';
import { FOLDER, type CaseResult, type CaseSettings, type Client } from './settings';
import { CLIENTS, openTarget, type Target } from './targets';
import { writeCorpus } from './write-corpus';

const USAGE =
  'Usage: npm run bench -- parse | rankings | linking | queries [--write] | serving [--database sqlite|postgres|mysql] | import [--database sqlite|postgres|mysql] [--documents <count>] [--document-service <count>] [--before <count>] [--rounds <count>] [--only <case>,<case>]';

interface Sizes {
  /** Documents of the bulk cases. */
  readonly documents: number;
  /** Documents of the Document Service's cases, which are a hundred times slower. */
  readonly slow: number;
  /** Entries that are there already in the Document Service's second case. */
  readonly before: number;
  /** How often the bulk store and plain SQL take turns; their medians are compared. */
  readonly rounds: number;
}

/** The database that is asked for, and the arguments that are left; null where there is no such one. */
function databaseFrom(args: readonly string[]): readonly [Client, readonly string[]] | null {
  const at = args.indexOf('--database');
  if (at < 0) return ['sqlite', args];
  const named = CLIENTS.find((known) => known === args[at + 1]);
  return named === undefined ? null : [named, args.toSpliced(at, 2)];
}

/** The one case that is asked for, null for all of them, and the arguments that are left. */
function onlyFrom(args: readonly string[]): readonly [readonly string[] | null, readonly string[]] {
  const at = args.indexOf('--only');
  return at < 0 ? [null, args] : [(args[at + 1] ?? '').split(','), args.toSpliced(at, 2)];
}

function sizesFrom(args: readonly string[]): Sizes | null {
  const values: Record<string, number> = {
    '--documents': 10_000,
    '--document-service': 200,
    '--before': 10_000,
    '--rounds': 1,
  };
  for (let at = 0; at < args.length; at += 2) {
    const [name = '', value = Number(args[at + 1])] = [args[at]];
    if (!(name in values) || !Number.isInteger(value) || value < 1) return null;
    values[name] = value;
  }
  const { '--documents': documents = 1, '--document-service': slow = 1, '--before': before = 1 } = values;
  return { documents, slow, before, rounds: values['--rounds'] ?? 1 };
}

/** Runs a case in a process of its own; passes its JSON lines on and answers them. */
async function runCase(target: Target, settings: CaseSettings): Promise<readonly object[]> {
  const env = { ...process.env, ...target.env(settings.database), NODE_ENV: 'production' };
  const child = spawn(process.execPath, [join(__dirname, 'case.js'), JSON.stringify(settings)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const found: object[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    // The database's driver has its say on standard output too.
    if (!line.startsWith('{')) continue;
    process.stdout.write(`${line}\n`);
    found.push(JSON.parse(line) as object);
  }
  if ((await ended) !== 0) throw new Error(`The case “${settings.name}” failed: see the messages above.`);
  return found;
}

/** Boots once on an empty database, so that the ceiling has the same tables to write to. */
async function makeEmpty(target: Target, database: string): Promise<void> {
  const nothing = { documents: 0, before: 0, revision: 0, store: 'bulk' } as const;
  await target.renew(database, (name) => runCase(target, { ...nothing, name: 'empty', database: name }));
}

function settingsOf({ name }: Target, { documents, slow, before, rounds }: Sizes): readonly CaseSettings[] {
  const bulk = { documents, before: 0, revision: 0, store: 'bulk', database: name('bulk') } as const;
  const document = { documents: slow, revision: 0, store: 'documents', database: name('document') } as const;
  return [
    { ...document, name: 'document-service', before: 0 },
    { ...document, name: 'document-service-later', before },
    ...Array.from({ length: rounds }, () => [
      { ...bulk, name: 'bulk' },
      { ...bulk, name: 'plain-sql' },
    ]).flat(),
    { ...bulk, name: 'unchanged' },
    { ...bulk, name: 'update', revision: 1 },
  ];
}

function ratiosOf(database: Client, results: readonly CaseResult[]): readonly object[] {
  const speed = (name: string): number => {
    const speeds = results.filter((result) => result.case === name).map((result) => result.documentsPerSecond);
    return speeds.toSorted((left, right) => left - right)[Math.floor(speeds.length / 2)] ?? NaN;
  };
  const ratio = (name: string, over: number, under: number) => {
    return { bench: 'import', database, ratio: name, value: Math.round((over / under) * 1000) / 1000 };
  };
  const ratios = [
    ratio('bulk/plain-sql', speed('bulk'), speed('plain-sql')),
    ratio('bulk/document-service', speed('bulk'), speed('document-service-later')),
    ratio('bulk/document-service-empty', speed('bulk'), speed('document-service')),
    ratio('plain-sql/without-indexes', speed('plain-sql'), speed('plain-sql-without-indexes')),
    ratio('plain-copy/plain-sql', speed('plain-copy'), speed('plain-sql')),
    ratio('unchanged/bulk', speed('unchanged'), speed('bulk')),
    ratio('update/bulk', speed('update'), speed('bulk')),
  ];
  // What was left out has no speed.
  return ratios.filter(({ value }) => Number.isFinite(value));
}

/** Benches that take no options. */
const PLAIN_BENCHES: Readonly<Record<string, () => number | Promise<number>>> = {
  parse: benchParse,
  linking: benchLinking,
  rankings: benchRankings,
  queries: () => benchQueries(false),
};

const KINDS: readonly DatabaseKind[] = ['sqlite', 'postgres', 'mysql'];

/** `serving [--database KIND]` */
async function serving([option, value]: readonly string[]): Promise<number> {
  const kind = option === undefined ? 'sqlite' : KINDS.find((some) => some === value);
  if (kind !== undefined && (option === undefined || option === '--database')) return benchServing(kind);
  process.stderr.write(`${USAGE}\n`);
  return 2;
}

/** `npm run bench -- NAME`: JSON lines on standard output, a table on standard error. */
export async function main([name = '', ...rest]: readonly string[]): Promise<number> {
  if (name === 'queries' && rest.join() === '--write') return benchQueries(true);
  if (name === 'serving') return serving(rest);
  const plain = rest.length === 0 ? PLAIN_BENCHES[name] : undefined;
  if (plain !== undefined) return plain();
  const [only, wanted] = onlyFrom(rest);
  const [database, others] = (name === 'import' ? databaseFrom(wanted) : null) ?? [null, []];
  const sizes = database === null ? null : sizesFrom(others);
  if (database !== null && sizes !== null) return benchImport(database, sizes, only);
  process.stderr.write(`${USAGE}\n`);
  return 2;
}

/** Every case after the other, each in a process of its own. */
async function benchImport(database: Client, sizes: Sizes, only: readonly string[] | null): Promise<number> {
  mkdirSync(FOLDER, { recursive: true });
  writeCorpus(0, Math.max(sizes.documents, sizes.before + sizes.slow), 0);
  if (only?.includes('update') !== false) writeCorpus(0, sizes.documents, 1);
  const results: CaseResult[] = [];
  const target = openTarget(database);
  try {
    for (const settings of settingsOf(target, sizes)) {
      if (only?.includes(settings.name) === false) continue;
      if (['bulk', 'document'].includes(settings.name.split('-')[0] ?? '')) await makeEmpty(target, settings.database);
      results.push(...(await runCase(target, settings)).filter((line): line is CaseResult => 'case' in line));
    }
  } finally {
    await target.drop();
  }
  for (const ratio of ratiosOf(database, results)) process.stdout.write(`${JSON.stringify(ratio)}\n`);
  printTable(results);
  return 0;
}
