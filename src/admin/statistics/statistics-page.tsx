import { Box, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useText } from '../use-text';
import { Filters } from './filters';
import { lastDays } from './period';
import { READ_LISTS } from './rights';
import { StandingTable } from './standing-table';
import { UnresolvedTable } from './unresolved-table';
import { useStatistics, type Counted } from './use-statistics';

function Answer({ statistics, error }: Counted) {
  const text = useText();
  if (error !== null)
    return <Typography textColor="danger600">{text('copydesk.statistics.failed', { reason: error })}</Typography>;
  if (statistics === null) return <Page.Loading />;
  if (statistics.unresolved.length === 0) return <Typography>{text('copydesk.statistics.none')}</Typography>;
  return (
    <>
      <StandingTable articles={statistics.longestStanding} />
      <UnresolvedTable shares={statistics.unresolved} />
    </>
  );
}

function Statistics() {
  const text = useText();
  const [wanted, setWanted] = useState(() => lastDays(Date.now()));
  const counted = useStatistics(wanted);
  return (
    <Page.Main aria-busy={counted.isLoading}>
      <Page.Title>{text('copydesk.statistics.title')}</Page.Title>
      <Layouts.Header title={text('copydesk.statistics.title')} subtitle={text('copydesk.statistics.subtitle')} />
      <Layouts.Content>
        <Filters wanted={wanted} keys={counted.keys} onChange={setWanted} />
        <Box style={{ opacity: counted.isLoading ? 0.5 : 1 }}>
          <Answer {...counted} />
        </Box>
      </Layouts.Content>
    </Page.Main>
  );
}

/** Which articles stood on ranking lists longest, and how many rows lead to no article, for those who may read the lists. */
export default function StatisticsPage() {
  return (
    <Page.Protect permissions={READ_LISTS}>
      <Statistics />
    </Page.Protect>
  );
}
