import type { Batch } from '../bulk/batch';
import { newDocumentId } from '../bulk/document-ids';
import type { Row, Session } from '../bulk/sessions/session';
import type { Data } from '../bulk/tables';
import type { ChangeSchema, EntryUid } from './change-schema';
import type { ChangedData, CreatedData, CreatedEntry, EntryState, Left, SourceChange } from './change-data';
import { toChangeText } from './change-text';
import { draftIds, tagIdsOf } from './draft-tags';
import { readSources, readStamps, readStates, type AboutToChange } from './read-states';

const ARTICLE = 'api::article.article';
const SOURCE = 'plugin::copydesk.source-document';

interface WrittenSource extends SourceChange {
  readonly articleDocumentId: string | null;
}

/**
 * Takes down what one transaction writes, so that its run can be rolled back. Creating costs one row for all entries of a transaction; an entry that
 * is changed costs a row with what it was.
 */
export interface Journal {
  /** An entry was created. */
  created(uid: string, documentId: string, isPublished: boolean): void;
  /** Entries of a content type are about to change: takes down how they are now. */
  changing(session: Session, uid: EntryUid, entries: readonly AboutToChange[]): Promise<void>;
  /** Rows of the ledger as they are now, by identity; those that are not there yet are absent. */
  sourcesNow(session: Session, identities: readonly string[]): Promise<ReadonlyMap<string, Data>>;
  /** A row of the ledger is written; `before` is null for a new one. */
  source(source: WrittenSource): void;
  /** Puts all of it on record, in the transaction of the session. */
  save(session: Session, run: Pick<Batch, 'runId' | 'now'>): Promise<void>;
}

interface Taken {
  readonly created: Map<string, CreatedEntry[]>;
  readonly states: Map<string, { readonly uid: string; readonly before: EntryState }>;
  readonly sources: WrittenSource[];
}

interface ChangeRow {
  readonly uid: string;
  readonly documentId: string;
  readonly data: ChangedData;
}

const toSourceChange = ({ documentId, before }: WrittenSource): SourceChange => ({ documentId, before });

/** Ledger rows stand with the entry that they changed: both are put back, or neither. */
function changedRows({ states, sources }: Taken, left: ReadonlyMap<string, Left>): readonly ChangeRow[] {
  const entries = [...states].map(([documentId, { uid, before }]): ChangeRow => {
    const own = sources.filter(({ articleDocumentId }) => uid === ARTICLE && articleDocumentId === documentId);
    const entry = { before, after: left.get(documentId) ?? { draft: null, published: null } };
    return { uid, documentId, data: { entry, sources: own.map(toSourceChange) } };
  });
  const rewritten = sources.filter(
    ({ before, articleDocumentId }) => before !== null && !states.has(articleDocumentId ?? ''),
  );
  const alone = rewritten.map((source): ChangeRow => {
    return { uid: SOURCE, documentId: source.documentId, data: { entry: null, sources: [toSourceChange(source)] } };
  });
  return [...entries, ...alone];
}

/** What is new and stands for itself. */
function createdEntries({ created, states, sources }: Taken): CreatedData {
  const fresh = sources.filter(
    ({ before, articleDocumentId }) => before === null && !states.has(articleDocumentId ?? ''),
  );
  const all = {
    ...Object.fromEntries(created),
    [SOURCE]: fresh.map(({ documentId }): CreatedEntry => [documentId, 0]),
  };
  return Object.fromEntries(Object.entries(all).filter(([, entries]) => entries.length > 0));
}

/** What shows later whether entries are still as this transaction left them. */
async function readLeft(taken: Taken, session: Session, schema: ChangeSchema): Promise<ReadonlyMap<string, Left>> {
  const left = new Map<string, Left>();
  for (const table of [schema.articles, schema.lists]) {
    const ids = [...taken.states].filter(([, { uid }]) => uid === table.uid).map(([documentId]) => documentId);
    for (const [documentId, stamps] of await readStamps(session, table, ids)) left.set(documentId, stamps);
  }
  const retagged = [...taken.states].filter(([, { before }]) => before.draft.tags !== null).map(([id]) => id);
  const rowIds = await draftIds(session, schema, retagged);
  const tags = await tagIdsOf(session, schema, [...rowIds.values()]);
  for (const [documentId, rowId] of rowIds) {
    const stamps = left.get(documentId);
    if (stamps !== undefined) left.set(documentId, { ...stamps, tags: tags.get(rowId) ?? [] });
  }
  return left;
}

/** How many documents a row stands for, and how many rows of the ledger name the run because of it. */
function countsOf(sources: readonly SourceChange[], runId: string): Data {
  const fresh = sources.filter(({ before }) => before?.runId !== runId);
  return { documents: sources.length, sources: fresh.length };
}

async function rowsOf(taken: Taken, session: Session, schema: ChangeSchema, runId: string): Promise<readonly Data[]> {
  const created = createdEntries(taken);
  const documents = created[SOURCE]?.length ?? 0;
  const data = { kind: 'created', data: toChangeText(created), documents, sources: documents };
  const left = await readLeft(taken, session, schema);
  const changed = changedRows(taken, left).map(({ uid, documentId, data: { entry, sources } }): Data => ({
    ...{ kind: 'changed', uid, entryDocumentId: documentId, data: toChangeText({ entry, sources }) },
    ...countsOf(sources, runId),
  }));
  return Object.keys(created).length > 0 ? [data, ...changed] : changed;
}

/** Opens the journal of one transaction. */
export function openJournal(schema: ChangeSchema): Journal {
  const taken: Taken = { created: new Map(), states: new Map(), sources: [] };
  return {
    created(uid, documentId, isPublished) {
      const entries = taken.created.get(uid) ?? [];
      taken.created.set(uid, entries);
      entries.push([documentId, isPublished ? 1 : 0]);
    },
    async changing(session, uid, entries) {
      // The state before the transaction is the one to go back to.
      const fresh = entries.filter(({ documentId }) => !taken.states.has(documentId));
      for (const [documentId, before] of await readStates(session, schema, uid, fresh)) {
        taken.states.set(documentId, { uid, before });
      }
    },
    sourcesNow: (session, identities) => readSources(session, schema, 'identity', identities),
    source(source) {
      taken.sources.push(source);
    },
    async save(session, { runId, now }) {
      const times = { createdAt: now, updatedAt: now, publishedAt: now };
      const rows = (await rowsOf(taken, session, schema, runId)).map((data): Row => {
        return schema.changes.row({ ...data, ...times, runId, documentId: newDocumentId() });
      });
      if (rows.length > 0) await session.add(schema.changes.name, schema.changes.columns, rows);
    },
  };
}
