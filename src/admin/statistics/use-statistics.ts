import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { RankingStatistics } from '../../rankings/statistics';
import { toParameters, type Wanted } from './period';

/** What the server has said: while it counts, what it said before. */
export interface Counted {
  readonly isLoading: boolean;
  readonly statistics: RankingStatistics | null;
  readonly error: string | null;
  /** Keys of all lists that the time had, whichever of them is looked at. */
  readonly keys: readonly string[];
}

const keysOf = ({ unresolved }: RankingStatistics): readonly string[] => [...new Set(unresolved.map(({ key }) => key))];

/** Asks anew whenever something else is wanted. */
export function useStatistics(wanted: Wanted): Counted {
  const { get } = useFetchClient();
  const [counted, setCounted] = useState<Counted>({ isLoading: true, statistics: null, error: null, keys: [] });
  const { from, to, key, by } = wanted;

  useEffect(() => {
    let isWanted = true;
    setCounted((before) => ({ ...before, isLoading: true }));
    get<{ readonly data: RankingStatistics }>('/copydesk/statistics/rankings', {
      params: toParameters({ from, to, key, by }),
    })
      .then(({ data: { data } }) => {
        if (!isWanted) return;
        setCounted(({ keys }) => {
          return { isLoading: false, statistics: data, error: null, keys: key === '' ? keysOf(data) : keys };
        });
      })
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        if (isWanted) setCounted(({ keys }) => ({ isLoading: false, statistics: null, error: reason, keys }));
      });
    return () => {
      isWanted = false;
    };
    // `get` is another function on every rendering.
  }, [from, to, key, by]);

  return counted;
}
