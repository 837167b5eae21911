import Table from 'cli-table3';
import { findServer } from '../../src/handover/server-file';
import type { ResolvedRow, ResolveStep } from '../../src/stores/resolve-links';
import { bootStrapi } from './boot';
import { EXIT } from './exit-codes';
import { lockDatabase } from './lock-database';
import { askServer, openOnServer } from './ask-server';
import { sayWho } from './say-who';
import { sqlitePath } from './sqlite-path';

export interface ResolveCommandOptions {
  readonly format: 'table' | 'json';
}

/** Where the links are worked out: here, or in the server that has the database. */
interface Resolver {
  step(after: number): Promise<ResolveStep>;
  close(): Promise<void>;
}

/** What is printed must not grow with the archive. */
const MAX_CHANGES = 1000;

async function openLocally(unlock: () => Promise<void>): Promise<Resolver> {
  try {
    const strapi = await bootStrapi();
    const { resolveStep } = await import('../../src/stores/resolve-links');
    const { takeLease } = await import('../../src/stores/runs/lease');
    const lease = await takeLease(strapi, sayWho);
    const close = async (): Promise<void> => {
      await lease.release();
      await strapi.destroy();
      await unlock();
    };
    return { step: (after) => resolveStep(strapi, after), close };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** On SQLite a running server does the work, else the database is this process's alone; other databases take several writers. */
async function openResolver(): Promise<Resolver> {
  const database = sqlitePath();
  if (database === null) return openLocally(() => Promise.resolve());
  const server = findServer(database);
  if (server === null) return openLocally(await lockDatabase(database));
  process.stderr.write(`The server on port ${server.port} has the database: it does the work.\n`);
  const post = askServer(server);
  return { step: (after) => openOnServer<ResolveStep>(post, '/resolve', { after }), close: () => Promise.resolve() };
}

interface Outcome {
  readonly lists: number;
  readonly changed: number;
  readonly changes: readonly ResolvedRow[];
}

async function resolveAll(resolver: Resolver): Promise<Outcome> {
  const changes: ResolvedRow[] = [];
  let [lists, changed] = [0, 0];
  for (let after: number | null = 0; after !== null;) {
    const step: ResolveStep = await resolver.step(after);
    lists += step.lists;
    changed += step.changes.length;
    changes.push(...step.changes.slice(0, MAX_CHANGES - changes.length));
    after = step.next;
  }
  return { lists, changed, changes };
}

function describe({ linkState, linkMethod, article }: ResolvedRow['before']): string {
  const how = linkMethod === null || linkMethod === linkState ? '' : ` (${linkMethod})`;
  return `${linkState ?? 'new'}${how}${article === null ? '' : `: ${article}`}`;
}

function toRow({ title, capturedAt, status, headline, before, after }: ResolvedRow): string[] {
  return [`${title}, ${capturedAt ?? 'no time'}, ${status}`, headline, describe(before), describe(after)];
}

function print({ lists, changed, changes }: Outcome, { format }: ResolveCommandOptions): void {
  if (format === 'json') {
    const omitted = changed - changes.length;
    process.stdout.write(`${JSON.stringify({ lists, changed, changes, omitted }, null, 2)}\n`);
  } else if (changes.length > 0) {
    const table = new Table({ head: ['list', 'row', 'before', 'after'], style: { head: [], border: [] } });
    table.push(...changes.map(toRow));
    process.stdout.write(`${table.toString()}\n`);
  }
  if (changed > changes.length) process.stderr.write(`${changed - changes.length} more changes are not listed.\n`);
  // A published list has a draft, too: both are looked at.
  process.stderr.write(`${lists} lists looked at, drafts and published ones: ${changed} rows linked anew.\n`);
}

/** `resolve`: links all ranking rows anew and says what that changed. */
export async function resolveCommand(options: ResolveCommandOptions): Promise<number> {
  const resolver = await openResolver();
  try {
    print(await resolveAll(resolver), options);
    return EXIT.done;
  } finally {
    await resolver.close();
  }
}
