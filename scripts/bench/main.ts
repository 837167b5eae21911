import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { benchParse } from './parse';
import { benchQueries } from './queries/bench-queries';
import type { DatabaseKind } from '../torture/databases';
import { benchServing } from './serving/bench-serving';
import { benchLinking } from './rankings/bench-linking';
import { benchRankings } from './rankings/bench-rankings';
import { printTable } from './print-table';
import { FOLDER, type CaseResult, type CaseSettings } from './settings';
import { writeCorpus } from './write-corpus';

const USAGE =
  'Usage: npm run bench -- parse | rankings | linking | queries [--write] | serving [--database sqlite|postgres|mysql] | import [--documents <count>] [--document-service <count>] [--before <count>]';

interface Sizes {
  /** Documents of the bulk cases. */
  readonly documents: number;
  /** Documents of the Document Service's cases, which are a hundred times slower. */
  readonly slow: number;
  /** Entries that are there already in the Document Service's second case. */
  readonly before: number;
}

function sizesFrom(args: readonly string[]): Sizes | null {
  const values: Record<string, number> = { '--documents': 10_000, '--document-service': 200, '--before': 10_000 };
  for (let at = 0; at < args.length; at += 2) {
    const [name = '', value = Number(args[at + 1])] = [args[at]];
    if (!(name in values) || !Number.isInteger(value) || value < 1) return null;
    values[name] = value;
  }
  const { '--documents': documents = 1, '--document-service': slow = 1, '--before': before = 1 } = values;
  return { documents, slow, before };
}

/** Runs a case in a process of its own; passes its JSON lines on and answers them. */
async function runCase(settings: CaseSettings): Promise<readonly object[]> {
  const env = {
    ...process.env,
    DATABASE_CLIENT: 'sqlite',
    DATABASE_FILENAME: settings.database,
    NODE_ENV: 'production',
  };
  const child = spawn(process.execPath, [join(__dirname, 'case.js'), JSON.stringify(settings)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const found: object[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    process.stdout.write(`${line}\n`);
    found.push(JSON.parse(line) as object);
  }
  if ((await ended) !== 0) throw new Error(`The case “${settings.name}” failed: see the messages above.`);
  return found;
}

function removeDatabase(database: string): void {
  for (const end of ['', '-wal', '-shm', '.empty']) rmSync(`${database}${end}`, { force: true });
}

/** Boots once on a new file, so that the ceiling has the same tables to write to. */
async function makeEmpty(database: string): Promise<void> {
  removeDatabase(database);
  const nothing = { documents: 0, before: 0, revision: 0, store: 'bulk', database } as const;
  await runCase({ ...nothing, name: 'empty' });
  copyFileSync(database, `${database}.empty`);
}

function settingsOf({ documents, slow, before }: Sizes): readonly CaseSettings[] {
  const bulk = { documents, before: 0, revision: 0, store: 'bulk', database: join(FOLDER, 'bulk.db') } as const;
  const document = { documents: slow, revision: 0, store: 'documents', database: join(FOLDER, 'document.db') } as const;
  return [
    { ...document, name: 'document-service', before: 0 },
    { ...document, name: 'document-service-later', before },
    { ...bulk, name: 'bulk' },
    { ...bulk, name: 'plain-sql' },
    { ...bulk, name: 'unchanged' },
    { ...bulk, name: 'update', revision: 1 },
  ];
}

function ratiosOf(results: readonly CaseResult[]): readonly object[] {
  const speed = (name: string): number => results.find((result) => result.case === name)?.documentsPerSecond ?? NaN;
  const ratio = (name: string, over: number, under: number): object => {
    return { bench: 'import', ratio: name, value: Math.round((over / under) * 1000) / 1000 };
  };
  return [
    ratio('bulk/plain-sql', speed('bulk'), speed('plain-sql')),
    ratio('bulk/document-service', speed('bulk'), speed('document-service-later')),
    ratio('bulk/document-service-empty', speed('bulk'), speed('document-service')),
    ratio('unchanged/bulk', speed('unchanged'), speed('bulk')),
    ratio('update/bulk', speed('update'), speed('bulk')),
  ];
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
  const sizes = name === 'import' ? sizesFrom(rest) : null;
  if (sizes !== null) return benchImport(sizes);
  process.stderr.write(`${USAGE}\n`);
  return 2;
}

/** Every case after the other, each in a process of its own. */
async function benchImport(sizes: Sizes): Promise<number> {
  mkdirSync(FOLDER, { recursive: true });
  writeCorpus(0, Math.max(sizes.documents, sizes.before + sizes.slow), 0);
  writeCorpus(0, sizes.documents, 1);
  const results: CaseResult[] = [];
  for (const settings of settingsOf(sizes)) {
    if (['bulk', 'document'].includes(settings.name.split('-')[0] ?? '')) await makeEmpty(settings.database);
    results.push(...(await runCase(settings)).filter((line): line is CaseResult => 'case' in line));
  }
  for (const ratio of ratiosOf(results)) process.stdout.write(`${JSON.stringify(ratio)}\n`);
  printTable(results);
  return 0;
}
