import { deriveFields, type LongText } from '../../importer/normalise/derive';
import type { DocumentPlan } from '../../importer/plan/plan-document';
import type { Batch } from './batch';
import { newDocumentId } from './document-ids';
import type { Row } from './sessions/session';
import type { Data } from './tables';

/** A document as the ledger keeps it. */
export interface LedgerEntry {
  readonly plan: DocumentPlan;
  readonly articleDocumentId: string | null;
  readonly rankingListDocumentIds: readonly string[];
}

/** What a later reading of the same source writes anew. */
const REWRITTEN = [
  ...[
    'articleIdentity',
    'articleAlias',
    'path',
    'sourceIndex',
    'url',
    'capturedAt',
    'sha256',
    'encoding',
    'raw',
    'parserVersion',
  ],
  ...[
    'profile',
    'articleDocumentId',
    'rankingListDocumentIds',
    'base',
    'stated',
    'contentHash',
    'runId',
    'lastSeenRunId',
  ],
  ...['isSettled', 'updatedAt'],
];

/** What follows from a new article's fields is worked out already. */
function baseJson({ base, record: { article } }: DocumentPlan): LongText | null {
  if (base === null) return null;
  return base === article?.fields ? (article.derived ?? deriveFields(article.fields)).fieldsJson : JSON.stringify(base);
}

function toData({ runId, now }: Batch, { plan, ...became }: LedgerEntry): Data {
  const { source, article, rawBytes } = plan.record;
  const { identity, path, index, url, capturedAt, sha256, encoding, parserVersion, profile, isSettled } = source;
  return {
    ...{ identity, path, url, capturedAt, sha256, encoding, parserVersion, profile, isSettled },
    // Not taken apart with the rest: bytes need not become a string here.
    raw: rawBytes ?? source.raw,
    ...{
      sourceIndex: index,
      articleIdentity: article?.identity ?? null,
      articleAlias: article?.alias ?? null,
      contentHash: plan.isWhole ? source.sha256 : null,
    },
    ...{ runId, lastSeenRunId: runId, updatedAt: now, articleDocumentId: became.articleDocumentId },
    rankingListDocumentIds: JSON.stringify(became.rankingListDocumentIds),
    base: baseJson(plan),
    stated: plan.stated === null ? null : JSON.stringify(plan.stated),
  };
}

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
  const { session, schema, now, journal } = batch;
  const known = await findKnown(
    batch,
    entries.map(({ plan }) => plan.record.source.identity),
  );
  const before = await journal.sourcesNow(session, [...known.keys()]);
  const inserted: Row[] = [];
  const updated: Row[] = [];
  for (const entry of entries) {
    const data = toData(batch, entry);
    const { identity } = entry.plan.record.source;
    const id = known.get(identity);
    const created = { documentId: newDocumentId(), createdAt: now, publishedAt: now };
    const { articleDocumentId } = entry;
    const stored = before.get(identity) ?? null;
    journal.source({ documentId: String(stored?.documentId ?? created.documentId), articleDocumentId, before: stored });
    if (id === undefined) inserted.push(schema.sources.row({ ...data, ...created }));
    else updated.push([id, ...REWRITTEN.map((name) => data[name] ?? null)]);
  }
  if (inserted.length > 0) await session.insert(schema.sources.name, schema.sources.columns, inserted);
  if (updated.length > 0) await session.update(schema.sources.name, schema.sources.columnsOf(REWRITTEN), updated);
}
