import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import type { StandingArticle } from '../../rankings/statistics';
import { useText } from '../use-text';
import { CountedTable } from './counted-table';

const FORM = '/content-manager/collection-types/api::article.article';

/** Articles by the days on which they stood on lists; each leads to its form. Times are those of the reader's clock, with its zone. */
export function StandingTable({ articles }: { readonly articles: readonly StandingArticle[] }) {
  const text = useText();
  const { formatDate } = useIntl();
  const toTime = (instant: string): string =>
    formatDate(instant, {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    });
  const columns = ['headline', 'days', 'captures', 'lists', 'best', 'first', 'last'] as const;
  const rows = articles.map((article) => {
    const { documentId, headline, published, days, captures, lists, bestPosition, firstSeenAt, lastSeenAt } = article;
    const name = published ? headline : text('copydesk.statistics.unpublished', { headline });
    const link = <Link to={`${FORM}/${documentId}`}>{name}</Link>;
    return {
      id: documentId,
      cells: [link, days, captures, lists, bestPosition, toTime(firstSeenAt), toTime(lastSeenAt)],
    };
  });
  return (
    <CountedTable
      title={text('copydesk.statistics.standing')}
      columns={columns.map((column) => text(`copydesk.statistics.${column}`))}
      rows={rows}
    />
  );
}
