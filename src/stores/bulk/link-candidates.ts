import { MIN_PREFIX_LENGTH } from '../../importer/normalise/truncated-keys';
import type { Candidates } from '../link-candidates';
import type { PublicationStatus } from '../ranking-lists';
import type { Batch } from './batch';
import { chunksOf } from './sessions/session';

/** What a row of a ranking list is matched by, and the kind of article rows that it may link to. */
export interface Wanted {
  readonly headlineKey: string;
  readonly truncated: boolean;
  readonly status: PublicationStatus;
}

interface ArticleRow {
  readonly id: number;
  readonly documentId: string;
  readonly key: string;
  readonly published: unknown;
}

/** Two articles are enough to know that a beginning is not unique. */
const MAX_BY_PREFIX = 50;
/** As many parts as databases take in one compound statement. */
const MAX_UNIONS = 100;

function selectArticles({ session, schema }: Batch): string {
  const column = (attribute: string): string => session.name(schema.articles.column(attribute));
  const columns = [
    `id, ${column('documentId')} as ${session.name('documentId')}`,
    `${column('headlineKey')} as ${session.name('key')}`,
    `${column('publishedAt')} as ${session.name('published')}`,
  ];
  return `select ${columns.join(', ')} from ${session.name(schema.articles.name)}`;
}

async function findByKeys(batch: Batch, keys: readonly string[]): Promise<readonly ArticleRow[]> {
  if (keys.length === 0) return [];
  const column = batch.session.name(batch.schema.articles.column('headlineKey'));
  const sql = `${selectArticles(batch)} where ${batch.session.isOneOf(column)}`;
  return batch.session.select(sql, [batch.session.list(keys)]);
}

async function findByPrefixes(batch: Batch, prefixes: readonly string[]): Promise<readonly ArticleRow[]> {
  const { session, schema } = batch;
  const column = session.name(schema.articles.column('headlineKey'));
  const found: ArticleRow[] = [];
  for (const some of chunksOf(prefixes, MAX_UNIONS)) {
    const one = `${selectArticles(batch)} where ${session.beginsWith(column)} limit ${MAX_BY_PREFIX}`;
    const sql = some.map((_, at) => `select * from (${one}) as part${at}`).join(' union all ');
    found.push(
      ...(await session.select<ArticleRow>(
        sql,
        some.flatMap((prefix) => session.beginning(prefix)),
      )),
    );
  }
  return found;
}

const statusOf = ({ published }: ArticleRow): PublicationStatus => (published === null ? 'draft' : 'published');

function toCandidates(rows: readonly ArticleRow[], status: PublicationStatus): Candidates {
  return new Map(rows.filter((row) => statusOf(row) === status).map(({ documentId, id }) => [documentId, id]));
}

function groupByKey(rows: readonly ArticleRow[]): ReadonlyMap<string, readonly ArticleRow[]> {
  const groups = new Map<string, ArticleRow[]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group === undefined) groups.set(row.key, [row]);
    else group.push(row);
  }
  return groups;
}

/** For each wanted row, in order, the articles whose headline it prints: with the same key, or for a cut one with that beginning. */
export async function findCandidates(batch: Batch, wanted: readonly Wanted[]): Promise<readonly Candidates[]> {
  const whole = wanted.filter(({ truncated, headlineKey }) => !truncated && headlineKey !== '');
  const cut = wanted.filter(
    ({ truncated, headlineKey }) => truncated && Array.from(headlineKey).length >= MIN_PREFIX_LENGTH,
  );
  const groups = groupByKey(await findByKeys(batch, [...new Set(whole.map(({ headlineKey }) => headlineKey))]));
  const prefixes = [...new Set(cut.map(({ headlineKey }) => headlineKey))];
  const beginning = await findByPrefixes(batch, prefixes);
  const byPrefix = new Map(prefixes.map((prefix) => [prefix, beginning.filter(({ key }) => key.startsWith(prefix))]));
  return wanted.map(({ headlineKey, truncated, status }) =>
    toCandidates((truncated ? byPrefix : groups).get(headlineKey) ?? [], status),
  );
}
