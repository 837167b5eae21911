import { countAgain } from '../bulk/count-again';
import type { Row } from '../bulk/sessions/session';
import { entryTable, type EntryUid } from '../changes/change-schema';
import type { ChangedData, EntryChange, SourceChange } from '../changes/change-data';
import { tagIdsOf } from '../changes/draft-tags';
import { relink, type Relinked } from './relink';
import { entriesNow, isAsLeft, sourcesNow, type EntryNow, type SourceNow } from './rows-now';
import { forgetSightings } from './sightings';
import { NOTHING_UNDONE, type KeptBecause, type KeptEntry, type Undo, type Undone } from './undo';
import { standingTags, writeStates, type Restoration } from './write-states';

const ARTICLE = 'api::article.article';
const LIST = 'api::ranking-list.ranking-list';

/** One change of the run: an entry that it changed, or a row of the ledger that it wrote anew. */
export interface ChangedEntry {
  readonly id: number;
  readonly uid: string;
  readonly documentId: string;
  /** When the run did it. */
  readonly at: string;
  readonly data: ChangedData;
}

/** What is stored now of all that the changes concern. */
interface Now {
  readonly entries: ReadonlyMap<string, EntryNow>;
  readonly sources: ReadonlyMap<string, SourceNow>;
  readonly sourcesOfArticle: ReadonlyMap<string, readonly SourceNow[]>;
  /** Articles whose tags somebody has changed since. */
  readonly retagged: ReadonlySet<string>;
}

const sourceIdsOf = (changes: readonly ChangedEntry[]): readonly string[] =>
  changes.flatMap(({ data }) => data.sources.map(({ documentId }) => documentId));

/** Articles whose tags are others than the run left, but for tags that are gone altogether: an editor may change them from the tag's side, which writes no row of the article. */
async function findRetagged(
  undo: Undo,
  changes: readonly ChangedEntry[],
  entries: Now['entries'],
): Promise<ReadonlySet<string>> {
  const left = changes.flatMap(({ documentId, data: { entry } }) => {
    const [rowId, tags] = [entries.get(documentId)?.draft?.id, entry?.after.tags];
    return rowId === undefined || tags === undefined ? [] : [{ documentId, rowId, tags }];
  });
  // A content model that has lost its tags has none to keep.
  if (left.length === 0 || undo.schema.tagLinks === null) return new Set();
  const rowIds = left.map(({ rowId }) => rowId);
  const now = await tagIdsOf(undo.session, undo.schema, rowIds);
  const standing = await standingTags(undo, [...new Set(left.flatMap(({ tags }) => tags))]);
  const isRetagged = ({ rowId, tags }: (typeof left)[number]): boolean => {
    const own = new Set(now.get(rowId) ?? []);
    const expected = new Set(tags.filter((id) => standing.has(id)));
    return own.size !== expected.size || [...own].some((id) => !expected.has(id));
  };
  return new Set(left.filter(isRetagged).map(({ documentId }) => documentId));
}

async function readNow(undo: Undo, changes: readonly ChangedEntry[]): Promise<Now> {
  const { session, schema } = undo;
  const entries = new Map<string, EntryNow>();
  const idsOf = (uid: string): readonly string[] =>
    changes.filter((change) => change.uid === uid).map(({ documentId }) => documentId);
  for (const uid of [ARTICLE, LIST] as const) {
    for (const [id, entry] of await entriesNow(session, entryTable(schema, uid), idsOf(uid))) entries.set(id, entry);
  }
  const sources = await sourcesNow(session, schema, 'documentId', sourceIdsOf(changes));
  const captures = await sourcesNow(session, schema, 'articleDocumentId', idsOf(ARTICLE));
  const sourcesOfArticle = new Map<string, readonly SourceNow[]>();
  for (const capture of captures) {
    const article = capture.articleDocumentId ?? '';
    sourcesOfArticle.set(article, [...(sourcesOfArticle.get(article) ?? []), capture]);
  }
  const retagged = await findRetagged(undo, changes, entries);
  return {
    entries,
    sources: new Map(sources.map((source) => [source.documentId, source])),
    sourcesOfArticle,
    retagged,
  };
}

/** Why a change has to stay; null where it can be taken back. */
function obstacleTo({ runId }: Undo, change: ChangedEntry, now: Now): KeptBecause | null {
  const { uid, documentId, at, data } = change;
  const isLater = (source: SourceNow): boolean => source.runId !== runId && (source.updatedAt ?? '') > at;
  const own = data.sources.map((source) => now.sources.get(source.documentId));
  if (data.entry === null) return own.some((source) => source?.runId !== runId) ? 'imported-since' : null;
  const entry = now.entries.get(documentId);
  if (entry === undefined) return 'deleted-since';
  const captures = uid === ARTICLE ? (now.sourcesOfArticle.get(documentId) ?? []) : [];
  if (captures.some(isLater)) return 'imported-since';
  return isAsLeft(entry, data.entry.after) && !now.retagged.has(documentId) ? null : 'edited-since';
}

async function restoreSources({ session, schema }: Undo, changes: readonly SourceChange[], now: Now): Promise<void> {
  const { sources } = schema;
  const known = changes.flatMap(({ documentId, before }) => {
    const row = now.sources.get(documentId);
    return row === undefined ? [] : [{ id: row.id, before }];
  });
  const rewritten = known.flatMap(({ id, before }): readonly Row[] =>
    before === null ? [] : [[id, ...sources.row(before)]],
  );
  const created = known.filter(({ before }) => before === null).map(({ id }) => id);
  if (rewritten.length > 0) await session.update(sources.name, sources.columns, rewritten);
  if (created.length > 0) await session.remove(sources.name, 'id', created);
}

function restorationsOf(changes: readonly ChangedEntry[], uid: EntryUid, now: Now): readonly Restoration[] {
  return changes.flatMap((change): readonly Restoration[] => {
    const entry = now.entries.get(change.documentId);
    const before = change.data.entry?.before ?? null;
    return change.uid !== uid || entry === undefined || before === null ? [] : [{ now: entry, before }];
  });
}

const keyBefore = (entry: EntryChange | null): string | null => {
  const key = entry?.before?.draft.values.headlineKey;
  return typeof key === 'string' ? key : null;
};

function relinkedOf(changes: readonly ChangedEntry[], now: Now): readonly Relinked[] {
  return changes.flatMap(({ uid, documentId, data }): readonly Relinked[] => {
    const entry = now.entries.get(documentId);
    return uid !== ARTICLE || entry === undefined ? [] : [{ documentId, now: entry, keyBefore: keyBefore(data.entry) }];
  });
}

/**
 * Takes back changes of the run: the entries, and with each of them the rows of the ledger. What was edited, deleted or imported again since stays.
 *
 * @param changes each entry at most once
 */
export async function restoreChanged(undo: Undo, changes: readonly ChangedEntry[]): Promise<Undone> {
  const now = await readNow(undo, changes);
  const kept: KeptEntry[] = [];
  const restored: ChangedEntry[] = [];
  for (const change of changes) {
    const because = obstacleTo(undo, change, now);
    if (because === null) restored.push(change);
    else kept.push({ uid: change.uid, documentId: change.documentId, because });
  }
  const articles = restorationsOf(restored, ARTICLE, now);
  const lists = restorationsOf(restored, LIST, now);
  await writeStates(undo, ARTICLE, articles);
  await writeStates(undo, LIST, lists);
  const sources = restored.flatMap(({ data }) => data.sources);
  await restoreSources(undo, sources, now);
  const identities = sources.flatMap(({ documentId }) => now.sources.get(documentId)?.identity ?? []);
  await countAgain(undo, [...(await forgetSightings(undo, identities))]);
  await relink(undo, relinkedOf(restored, now));
  await undo.session.remove(
    undo.schema.changes.name,
    'id',
    restored.map(({ id }) => id),
  );
  const sourcesRemoved = sources.filter(({ before }) => before === null).length;
  const counts = {
    ...NOTHING_UNDONE,
    ...{ articlesRestored: articles.length, listsRestored: lists.length },
    ...{ sourcesRemoved, sourcesRestored: sources.length - sourcesRemoved },
  };
  return { counts, kept };
}
