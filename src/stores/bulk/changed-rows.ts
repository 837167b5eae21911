import { headlineKey } from '../../importer/normalise/headline-key';
import { wordCount } from '../../importer/normalise/word-count';
import type { ArticleFields, ArticleRecord } from '../../importer/records';
import type { Batch } from './batch';
import type { Row } from './sessions/session';
import type { Data } from './tables';

/** Fields of an article by document id, as a plan wants them written. */
export interface ArticleChange {
  readonly documentId: string;
  readonly changes: Partial<ArticleFields>;
  /** The article as it is read, which some of the changes come from. */
  readonly record: ArticleRecord;
}

/** An article's rows as far as an update needs them. */
export interface ChangedArticle extends ArticleChange {
  readonly draftId: number;
  /** Null where none is published, or where the draft has edits that wait for an editor to publish them. */
  readonly publishedId: number | null;
  readonly headlineKey: string | null;
}

interface StoredRow {
  readonly id: number;
  readonly documentId: string;
  readonly key: string | null;
  readonly updated: unknown;
  readonly published: unknown;
}

async function selectRows({ session, schema }: Batch, documentIds: readonly string[]): Promise<readonly StoredRow[]> {
  const name = (attribute: string): string => session.name(schema.articles.column(attribute));
  const columns = { documentId: 'documentId', key: 'headlineKey', updated: 'updatedAt', published: 'publishedAt' };
  const list = Object.entries(columns).map(([alias, attribute]) => `${name(attribute)} as ${session.name(alias)}`);
  const sql =
    `select id, ${list.join(', ')} from ${session.name(schema.articles.name)} ` +
    `where ${session.isOneOf(name('documentId'))}`;
  return session.select(sql, [session.list(documentIds)]);
}

/** The rows that an import may change: drafts, and published ones of articles that have no edits waiting. */
export async function findChanged(batch: Batch, changes: readonly ArticleChange[]): Promise<readonly ChangedArticle[]> {
  if (changes.length === 0) return [];
  const { session } = batch;
  const rows = await selectRows(
    batch,
    changes.map(({ documentId }) => documentId),
  );
  const drafts = new Map(rows.filter(({ published }) => published === null).map((row) => [row.documentId, row]));
  const published = new Map(rows.filter((row) => row.published !== null).map((row) => [row.documentId, row]));
  return changes.flatMap((change): readonly ChangedArticle[] => {
    const draft = drafts.get(change.documentId);
    if (draft === undefined) return [];
    const twin = published.get(change.documentId);
    const isPending = (session.toInstant(draft.updated) ?? '') > (session.toInstant(twin?.updated) ?? '');
    const publishedId = twin === undefined || isPending ? null : twin.id;
    return [{ ...change, draftId: draft.id, publishedId, headlineKey: draft.key }];
  });
}

/** What follows from a body that comes from the source as it is has been worked out already. */
function bodyData(body: ArticleFields['body'], { fields, derived }: ArticleRecord): Data {
  if (derived === undefined || fields.body !== body) return { body: JSON.stringify(body), wordCount: wordCount(body) };
  return { body: derived.bodyJson, wordCount: derived.wordCount };
}

/** The columns of an article's own table that follow from changed fields. */
function toData({ changes, record }: ChangedArticle, now: string): Data {
  const { photos, authors, tags, body, ...plain } = changes;
  const { headline } = plain;
  return {
    ...plain,
    ...(body === undefined ? {} : bodyData(body, record)),
    ...(headline === undefined ? {} : { headlineKey: headline === null ? null : headlineKey(headline) }),
    updatedAt: now,
  };
}

/** Writes the changed columns: rows that change the same columns together. */
export async function updateRows({ session, schema, now }: Batch, articles: readonly ChangedArticle[]): Promise<void> {
  const groups = new Map<string, { readonly names: readonly string[]; readonly rows: Row[] }>();
  const add = (id: number, data: Data): void => {
    const names = Object.keys(data);
    const group = groups.get(names.join()) ?? { names, rows: [] };
    groups.set(names.join(), group);
    group.rows.push([id, ...names.map((name) => data[name] ?? null)]);
  };
  for (const article of articles) {
    const data = toData(article, now);
    add(article.draftId, data);
    if (article.publishedId !== null) add(article.publishedId, { ...data, publishedAt: now });
  }
  for (const { names, rows } of groups.values()) {
    await session.update(schema.articles.name, schema.articles.columnsOf(names), rows);
  }
}
