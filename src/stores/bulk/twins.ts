import { isPossibleTwin, twinKey, type Lookalike } from '../../importer/plan/possible-twin';
import type { DatePrecision } from '../../importer/documents';
import type { ArticleFields, DocumentRecord } from '../../importer/records';
import type { BulkSchema } from './schema';
import type { Session } from './sessions/session';

/** A new article with a headline. */
interface NewArticle {
  readonly record: DocumentRecord;
  readonly key: string;
  readonly fields: ArticleFields;
}

interface Found {
  readonly key: string;
  readonly publisher: string;
  readonly id: number | null;
}

interface TwinRow {
  readonly id: number;
  readonly headline: string;
  readonly publisher: string | null;
  readonly published: unknown;
  readonly precision: DatePrecision | null;
  readonly document: string;
}

/** A headline and its publisher; without one it is anybody's. */
const pairOf = ({ key, fields }: NewArticle): readonly [string, string] => [key, fields.publisher ?? ''];

/** Whether the document prints when the article appeared, to the minute. */
const isTimed = ({ fields }: NewArticle): boolean =>
  fields.datePublished !== null && fields.datePublishedPrecision === 'minute';

/** The first stored article with each headline; for a timed one, the first that is not timed itself. */
async function findFirst(
  session: Session,
  { articles }: BulkSchema,
  wanted: readonly NewArticle[],
  areTimed: boolean,
): Promise<ReadonlyMap<string, number>> {
  if (wanted.length === 0) return new Map();
  const column = (attribute: string): string => `stored.${session.name(articles.column(attribute))}`;
  const untimed = `(${column('datePublished')} is null or ${column('datePublishedPrecision')} = 'day')`;
  const conditions = [
    `${column('headlineKey')} = pair.low and ${column('publishedAt')} is null`,
    `(pair.high = '' or ${column('publisher')} is null or ${column('publisher')} = pair.high)`,
    ...(areTimed ? [untimed] : []),
  ];
  const first = `select min(stored.id) from ${session.name(articles.name)} as stored where ${conditions.join(' and ')}`;
  const sql = `select pair.low as ${session.name('key')}, pair.high as publisher, (${first}) as id from ${session.pairs()} as pair`;
  const rows = await session.select<Found>(sql, [JSON.stringify(wanted.map(pairOf))]);
  return new Map(
    rows.flatMap(({ key, publisher, id }) => (id === null ? [] : [[JSON.stringify([key, publisher]), Number(id)]])),
  );
}

async function describe(
  session: Session,
  { articles, sources }: BulkSchema,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Lookalike>> {
  if (ids.length === 0) return new Map();
  const named = (attribute: string, alias: string): string =>
    `${session.name(articles.column(attribute))} as ${session.name(alias)}`;
  const columns = [
    ...[named('headline', 'headline'), named('publisher', 'publisher'), named('datePublished', 'published')],
    ...[named('datePublishedPrecision', 'precision'), named('documentId', 'document')],
  ];
  const sql = `select id, ${columns.join(', ')} from ${session.name(articles.name)} where ${session.isOneOf('id')}`;
  const rows = await session.select<TwinRow>(sql, [session.list(ids)]);
  const owner = session.name(sources.column('articleDocumentId'));
  const paths = await session.select<{ readonly document: string; readonly path: string }>(
    `select ${owner} as document, min(path) as path from ${session.name(sources.name)} where ${session.isOneOf(owner)} group by ${owner}`,
    [session.list(rows.map(({ document }) => document))],
  );
  const pathOf = new Map(paths.map(({ document, path }) => [document, path]));
  return new Map(
    rows.map(({ id, headline, publisher, published, precision, document }) => {
      const datePublished = session.toInstant(published);
      const path = pathOf.get(document) ?? 'the admin panel';
      return [id, { headline, publisher, datePublished, datePublishedPrecision: precision, path }];
    }),
  );
}

/** Stored articles that new ones may be the same as. Two queries for a batch, and two more where there is one. */
export async function findTwins(
  session: Session,
  schema: BulkSchema,
  records: readonly DocumentRecord[],
): Promise<ReadonlyMap<DocumentRecord, Lookalike>> {
  const wanted = records.flatMap((record): readonly NewArticle[] => {
    const key = twinKey(record);
    return record.article === null || key === '' ? [] : [{ record, key, fields: record.article.fields }];
  });
  const timed = await findFirst(session, schema, wanted.filter(isTimed), true);
  const untimed = await findFirst(
    session,
    schema,
    wanted.filter((article) => !isTimed(article)),
    false,
  );
  const twins = await describe(session, schema, [...new Set([...timed.values(), ...untimed.values()])]);
  return new Map(
    wanted.flatMap((article): readonly [DocumentRecord, Lookalike][] => {
      const id = (isTimed(article) ? timed : untimed).get(JSON.stringify(pairOf(article)));
      const twin = twins.get(id ?? 0);
      return twin === undefined || !isPossibleTwin(article.fields, twin) ? [] : [[article.record, twin]];
    }),
  );
}
