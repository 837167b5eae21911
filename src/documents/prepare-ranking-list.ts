import { errors } from '@strapi/utils';
import type { Core, Modules } from '@strapi/strapi';
import { arrangeEntries } from '../importer/rankings/arrange-entries';
import { findFault } from '../importer/rankings/check-entries';
import { completeEntry, type CuratedEntry, type StoredEntry } from './curated-entries';
import type { Data } from './blank';

const LIST = 'api::ranking-list.ranking-list';

/** What a copy has not: the next import of the same page has to find the original, and no document shows the copy. */
const NO_SNAPSHOT = {
  ...{ snapshotKey: null, captureKey: null, firstSeenAt: null, lastSeenAt: null },
  ...{ sourceCount: 0, disputed: false },
};

async function findStored(strapi: Core.Strapi, documentId: string): Promise<readonly StoredEntry[]> {
  const populate = { entries: { populate: { article: { select: ['documentId'] } } } };
  const list = await strapi.db.query(LIST).findOne({ where: { documentId, publishedAt: null }, populate });
  return list?.entries ?? [];
}

/** The stored row that a sent one means: by its id, or as a program knows it, by what was printed. */
function storedFor({ id, headline, printedPosition }: Data, stored: readonly StoredEntry[]): StoredEntry | null {
  if (id !== undefined) return stored.find((entry) => String(entry.id) === String(id)) ?? null;
  const isSame = (entry: StoredEntry): boolean =>
    entry.printedPosition === (printedPosition ?? null) && entry.headline === headline;
  return stored.find((entry) => entry.printedPosition !== null && isSame(entry)) ?? null;
}

function refuse(message: string): never {
  throw new errors.ValidationError(message, { errors: [{ path: ['entries'], message, name: 'ValidationError' }] });
}

/**
 * Rows in the order that an editor gave them: pinned ones in their places, positions 1…n of those that readers see, and the keys that they are
 * linked by.
 *
 * @param stored the rows of the list as it is; null for a new list
 * @throws ValidationError where a printed row would be lost or changed, or readers would see an article twice
 */
async function curate(
  strapi: Core.Strapi,
  entries: readonly Data[],
  stored: readonly StoredEntry[] | null,
): Promise<readonly Data[]> {
  const rows: CuratedEntry[] = [];
  const savedAs = new Map<StoredEntry, CuratedEntry>();
  for (const sent of entries) {
    const own = stored === null ? null : storedFor(sent, stored);
    const row = await completeEntry(strapi, sent, own, stored === null);
    rows.push(row);
    if (own === null) continue;
    if (savedAs.has(own)) refuse(`“${own.headline}” is there twice: a row stands once.`);
    savedAs.set(own, row);
  }
  const changes = (stored ?? []).map((entry) => ({ stored: entry, saved: savedAs.get(entry) ?? null }));
  const fault = findFault(rows, changes);
  if (fault !== null) refuse(fault);
  return arrangeEntries(rows).map(({ row, position }) => ({ ...row, position, headline: row.headline || null }));
}

/** Keeps the rules of ranking lists before Strapi validates and stores them: facts stay, editors decide on the rest. */
export function prepareRankingList(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    const { uid, action } = context;
    if (uid !== LIST || !['create', 'update', 'clone'].includes(action)) return next();
    const params = context.params as { data?: Data; documentId?: string };
    const data = params.data ?? {};
    const copied = action === 'clone' ? NO_SNAPSHOT : {};
    const stored = action === 'update' ? await findStored(strapi, params.documentId ?? '') : null;
    const { entries } = data;
    // Anything but a list stays for Strapi to judge.
    const curated = Array.isArray(entries) ? { entries: await curate(strapi, entries as Data[], stored) } : {};
    params.data = { ...data, ...copied, ...curated };
    return next();
  };
}
