import type { TestApp } from '../app/strapi';
import { findCutBeginnings } from '../../src/stores/bulk/cut-beginnings';
import { readSchema } from '../../src/stores/bulk/schema';
import { inSession } from '../../src/stores/bulk/sessions';
import { startOnFreshDatabase } from './app';

jest.setTimeout(240_000);

const ENTRIES = 'components_ranking_entries';
const ROWS = 6000;
const PIECE = 500;

let app: TestApp;

const keyOf = (at: number): string =>
  `gull ${String(at).padStart(5, '0')} returns to the harbor where it was first seen`;

/** Rows that were cut, and as many that were not. */
beforeAll(async () => {
  app = await startOnFreshDatabase();
  for (let from = 0; from < ROWS; from += PIECE) {
    const rows = Array.from({ length: PIECE }, (_, at) => ({
      headline_key: keyOf(from + at),
      truncated: at % 2 === 0,
    }));
    await app.strapi.db.connection(ENTRIES).insert(rows);
  }
  if (app.strapi.db.dialect.client === 'postgres') await app.strapi.db.connection.raw(`vacuum analyze ${ENTRIES}`);
});

afterAll(() => app.stop());

const find = (...keys: readonly string[]): Promise<ReadonlySet<string>> =>
  inSession(app.strapi, (session) => findCutBeginnings({ session, schema: readSchema(app.strapi) }, keys));

/** What a database says of the look-up of the last beginning up to a key. */
async function explain(explaining: string): Promise<string> {
  const column = await inSession(app.strapi, async (session) => session.bytewise(session.name('headline_key')));
  const sql = `select max(${column}) from ${ENTRIES} where truncated = true and ${column} <= '${keyOf(3)}'`;
  return JSON.stringify(await app.strapi.db.connection.raw(`${explaining} ${sql}`));
}

/** How much is read for it: pages on PostgreSQL, the plan's own words elsewhere. */
const SEEN: Readonly<Record<string, () => Promise<unknown>>> = {
  sqlite: () => explain('explain query plan'),
  mysql: () => explain('explain'),
  async postgres() {
    const plan = await explain('explain (analyze, buffers, costs off, timing off)');
    const [, hit = '0'] = /Buffers: shared hit=(\d+)/.exec(plan) ?? [];
    const [, read = '0'] = /Buffers: shared (?:hit=\d+ )?read=(\d+)/.exec(plan) ?? [];
    return plan.includes('ranking_entries_cut_beginning_index') && Number(hit) + Number(read) < 10;
  },
};

const EXPECTED: Readonly<Record<string, unknown>> = {
  sqlite: expect.stringContaining('ranking_entries_cut_beginning_index (truncated=? AND headline_key<?)'),
  mysql: expect.stringContaining('Select tables optimized away'),
  postgres: true,
};

describe('beginnings of headlines that pages cut', () => {
  it('are found among many', async () => {
    const whole = (at: number): string => `${keyOf(at)} and will be seen again`;
    expect(await find(whole(0), whole(1), whole(4998))).toEqual(new Set([keyOf(0), keyOf(4998)]));
    expect(await find('heron 00000 returns to the harbor where it was first seen')).toEqual(new Set());
  });

  it('are found where they end in a character of two halves', async () => {
    const stored = [
      'herons return to the harbor 🔥',
      'herons return to the harbor',
      'herons return to the harbor 🔥🔥',
    ];
    const rows = stored.map((headline_key) => ({ headline_key, truncated: true }));
    await app.strapi.db.connection(ENTRIES).insert(rows);
    const [fire = '', plain = ''] = stored;
    expect(await find(`${fire} again`)).toEqual(new Set([fire, plain]));
    expect(await find('herons return to the harbor 🔊 again')).toEqual(new Set([plain]));
  });

  it('are looked up in the index, however many there are', async () => {
    const { client } = app.strapi.db.dialect;
    expect(await SEEN[client]?.()).toEqual(EXPECTED[client]);
  });
});
