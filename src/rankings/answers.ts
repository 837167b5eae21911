import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { buildRankings, type Ranking, type Reader } from './build-rankings';
import { unknownName } from './not-found';
import { placeFrom, toCursor, type Parameters } from './parameters';
import { currentSnapshots, snapshotsOfKey, type Snapshot } from './snapshots';
import { atOneMoment, rankingTables, type Knex, type RankingTables } from './tables';

/** One page of an answer; `next` is what `after` has to say for the following one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

const foldName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

function ofSection(snapshots: readonly Snapshot[], section: string | null): readonly Snapshot[] {
  if (section === null) return snapshots;
  const found = snapshots.filter(({ articleSection }) => foldName(articleSection ?? '') === foldName(section));
  if (found.length > 0) return found;
  const sections = new Set(snapshots.flatMap(({ articleSection }) => articleSection ?? []));
  throw unknownName('section', section, [...sections]);
}

/** Cuts one item more than a page holds into a page. */
function pageOf<Item>(items: readonly Item[], pageSize: number, cursorOf: (item: Item) => string): Page<Item> {
  const shown = items.slice(0, pageSize);
  const last = shown.at(-1);
  return { items: shown, next: items.length > pageSize && last !== undefined ? cursorOf(last) : null };
}

/**
 * The current list of every key, in the order of the keys; as of a time, of one section or window where asked.
 *
 * @throws NotFoundError for a section without lists
 */
export function currentRankings(strapi: Core.Strapi, asked: Parameters, reader: Reader): Promise<Page<Ranking>> {
  const tables = rankingTables(strapi);
  const { at, window, section, after, pageSize } = asked;
  return atOneMoment(strapi, async (trx) => {
    const all = ofSection(await currentSnapshots(trx, tables, at), section);
    const wanted = all.filter(
      (one) => (window === null || one.window === window) && (after === null || one.key > after),
    );
    const { items, next } = pageOf(wanted, pageSize, ({ key }) => key);
    return { items: await buildRankings(trx, tables, items, reader), next };
  });
}

async function refuseUnknown(trx: Knex, tables: RankingTables, key: string): Promise<void> {
  const known = await snapshotsOfKey(trx, tables, key, { at: null, before: null, limit: 1 });
  if (known.length > 0) return;
  const all = await currentSnapshots(trx, tables, null);
  throw unknownName(
    'key',
    key,
    all.map((snapshot) => snapshot.key),
  );
}

function ofWindow(snapshots: readonly Snapshot[], window: string | null): readonly Snapshot[] {
  return window === null ? snapshots : snapshots.filter((snapshot) => snapshot.window === window);
}

/**
 * The current list of a key, as of a time where asked.
 *
 * @throws NotFoundError for an unknown key, and where the list had not begun at that time or is of another window
 */
export function currentRanking(strapi: Core.Strapi, key: string, asked: Parameters, reader: Reader): Promise<Ranking> {
  const tables = rankingTables(strapi);
  const { at, window } = asked;
  return atOneMoment(strapi, async (trx) => {
    const found = await snapshotsOfKey(trx, tables, key, { at, before: null, limit: 1 });
    if (found.length === 0) await refuseUnknown(trx, tables, key);
    const [ranking] = await buildRankings(trx, tables, ofWindow(found, window), reader);
    if (ranking !== undefined) return ranking;
    if (found.length === 0) throw new errors.NotFoundError(`The list “${key}” had not begun at ${at}`, { key, at });
    const has = found[0]?.window ?? null;
    throw new errors.NotFoundError(`The list “${key}” is not of the window ${window} but of ${has ?? 'none'}`, {
      ...{ key, window: has },
    });
  });
}

/**
 * The captures of a list, newest first.
 *
 * @throws NotFoundError for an unknown key
 */
export function rankingHistory(
  strapi: Core.Strapi,
  key: string,
  asked: Parameters,
  reader: Reader,
): Promise<Page<Ranking>> {
  const tables = rankingTables(strapi);
  const { at, after, pageSize } = asked;
  const span = { at, before: placeFrom(after), limit: pageSize + 1 };
  return atOneMoment(strapi, async (trx) => {
    const found = await snapshotsOfKey(trx, tables, key, span);
    if (found.length === 0) await refuseUnknown(trx, tables, key);
    const { items, next } = pageOf(found, pageSize, toCursor);
    return { items: await buildRankings(trx, tables, items, reader), next };
  });
}
