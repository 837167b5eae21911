/**
 * What ranking rows should link to, worked out the plain way: every row is compared with every article. It shares nothing with the code that it
 * judges.
 */
export interface PlainArticle {
  readonly id: number;
  readonly documentId: string;
  readonly headline: string;
  readonly publishedAt: unknown;
}

export interface PlainRow {
  readonly headline: string;
  readonly hidden: boolean | null;
  readonly linkState: string;
  readonly chosenDocumentId: string | null;
}

const plain = (text: string): string =>
  text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace('…', '...').toLowerCase();
const withoutUpdate = (text: string): string => plain(text).replace(/ \(update \d\)$/, '');

/** How closely an article fits a row: 1 the very headline, 2 another revision, 3 a cut headline's beginning; null for not at all. */
function fit(printed: string, headline: string): number | null {
  if (plain(printed) === plain(headline)) return 1;
  if (!plain(printed).endsWith('...')) return withoutUpdate(printed) === withoutUpdate(headline) ? 2 : null;
  const beginning = plain(printed).slice(0, -3).trimEnd();
  return beginning.length >= 12 && withoutUpdate(headline).startsWith(beginning) ? 3 : null;
}

interface Claim {
  readonly at: number;
  readonly article: PlainArticle | null;
  readonly rank: number;
  readonly count: number;
}

function claimOf({ headline }: PlainRow, at: number, articles: readonly PlainArticle[]): Claim {
  for (const rank of [1, 2, 3]) {
    const fitting = articles.filter((article) => fit(headline, article.headline) === rank);
    if (fitting.length > 0)
      return { at, article: fitting.length === 1 ? (fitting[0] ?? null) : null, rank, count: fitting.length };
  }
  return { at, article: null, rank: 9, count: 0 };
}

/**
 * The state and the linked row of each row of a list.
 *
 * @param articles rows of the list's own kind, drafts or published ones
 */
export function plainLinks(rows: readonly PlainRow[], articles: readonly PlainArticle[]): readonly string[] {
  const manual = rows.map(({ linkState }) => linkState === 'manual');
  const taken = new Set(rows.flatMap((row, at) => (manual[at] === true && !row.hidden ? [row.chosenDocumentId] : [])));
  const claims = rows.map((row, at) => claimOf(row, at, articles));
  const length = ({ at }: Claim): number => plain(rows[at]?.headline ?? '').length;
  const inOrder = [...claims].sort(
    (one, other) => one.rank - other.rank || (one.rank === 3 ? length(other) - length(one) : 0) || one.at - other.at,
  );
  const links: string[] = [];
  for (const { at, article, count } of inOrder) {
    const row = rows[at];
    if (row === undefined) continue;
    if (manual[at] === true) {
      const chosen = articles.find(({ documentId }) => documentId === row.chosenDocumentId);
      links[at] = `manual ${chosen?.id ?? 'nothing'}`;
    } else if (article === null) links[at] = count > 1 ? 'ambiguous nothing' : 'unresolved nothing';
    else if (row.hidden === true) links[at] = `resolved ${article.id}`;
    else {
      links[at] = taken.has(article.documentId) ? 'duplicate nothing' : `resolved ${article.id}`;
      taken.add(article.documentId);
    }
  }
  return links;
}
