import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { LinkShare } from '../../rankings/statistics';
import { useText } from '../use-text';
import { CountedTable } from './counted-table';

/** A page of more rows than that helps nobody, and makes the browser slow. */
const MAX_SHOWN = 500;

/** Lists and times in which rows lead to no article, those with the largest share first. */
export function UnresolvedTable({ shares }: { readonly shares: readonly LinkShare[] }) {
  const text = useText();
  const { formatNumber } = useIntl();
  const columns = ['list', 'period', 'rows', 'missing', 'ambiguous', 'share'] as const;
  const shown = shares.toSorted((one, other) => other.share - one.share).slice(0, MAX_SHOWN);
  const rows = shown.map(({ key, period, rows: count, unresolved, ambiguous, share }) => {
    const percent = formatNumber(share, { style: 'percent', maximumFractionDigits: 1 });
    return { id: `${key} ${period}`, cells: [key, period, count, unresolved, ambiguous, percent] };
  });
  const omitted = shares.length - shown.length;
  return (
    <>
      <CountedTable
        title={text('copydesk.statistics.unresolved')}
        columns={columns.map((column) => text(`copydesk.statistics.${column}`))}
        rows={rows}
      />
      {omitted > 0 && <Typography>{text('copydesk.statistics.omitted', { omitted })}</Typography>}
    </>
  );
}
