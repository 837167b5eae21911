import type { LinkMethod, Match } from './match-headline';

export type LinkState = 'resolved' | 'unresolved' | 'ambiguous' | 'duplicate' | 'manual';

/** A link as it is stored; `articleId` is the id of the article's row. */
export interface Link {
  readonly articleId: number | null;
  readonly linkState: LinkState;
  readonly linkMethod: LinkMethod | null;
  readonly candidates: number;
}

/** A row of one list as far as its link goes. */
export interface LinkableRow {
  readonly headlineKey: string;
  readonly hidden: boolean;
  /** Its place among the rows of the list. */
  readonly order: number;
  /** What the headline says. */
  readonly match: Match;
  /** An editor's choice, which no headline overrules: the article's row, null where it has none of the list's kind. Null for other rows. */
  readonly choice: { readonly articleId: number | null; readonly documentId: string | null } | null;
}

const RANKS: Readonly<Record<LinkMethod, number>> = { manual: 0, exact: 1, revision: 2, prefix: 3 };

/**
 * Who shows an article that several rows of a list may mean: the closest headline, then the longer beginning, then the higher place. An
 * article that comes or goes can't move a link between two rows without concerning both, so linking a few rows anew is enough.
 */
function byClaim(one: LinkableRow, other: LinkableRow): number {
  const rank = ({ match }: LinkableRow): number => RANKS[match.method ?? 'prefix'];
  return rank(one) - rank(other) || other.headlineKey.length - one.headlineKey.length || one.order - other.order;
}

function chosen({ choice }: LinkableRow): Link {
  return { articleId: choice?.articleId ?? null, linkState: 'manual', linkMethod: 'manual', candidates: 0 };
}

function matched({ match }: LinkableRow): Link {
  const { article, method, candidates } = match;
  if (article !== null) return { articleId: article.id, linkState: 'resolved', linkMethod: method, candidates };
  const linkState = candidates > 0 ? 'ambiguous' : 'unresolved';
  return { articleId: null, linkState, linkMethod: null, candidates };
}

const twin: Link = { articleId: null, linkState: 'duplicate', linkMethod: null, candidates: 1 };

/**
 * Links rows of one list: what an editor chose, else what the headline says, and no article in two rows that readers see.
 *
 * @param shown documents that rows of the list show which are not among these
 * @returns a link for each row, in their order
 */
export function decideLinks(rows: readonly LinkableRow[], shown: ReadonlySet<string>): readonly Link[] {
  const chosenIds = rows.flatMap(({ choice, hidden }) => (hidden ? [] : (choice?.documentId ?? [])));
  const taken = new Set([...shown, ...chosenIds]);
  const links = new Map<LinkableRow, Link>();
  for (const row of [...rows].sort(byClaim)) {
    const documentId = row.match.article?.documentId ?? null;
    if (row.choice !== null) links.set(row, chosen(row));
    else if (row.hidden || documentId === null || !taken.has(documentId)) links.set(row, matched(row));
    else links.set(row, twin);
    if (row.choice === null && !row.hidden && documentId !== null) taken.add(documentId);
  }
  return rows.map((row) => links.get(row) ?? twin);
}
