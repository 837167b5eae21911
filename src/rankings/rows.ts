import { entriesOfLists, namedColumns, rankOf, type Knex, type RankingTables } from './tables';

/** What readers learn of a published article beside its row. */
export interface RankedArticle {
  readonly documentId: string;
  readonly headline: string;
  readonly slug: string | null;
}

/** A row of a ranking list as stored, hidden ones too. */
export interface StoredRow {
  readonly listId: number;
  readonly headline: string;
  readonly headlineKey: string;
  /** What readers see instead of the headline. */
  readonly label: string | null;
  /** Null where no page printed the row. */
  readonly printedPosition: number | null;
  /** What movement is told by: see `rankOf`. */
  readonly rank: number;
  readonly description: string | null;
  readonly url: string | null;
  readonly pinned: boolean;
  readonly hidden: boolean;
  readonly article: RankedArticle | null;
  /** The row that is shown of the article. */
  readonly articleRow: number | null;
}

/** As many rows of one list as are answered. */
const MAX_ROWS = 100;

interface RawRow {
  readonly listId: number;
  readonly headline: string;
  readonly headlineKey: string | null;
  readonly label: string | null;
  readonly printedPosition: number | null;
  readonly rank: number | null;
  readonly description: string | null;
  readonly url: string | null;
  readonly pinnedPosition: number | null;
  readonly hidden: unknown;
  readonly articleRow: number | null;
  readonly articleId: string | null;
  readonly articleHeadline: string | null;
  readonly articleSlug: string | null;
}

function toRow(row: RawRow): StoredRow {
  const {
    listId,
    headline,
    headlineKey,
    label,
    printedPosition,
    description,
    url,
    articleId,
    articleHeadline,
    articleSlug,
  } = row;
  return {
    ...{
      listId,
      headline,
      label,
      printedPosition,
      description,
      url,
      headlineKey: headlineKey ?? '',
      rank: row.rank ?? 0,
    },
    pinned: row.pinnedPosition !== null,
    hidden: Boolean(row.hidden),
    articleRow: row.articleRow,
    article: articleId === null ? null : { documentId: articleId, headline: articleHeadline ?? '', slug: articleSlug },
  };
}

/**
 * The rows of lists in the order that editors gave them. The article is the published one of the document that a row links to, whichever
 * of its rows the link names.
 */
export async function rowsOfLists(
  trx: Knex,
  tables: RankingTables,
  listIds: readonly number[],
): Promise<ReadonlyMap<number, readonly StoredRow[]>> {
  const { entries, articles, parts, links } = tables;
  const order = `part.${parts.orderColumnName ?? 'order'}`;
  const document = articles.column('documentId');
  const rows: readonly RawRow[] = await entriesOfLists(trx, tables)
    .leftJoin(`${links.name} as link`, `link.${links.joinColumn.name}`, 'entry.id')
    .leftJoin(`${articles.name} as linked`, 'linked.id', `link.${links.inverseJoinColumn.name}`)
    .leftJoin(`${articles.name} as shown`, (shown) => {
      void shown.on(`shown.${document}`, `linked.${document}`).onNotNull(`shown.${articles.column('publishedAt')}`);
    })
    .whereIn('list.id', listIds)
    .where(order, '<=', MAX_ROWS)
    .orderBy(['list.id', order])
    .select({
      listId: 'list.id',
      articleId: `shown.${document}`,
      articleHeadline: `shown.${articles.column('headline')}`,
    })
    .select({ rank: rankOf(trx, tables), articleRow: 'shown.id', articleSlug: `shown.${articles.column('slug')}` })
    .select(
      namedColumns(entries, 'entry', [
        ...['headline', 'headlineKey', 'label', 'printedPosition', 'description', 'url', 'pinnedPosition', 'hidden'],
      ]),
    );
  const byList = new Map<number, StoredRow[]>(listIds.map((id) => [id, []]));
  for (const row of rows) byList.get(row.listId)?.push(toRow(row));
  return byList;
}
