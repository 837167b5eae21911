import { deriveFields, type LongText } from '../../importer/normalise/derive';
import type { DocumentPlan } from '../../importer/plan/plan-document';
import type { Batch } from './batch';
import { newDocumentId } from './document-ids';
import type { Row } from './sessions/session';
import type { Reads } from './tables';

/** A document as the ledger keeps it. */
export interface LedgerEntry {
  readonly plan: DocumentPlan;
  readonly articleDocumentId: string | null;
  readonly rankingListDocumentIds: readonly string[];
}

/** What follows from a new article's fields is worked out already. */
function baseJson({ base, record: { article } }: DocumentPlan): LongText | null {
  if (base === null) return null;
  return base === article?.fields ? (article.derived ?? deriveFields(article.fields)).fieldsJson : JSON.stringify(base);
}

interface LedgerRow extends LedgerEntry {
  readonly documentId: string;
  readonly runId: string;
  readonly now: string;
}

const SOURCE: Reads<LedgerRow> = {
  documentId: ({ documentId }) => documentId,
  identity: ({ plan }) => plan.record.source.identity,
  articleIdentity: ({ plan }) => plan.record.article?.identity,
  articleAlias: ({ plan }) => plan.record.article?.alias,
  path: ({ plan }) => plan.record.source.path,
  sourceIndex: ({ plan }) => plan.record.source.index,
  url: ({ plan }) => plan.record.source.url,
  capturedAt: ({ plan }) => plan.record.source.capturedAt,
  sha256: ({ plan }) => plan.record.source.sha256,
  encoding: ({ plan }) => plan.record.source.encoding,
  raw: ({ plan }) => plan.record.rawBytes ?? plan.record.source.raw,
  parserVersion: ({ plan }) => plan.record.source.parserVersion,
  profile: ({ plan }) => plan.record.source.profile,
  articleDocumentId: ({ articleDocumentId }) => articleDocumentId,
  rankingListDocumentIds: ({ rankingListDocumentIds }) => JSON.stringify(rankingListDocumentIds),
  base: ({ plan }) => baseJson(plan),
  stated: ({ plan }) => (plan.stated === null ? null : JSON.stringify(plan.stated)),
  contentHash: ({ plan }) => (plan.isWhole ? plan.record.source.sha256 : null),
  runId: ({ runId }) => runId,
  lastSeenRunId: ({ runId }) => runId,
  isSettled: ({ plan }) => plan.record.source.isSettled,
  createdAt: ({ now }) => now,
  updatedAt: ({ now }) => now,
  publishedAt: ({ now }) => now,
};

/** What a later reading of the same source writes anew. */
const REWRITTEN = Object.keys(SOURCE).filter(
  (name) => !['identity', 'documentId', 'createdAt', 'publishedAt'].includes(name),
);

interface KnownRow {
  readonly id: number;
  readonly identity: string;
}

async function findKnown({ session, schema }: Batch, identities: readonly string[]): Promise<Map<string, number>> {
  const column = session.name(schema.sources.column('identity'));
  const sql = `select id, ${column} as identity from ${session.name(schema.sources.name)} where ${session.isOneOf(column)}`;
  const rows = await session.select<KnownRow>(sql, [session.list(identities)]);
  return new Map(rows.map(({ id, identity }) => [identity, id]));
}

/** Writes the documents of a batch into the ledger; sources that it knows are written anew. */
export async function saveSources(batch: Batch, entries: readonly LedgerEntry[]): Promise<void> {
  const { session, schema, now, runId, journal } = batch;
  const known = await findKnown(
    batch,
    entries.map(({ plan }) => plan.record.source.identity),
  );
  const before = await journal.sourcesNow(session, [...known.keys()]);
  const toRow = schema.sources.rowsOf(SOURCE);
  const inserted: Row[] = [];
  const updated: Row[] = [];
  for (const { plan, articleDocumentId, rankingListDocumentIds } of entries) {
    const { identity } = plan.record.source;
    const id = known.get(identity);
    const stored = before.get(identity) ?? null;
    const documentId = String(stored?.documentId ?? newDocumentId());
    journal.source({ documentId, articleDocumentId, before: stored });
    const row = { plan, articleDocumentId, rankingListDocumentIds, documentId, runId, now };
    if (id === undefined) inserted.push(toRow(row));
    else updated.push([id, ...REWRITTEN.map((name) => SOURCE[name]?.(row) ?? null)]);
  }
  if (inserted.length > 0) await session.add(schema.sources.name, schema.sources.columns, inserted);
  if (updated.length > 0) await session.update(schema.sources.name, schema.sources.columnsOf(REWRITTEN), updated);
}
