import { entryKeys } from '../../importer/rankings/entry-keys';
import { headlineKey, MIN_PREFIX_LENGTH } from '../../importer/normalise/headline-key';
import { MAX_CANDIDATES, matchHeadline, type Candidate, type Match } from '../../importer/rankings/match-headline';
import type { PublicationStatus } from '../ranking-lists';
import type { Linking } from './schema';
import type { RowAt } from './sessions/session';

/** A printed row that is to be matched, and the kind of article rows that it may link to. */
export interface Wanted {
  readonly headline: string;
  readonly headlineKey: string;
  readonly truncated: boolean;
  readonly status: PublicationStatus;
}

/** A row of an article, of a draft or published. */
interface ArticleRow extends Candidate {
  readonly key: string;
  readonly published: unknown;
}

function columnsOf({ session, schema }: Linking): string {
  const column = (attribute: string): string => session.name(schema.articles.column(attribute));
  const columns = [
    `id, ${column('documentId')} as ${session.name('documentId')}, ${column('headline')} as headline`,
    `${column('headlineKey')} as ${session.name('key')}`,
    `${column('publishedAt')} as ${session.name('published')}`,
  ];
  return columns.join(', ');
}

export const selectArticles = (linking: Linking): string =>
  `select ${columnsOf(linking)} from ${linking.session.name(linking.schema.articles.name)}`;

async function findByKeys(linking: Linking, keys: readonly string[]): Promise<readonly ArticleRow[]> {
  if (keys.length === 0) return [];
  const column = linking.session.name(linking.schema.articles.column('headlineKey'));
  const sql = `${selectArticles(linking)} where ${linking.session.isOneOf(column)}`;
  return linking.session.select(sql, [linking.session.list(keys)]);
}

const nameOf = ({ headlineKey: key, status }: Pick<Wanted, 'headlineKey' | 'status'>): string => `${status} ${key}`;

const STATUSES: readonly PublicationStatus[] = ['draft', 'published'];

/** Article rows of one kind by the beginnings of their keys, with the places of these. */
function selectByPrefixes(
  linking: Linking,
  prefixes: readonly string[],
  status: PublicationStatus,
): Promise<readonly (ArticleRow & RowAt)[]> {
  const { session, schema } = linking;
  const column = (attribute: string): string => session.name(schema.articles.column(attribute));
  const where = `${column('publishedAt')} is ${status === 'draft' ? 'null' : 'not null'}`;
  const table = session.name(schema.articles.name);
  const what = { columns: columnsOf(linking), table, column: column('headlineKey'), where, limit: MAX_CANDIDATES };
  return session.firstOfEach<ArticleRow>(what, prefixes);
}

/** Articles by beginning, for each kind of row its own: drafts without published rows must not crowd out the published ones. */
async function findByPrefixes(
  linking: Linking,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, readonly ArticleRow[]>> {
  const found = new Map<string, readonly ArticleRow[]>();
  for (const status of STATUSES) {
    const prefixes = [...new Set(wanted.filter((row) => row.status === status).map(({ headlineKey: key }) => key))];
    if (prefixes.length === 0) continue;
    for (const { place, ...row } of await selectByPrefixes(linking, prefixes, status)) {
      const name = nameOf({ headlineKey: prefixes[Number(place)] ?? '', status });
      found.set(name, [...(found.get(name) ?? []), row]);
    }
  }
  return found;
}

type ByKey = ReadonlyMap<string, readonly ArticleRow[]>;

/** Rows by their key, drafts and published ones apart. */
function groupByKey(rows: readonly ArticleRow[]): Readonly<Record<PublicationStatus, ByKey>> {
  const groups = { draft: new Map<string, ArticleRow[]>(), published: new Map<string, ArticleRow[]>() };
  for (const row of rows) {
    const kind = row.published === null ? groups.draft : groups.published;
    const group = kind.get(row.key);
    if (group === undefined) kind.set(row.key, [row]);
    else group.push(row);
  }
  return groups;
}

/** What a row's article would have as its key, if the page printed its headline whole: some headlines do end in dots. */
const wholeKey = ({ headline, headlineKey: key, truncated }: Wanted): string =>
  truncated ? headlineKey(headline) : key;

const NOTHING: readonly ArticleRow[] = [];

/** What a headline says that no article has. */
export const NO_MATCH: Match = { article: null, method: null, candidates: 0 };

/** What each wanted row says of its article, in their order. The number of queries grows with the cut headlines alone. */
export async function matchRows(linking: Linking, wanted: readonly Wanted[]): Promise<readonly Match[]> {
  const keys = new Set(wanted.map(wholeKey));
  keys.delete('');
  const groups = groupByKey(await findByKeys(linking, [...keys]));
  const cut = wanted.filter(
    ({ truncated, headlineKey: key }) => truncated && Array.from(key).length >= MIN_PREFIX_LENGTH,
  );
  const prefixes = await findByPrefixes(linking, cut);
  return wanted.map((row) => {
    const byKey = groups[row.status].get(wholeKey(row)) ?? NOTHING;
    const byPrefix = row.truncated ? (prefixes.get(nameOf(row)) ?? NOTHING) : NOTHING;
    return byKey.length + byPrefix.length === 0 ? NO_MATCH : matchHeadline(row, { byKey, byPrefix });
  });
}

/** The keys of stored rows that an article's headline may be printed as, besides the beginnings of its own. */
export function keysToRelink(keys: readonly string[]): readonly string[] {
  const dotted = keys.filter((key) => entryKeys(key, false).truncated);
  return [...new Set([...keys, ...dotted.map((key) => entryKeys(key, true).headlineKey)])].filter((key) => key !== '');
}
