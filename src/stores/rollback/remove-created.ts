import { removeParts } from '../bulk/components';
import { entryTable, type EntryUid } from '../changes/change-schema';
import type { CreatedData, CreatedEntry } from '../changes/change-data';
import { relink } from './relink';
import { entriesNow, isAsCreated, rowIdsOf, sourcesNow, type EntryNow, type SourceNow } from './rows-now';
import { NOTHING_UNDONE, type KeptBecause, type KeptEntry, type Undo, type Undone } from './undo';

const ARTICLE = 'api::article.article';
const LIST = 'api::ranking-list.ranking-list';
const TAG = 'api::tag.tag';
const SOURCE = 'plugin::copydesk.source-document';

/** What the run created in one transaction. */
export interface CreatedRow {
  readonly id: number;
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
    else if (!isAsCreated(now, isPublished === 1)) kept.set(documentId, 'edited-since');
    else if (inUse(documentId)) kept.set(documentId, 'imported-since');
  }
  return { entries, kept };
}

/** Deletes entries with what hangs on their rows; links between rows go with them, by the database's own rules. */
async function removeEntries(undo: Undo, uid: EntryUid, { entries, kept }: Found): Promise<readonly EntryNow[]> {
  const { session, schema } = undo;
  const removed = [...entries].filter(([documentId]) => !kept.has(documentId)).map(([, entry]) => entry);
  const rowIds = removed.flatMap(rowIdsOf);
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

/** Tags of the run that no article has any more, and that nobody has edited; the others are in use and stay without a word. */
async function removeTags({ session, schema }: Undo, documentIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { tags, tagLinks } = schema;
  if (documentIds.length === 0 || tagLinks === null) return new Set();
  const column = (attribute: string): string => session.name(tags.column(attribute));
  const link = `${session.name(tagLinks.name)}.${session.name(tagLinks.inverseJoinColumn.name)}`;
  const sql =
    `select id, ${column('documentId')} as document from ${session.name(tags.name)} where ${session.isOneOf(column('documentId'))} ` +
    `and ${column('createdAt')} = ${column('updatedAt')} and not exists ` +
    `(select 1 from ${session.name(tagLinks.name)} where ${link} = ${session.name(tags.name)}.id)`;
  const rows = await session.select<TagRow>(sql, [session.list(documentIds)]);
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

/** Takes back what the run created in one transaction: articles, ranking lists, tags and rows of the ledger. */
export async function removeCreated(undo: Undo, row: CreatedRow): Promise<Undone> {
  const { session, schema } = undo;
  const { data } = row;
  const own = new Set(idsOf(data[SOURCE]));
  const sources = await sourcesNow(session, schema, 'documentId', [...own]);
  const captures = await sourcesNow(session, schema, 'articleDocumentId', idsOf(data[ARTICLE]));
  const isOthers = ({ documentId, runId }: SourceNow): boolean => !own.has(documentId) || runId !== undo.runId;
  const inUse = new Set(captures.filter(isOthers).map(({ articleDocumentId }) => articleDocumentId ?? ''));
  const articles = await findEntries(undo, ARTICLE, data[ARTICLE], (documentId) => inUse.has(documentId));
  const removable = removableSources(undo, sources, articles.kept);
  const staying = sources.filter((source) => !removable.includes(source)).flatMap(({ listIds }) => listIds);
  const listsInUse = new Set(staying);
  const lists = await findEntries(undo, LIST, data[LIST], (documentId) => listsInUse.has(documentId));
  const goneArticles = await removeEntries(undo, ARTICLE, articles);
  const goneLists = await removeEntries(undo, LIST, lists);
  const goneTags = await removeTags(undo, idsOf(data[TAG]));
  const sourceIds = removable.map(({ id }) => id);
  if (sourceIds.length > 0) await session.remove(schema.sources.name, 'id', sourceIds);
  await relink(undo, goneArticles, []);
  const isGone = ({ entries, kept }: Found, documentId: string): boolean =>
    entries.has(documentId) && !kept.has(documentId);
  const gone = [
    ...idsOf(data[ARTICLE]).filter((documentId) => isGone(articles, documentId)),
    ...idsOf(data[LIST]).filter((documentId) => isGone(lists, documentId)),
    ...[...goneTags, ...removable.map(({ documentId }) => documentId)],
  ];
  await keepRest(undo, row, new Set(gone));
  const counts = {
    ...NOTHING_UNDONE,
    ...{ articlesRemoved: goneArticles.length, listsRemoved: goneLists.length },
    ...{ tagsRemoved: goneTags.size, sourcesRemoved: removable.length },
  };
  return { counts, kept: [...keptOf(ARTICLE, articles), ...keptOf(LIST, lists)] };
}

function keptOf(uid: EntryUid, { kept }: Found): readonly KeptEntry[] {
  return [...kept].map(([documentId, because]) => ({ uid, documentId, because }));
}
