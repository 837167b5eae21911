import type { DocumentRecord } from '../../importer/records';
import type { BulkSchema } from './schema';
import type { Session } from './sessions/session';

interface CaptureRow {
  readonly key: string;
  readonly article: string;
}

interface CaptureKey {
  readonly article: string;
  readonly isOne: boolean;
}

/** A query of the ledger: columns by their alias. */
export function ledger(session: Session, { sources }: BulkSchema, columns: Readonly<Record<string, string>>): string {
  const list = Object.entries(columns).map(
    ([alias, attribute]) => `${session.name(sources.column(attribute))} as ${session.name(alias)}`,
  );
  return `select id, ${list.join(', ')} from ${session.name(sources.name)}`;
}

/** The articles of these keys, as the first capture with each says; null where captures with one key have several articles. */
async function findBy(
  session: Session,
  schema: BulkSchema,
  attribute: 'articleIdentity' | 'articleAlias',
  keys: readonly string[],
): Promise<ReadonlyMap<string, CaptureKey>> {
  if (keys.length === 0) return new Map();
  const name = (some: string): string => session.name(schema.sources.column(some));
  const columns = { key: attribute, article: 'articleDocumentId' };
  const where = `${session.isOneOf(name(attribute))} and ${name('articleDocumentId')} is not null`;
  const sql = `${ledger(session, schema, columns)} where ${where} order by id desc`;
  const rows = await session.select<CaptureRow>(sql, [session.list(keys)]);
  const found = new Map<string, CaptureKey>();
  for (const { key, article } of rows) {
    const later = found.get(key);
    found.set(key, { article, isOne: later === undefined || (later.isOne && later.article === article) });
  }
  return found;
}

/** Finds the articles of records by what they are known by: the same identity, else an extraction of the page that states no URL, or the only one that does. */
export async function findArticleIds(session: Session, schema: BulkSchema, records: readonly DocumentRecord[]) {
  const identities = records.flatMap(({ article }) => article?.identity ?? []);
  const aliases = records.flatMap(({ article }) => article?.alias ?? []);
  const same = await findBy(session, schema, 'articleIdentity', [...identities, ...aliases]);
  const withUrl = await findBy(session, schema, 'articleAlias', identities);
  return ({ article }: DocumentRecord): string | null => {
    const [identity, alias] = [article?.identity ?? '', article?.alias ?? ''];
    const known = same.get(identity) ?? same.get(alias);
    if (known !== undefined) return known.article;
    const only = withUrl.get(identity);
    return only?.isOne === true ? only.article : null;
  };
}
