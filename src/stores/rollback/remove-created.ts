import { removeParts } from '../bulk/components';
import { countAgain, sightingsOf } from '../bulk/count-again';
import { entryTable, type EntryUid } from '../changes/change-schema';
import type { CreatedData, CreatedEntry } from '../changes/change-data';
import { capturesOf, settleDisputes } from '../disputes';
import { relink } from './relink';
import { entriesNow, isAsCreated, rowIdsOf, sourcesNow, type EntryNow, type SourceNow } from './rows-now';
import { forgetSightings } from './sightings';
import { tagsOnRecord } from './tags-on-record';
import { NOTHING_UNDONE, type KeptBecause, type KeptEntry, type Undo, type Undone } from './undo';

const ARTICLE = 'api::article.article';
const LIST = 'api::ranking-list.ranking-list';
const TAG = 'api::tag.tag';
const SOURCE = 'plugin::copydesk.source-document';

/** What the run created in one transaction. */
export interface CreatedRow {
  readonly id: number;
  /** When the run did it. */
  readonly at: string;
  readonly data: CreatedData;
}

const idsOf = (entries: readonly CreatedEntry[] = []): readonly string[] => entries.map(([documentId]) => documentId);

/** Entries as they are now, and why some of them have to stay. */
interface Found {
  readonly entries: ReadonlyMap<string, EntryNow>;
  readonly kept: ReadonlyMap<string, KeptBecause>;
}

async function findEntries(
  { session, schema }: Undo,
  uid: EntryUid,
  created: readonly CreatedEntry[] = [],
  inUse: (documentId: string) => boolean,
): Promise<Found> {
  const entries = await entriesNow(session, entryTable(schema, uid), idsOf(created));
  const kept = new Map<string, KeptBecause>();
  for (const [documentId, isPublished] of created) {
    const now = entries.get(documentId);
    if (now === undefined) kept.set(documentId, 'deleted-since');
    else if (inUse(documentId)) kept.set(documentId, 'imported-since');
    else if (!isAsCreated(now, isPublished === 1)) kept.set(documentId, 'edited-since');
  }
  return { entries, kept };
}

/** Deletes entries with what hangs on their rows; links between rows go with them, by the database's own rules. */
async function removeEntries(
  undo: Undo,
  uid: EntryUid,
  { entries, kept }: Found,
): Promise<ReadonlyMap<string, EntryNow>> {
  const { session, schema } = undo;
  const removed = new Map([...entries].filter(([documentId]) => !kept.has(documentId)));
  const rowIds = [...removed.values()].flatMap(rowIdsOf);
  if (rowIds.length === 0) return removed;
  for (const field of schema.parts[uid]) await removeParts(undo, field, rowIds);
  if (uid === ARTICLE) {
    const { tagLinks, articleLinks } = schema;
    if (tagLinks !== null) await session.remove(tagLinks.name, tagLinks.joinColumn.name, rowIds);
    if (articleLinks !== null) await session.remove(articleLinks.name, articleLinks.inverseJoinColumn.name, rowIds);
  }
  await session.remove(entryTable(schema, uid).name, 'id', rowIds);
  return removed;
}

interface TagRow {
  readonly id: number;
  readonly document: string;
}

/**
 * Tags of the run that no article has any more, that no later change on record gives back, and that nobody has edited; the others stay without a word.
 */
async function removeTags(undo: Undo, { id: change, data }: CreatedRow): Promise<ReadonlySet<string>> {
  const { session, schema } = undo;
  const documentIds = idsOf(data[TAG]);
  const { tags, tagLinks } = schema;
  if (documentIds.length === 0 || tagLinks === null) return new Set();
  const column = (attribute: string): string => session.name(tags.column(attribute));
  const link = `${session.name(tagLinks.name)}.${session.name(tagLinks.inverseJoinColumn.name)}`;
  const sql =
    `select id, ${column('documentId')} as document from ${session.name(tags.name)} where ${session.isOneOf(column('documentId'))} ` +
    `and ${column('createdAt')} = ${column('updatedAt')} and not exists ` +
    `(select 1 from ${session.name(tagLinks.name)} where ${link} = ${session.name(tags.name)}.id)`;
  const unused = await session.select<TagRow>(sql, [session.list(documentIds)]);
  if (unused.length === 0) return new Set();
  const wanted = await tagsOnRecord(undo, change);
  const rows = unused.filter(({ id }) => !wanted.has(id));
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await session.remove(tags.name, 'id', ids);
  return new Set(rows.map(({ document }) => document));
}

/** Rows of the ledger that go: written by no other run since, and not of an article that stays. */
function removableSources(
  { runId }: Undo,
  sources: readonly SourceNow[],
  keptArticles: ReadonlyMap<string, KeptBecause>,
): readonly SourceNow[] {
  return sources.filter((source) => source.runId === runId && !keptArticles.has(source.articleDocumentId ?? ''));
}

/** What is left on record: entries that stayed, so that the run can be taken back once more when nothing is in the way. */
async function keepRest({ session, schema }: Undo, { id, data }: CreatedRow, gone: ReadonlySet<string>): Promise<void> {
  const rest = Object.entries(data).flatMap(([uid, entries]) => {
    const left = entries.filter(([documentId]) => !gone.has(documentId));
    return left.length === 0 ? [] : [[uid, left] as const];
  });
  if (rest.length === 0) await session.remove(schema.changes.name, 'id', [id]);
  else {
    const row = [id, JSON.stringify(Object.fromEntries(rest))];
    await session.update(schema.changes.name, schema.changes.columnsOf(['data']), [row]);
  }
}

/** Articles whose rows in the ledger a later run has written; those that the run itself wrote anew have gone back already. */
async function articlesInUse({ session, schema, runId }: Undo, { at, data }: CreatedRow): Promise<ReadonlySet<string>> {
  const captures = await sourcesNow(session, schema, 'articleDocumentId', idsOf(data[ARTICLE]));
  const later = captures.filter((source) => source.runId !== runId && (source.updatedAt ?? '') > at);
  return new Set(later.flatMap(({ articleDocumentId }) => articleDocumentId ?? []));
}

/** Lists go when no document shows them any more; those that stay are counted again. */
async function removeLists(undo: Undo, created: readonly CreatedEntry[] | undefined, unseen: ReadonlySet<string>) {
  const seen = await sightingsOf(undo, idsOf(created));
  const found = await findEntries(undo, LIST, created, (documentId) => seen.has(documentId));
  const captures = await capturesOf(undo, [...found.entries.keys()]);
  const removed = await removeEntries(undo, LIST, found);
  await countAgain(
    undo,
    [...unseen].filter((documentId) => !removed.has(documentId)),
  );
  await settleDisputes(undo, captures);
  return { found, removed };
}

/** Rows of the ledger, and what the run has seen in their documents. */
async function removeSources(undo: Undo, data: CreatedData, keptArticles: Found['kept']) {
  const { session, schema } = undo;
  const sources = await sourcesNow(session, schema, 'documentId', idsOf(data[SOURCE]));
  const removed = removableSources(undo, sources, keptArticles);
  const ids = removed.map(({ id }) => id);
  if (ids.length > 0) await session.remove(schema.sources.name, 'id', ids);
  const unseen = await forgetSightings(
    undo,
    removed.map(({ identity }) => identity),
  );
  return { removed, unseen };
}

/** Takes back what the run created in one transaction: articles, ranking lists, tags and rows of the ledger. */
export async function removeCreated(undo: Undo, row: CreatedRow): Promise<Undone> {
  const { data } = row;
  const inUse = await articlesInUse(undo, row);
  const articles = await findEntries(undo, ARTICLE, data[ARTICLE], (documentId) => inUse.has(documentId));
  const goneArticles = await removeEntries(undo, ARTICLE, articles);
  const sources = await removeSources(undo, data, articles.kept);
  const lists = await removeLists(undo, data[LIST], sources.unseen);
  const goneTags = await removeTags(undo, row);
  await relink(
    undo,
    [...goneArticles].map(([documentId, now]) => ({ documentId, now, keyBefore: null })),
  );
  const goneSources = sources.removed.map(({ documentId }) => documentId);
  await keepRest(undo, row, new Set([...goneArticles.keys(), ...lists.removed.keys(), ...goneTags, ...goneSources]));
  const counts = {
    ...NOTHING_UNDONE,
    ...{ articlesRemoved: goneArticles.size, listsRemoved: lists.removed.size },
    ...{ tagsRemoved: goneTags.size, sourcesRemoved: goneSources.length },
  };
  return { counts, kept: [...keptOf(ARTICLE, articles), ...keptOf(LIST, lists.found)] };
}

function keptOf(uid: EntryUid, { kept }: Found): readonly KeptEntry[] {
  return [...kept].map(([documentId, because]) => ({ uid, documentId, because }));
}
