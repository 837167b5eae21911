import Database from 'better-sqlite3';
import Table from 'cli-table3';
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Core } from '@strapi/strapi';
import { resolveStep } from '../../../src/stores/resolve-links';
import { importPart } from '../import-case';
import { bootOn } from '../rankings/boot-on';
import { FOLDER } from '../settings';
import { writeCorpus } from '../write-corpus';
import { explain, type Explained } from './explain';
import { listen, type Ear } from './listen';
import { openPanel } from './panel';
import { questionsOf } from './questions';

/** Enough for the planner to prefer an index wherever there is one. */
const DOCUMENTS = 3000;
const PAGE = resolve(__dirname, '..', '..', '..', '..', 'docs', 'query-plans.md');

const HEAD = `# Query plans

Written by \`npm run bench -- queries --write\`: each statement with its plan on SQLite, where it was first asked. What it means stands in [indexes.md](indexes.md).`;

/** Serves on any port of this machine alone. */
async function serve(strapi: Core.Strapi): Promise<string> {
  strapi.server.mount();
  await new Promise<void>((done) => strapi.server.httpServer.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(strapi.server.httpServer.address() as AddressInfo).port}`;
}

async function useAll(strapi: Core.Strapi, ear: Ear): Promise<void> {
  const all = { from: 0, to: DOCUMENTS, store: 'bulk', importedAt: new Date().toISOString() } as const;
  ear.label('import: new documents');
  await importPart(strapi, { ...all, revision: 0 }, () => undefined);
  ear.label('import: the same again');
  await importPart(strapi, { ...all, revision: 0 }, () => undefined);
  ear.label('import: changed documents');
  await importPart(strapi, { ...all, revision: 1 }, () => undefined);
  ear.label('resolve');
  for (let after: number | null = 0; after !== null;) after = (await resolveStep(strapi, after)).next;
  ear.label('');
  const panel = await openPanel(await serve(strapi));
  for (const [name, ask] of Object.entries(await questionsOf(panel))) {
    ear.label(name);
    await ask();
    ear.label('');
  }
}

function explainAll(database: string, ear: Ear): readonly Explained[] {
  const db = new Database(database, { readonly: true });
  try {
    const names = db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
    const tables = new Set(names);
    return ear.heard.flatMap((heard) => explain(db, tables, heard) ?? []);
  } finally {
    db.close();
  }
}

const isOurs = ({ sql }: Explained): boolean =>
  /articles|ranking|tags|copydesk|components_article|files_related/.test(sql);

/** Texts of statements are cut in the middle of what they select: it is what they look for that counts. */
const MAX_SELECTED = 60;
const MAX_SQL = 600;

function shorten(sql: string): string {
  const line = sql.replaceAll(/\s+/g, ' ').trim();
  const from = line.indexOf(' from ');
  const short = from > MAX_SELECTED ? `${line.slice(0, MAX_SELECTED)} …${line.slice(from)}` : line;
  return short.length > MAX_SQL ? `${short.slice(0, MAX_SQL)} …` : short;
}

const isByNumber = ({ plan }: Explained): boolean => plan.every((line) => line.includes('USING INTEGER PRIMARY KEY'));

/** Parts of one kind that a statement is put together from have plans of one kind. */
function linesOf({ plan }: Explained): readonly string[] {
  return [...new Set(plan.map((line) => `  ${line.replaceAll(/(?<=[a-z])\d+\b/g, '')}`))];
}

/** Each statement once, where it is first asked; what is found by a row's number alone needs no word. */
function toMarkdown(explained: readonly Explained[]): string {
  const texts = new Set<string>();
  const sections = new Map<string, string[]>();
  for (const one of explained.filter((some) => !isByNumber(some))) {
    const text = ['```text', shorten(one.sql), ...linesOf(one), '```'].join('\n');
    if (texts.has(text)) continue;
    texts.add(text);
    sections.set(one.asked, [...(sections.get(one.asked) ?? [`## ${one.asked}`]), text]);
  }
  return `${[HEAD, ...[...sections.values()].flat()].join('\n\n')}\n`;
}

function printScans(explained: readonly Explained[]): void {
  const table = new Table({ head: ['asked', 'statements', 'read from end to end'], style: { head: [], border: [] } });
  for (const name of new Set(explained.map(({ asked }) => asked))) {
    const own = explained.filter(({ asked }) => asked === name);
    const scans = new Set(own.flatMap(({ scans: some }) => some));
    table.push([name, own.length, [...scans].join(', ')]);
  }
  process.stderr.write(`${table.toString()}\n`);
}

/**
 * `npm run bench -- queries`: what the importer, the APIs and the panel ask the database, and how SQLite finds the rows.
 *
 * @param isWritten whether the plans go to docs/query-plans.md
 */
export async function benchQueries(isWritten: boolean): Promise<number> {
  const database = join(FOLDER, 'queries.db');
  writeCorpus(0, DOCUMENTS, 0);
  writeCorpus(0, DOCUMENTS, 1);
  const ear = listen();
  const strapi = await bootOn(database);
  try {
    await useAll(strapi, ear);
  } finally {
    ear.stop();
    await strapi.destroy();
  }
  const explained = explainAll(database, ear).filter(isOurs);
  for (const one of explained) process.stdout.write(`${JSON.stringify({ bench: 'queries', ...one })}\n`);
  if (isWritten) writeFileSync(PAGE, toMarkdown(explained));
  printScans(explained);
  return 0;
}
