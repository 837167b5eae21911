import { takeSlugs } from '../bulk/slugs';
import type { DeletedData, EntryState, RowState } from '../changes/change-data';
import { readSources } from '../changes/read-states';
import { relink } from './relink';
import { entriesNow, type EntryNow } from './rows-now';
import { NOTHING_UNDONE, type KeptBecause, type Undo, type Undone } from './undo';
import { publishedOf, writeStates } from './write-states';

const ARTICLE = 'api::article.article';

/** A source that the run found gone, with what it deleted because of that. */
export interface DeletedRow {
  readonly id: number;
  readonly data: DeletedData;
}

async function articleNow({ session, schema }: Undo, documentId: string): Promise<EntryNow | null> {
  return (await entriesNow(session, schema.articles, [documentId])).get(documentId) ?? null;
}

/** Whether the same document, or the same article under another name, has been imported since. */
async function isImportedAgain({ session, schema }: Undo, { source }: DeletedData): Promise<boolean> {
  const { identity, articleIdentity, articleDocumentId } = source;
  if ((await readSources(session, schema, 'identity', [String(identity)])).size > 0) return true;
  if (typeof articleIdentity !== 'string') return false;
  const captures = await readSources(session, schema, 'articleIdentity', [articleIdentity]);
  return [...captures.values()].some((capture) => capture.articleDocumentId !== articleDocumentId);
}

async function obstacleTo(undo: Undo, data: DeletedData): Promise<KeptBecause | null> {
  if (await isImportedAgain(undo, data)) return 'imported-since';
  const { articleDocumentId } = data.source;
  if (typeof articleDocumentId !== 'string') return null;
  const now = await articleNow(undo, articleDocumentId);
  if (data.entry === null) return now === null ? 'deleted-since' : null;
  return now === null ? null : 'imported-since';
}

function withSlug<State extends Partial<RowState>>(state: State, slug: string): State {
  return { ...state, values: { ...state.values, slug } };
}

/** Another article may have got the slug meanwhile: then this one gets the next free one, as a new article would. */
async function withFreeSlugs(undo: Undo, { draft, published }: EntryState): Promise<EntryState> {
  const { articles } = undo.schema;
  const slugs = [draft.values.slug, published?.values?.slug].filter((slug) => typeof slug === 'string');
  const wanted = slugs.map((slug) => ({ first: slug, all: () => [slug] }));
  const [slug, publishedSlug] = await takeSlugs(undo, articles, wanted);
  return {
    draft: slug === undefined ? draft : withSlug(draft, slug),
    published: published === null || publishedSlug === undefined ? published : withSlug(published, publishedSlug),
  };
}

/** Stores the rows of an article again, with what hung on them, and links the rows of ranking lists that name it. */
async function insertEntry(undo: Undo, deleted: EntryState): Promise<void> {
  const before = await withFreeSlugs(undo, deleted);
  const { session, schema } = undo;
  const { articles } = schema;
  const rows = [before.draft, publishedOf(before)].flatMap((state) =>
    state === null ? [] : [articles.row(state.values)],
  );
  await session.add(articles.name, articles.columns, rows);
  const documentId = String(before.draft.values.documentId);
  const now = await articleNow(undo, documentId);
  if (now === null) return;
  await writeStates(undo, ARTICLE, [{ now, before }]);
  await relink(undo, [{ documentId, now, keyBefore: null }]);
}

/** Brings back what the run deleted because of one source, under the document ids that it had; what was imported again since stays as it is. */
export async function restoreDeleted(undo: Undo, { id, data }: DeletedRow): Promise<Undone> {
  const { session, schema } = undo;
  const { entry, source } = data;
  const because = await obstacleTo(undo, data);
  if (because !== null) {
    const documentId = String(source.articleDocumentId ?? source.documentId);
    return { counts: NOTHING_UNDONE, kept: [{ uid: ARTICLE, documentId, because }] };
  }
  if (entry !== null) await insertEntry(undo, entry);
  await session.add(schema.sources.name, schema.sources.columns, [schema.sources.row(source)]);
  await session.remove(schema.changes.name, 'id', [id]);
  return { counts: { ...NOTHING_UNDONE, articlesRestored: entry === null ? 0 : 1, sourcesRestored: 1 }, kept: [] };
}
