import type { Modules } from '@strapi/strapi';
import { entryKeys } from '../stores/entry-keys';
import { isUntouchedRelation, type Data } from './blank';

const LIST = 'api::ranking-list.ranking-list';

/** An editor who chooses an article, or takes one away, wants it so whatever arrives later. */
function chosenByHand({ article }: Data): Data {
  return article === undefined || isUntouchedRelation(article) ? {} : { linkState: 'manual' };
}

function keyFields({ headline, truncated }: Data): Data {
  return typeof headline === 'string' ? { ...entryKeys(headline, truncated === true) } : {};
}

/**
 * Rows in the order in which they were saved: positions 1…n, and the keys that they are linked by.
 *
 * @param entries as an editor or an import sends them; anything but a list stays for Strapi to judge
 */
export function prepareEntries(entries: unknown): unknown {
  if (!Array.isArray(entries)) return entries;
  return entries.map((entry: Data, index) => ({
    ...entry,
    ...keyFields(entry),
    ...chosenByHand(entry),
    position: index + 1,
  }));
}

/** Numbers and keys the rows of a ranking list before Strapi validates and stores them. */
export function prepareRankingList(): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    if (context.uid !== LIST || !['create', 'update', 'clone'].includes(context.action)) return next();
    const params = context.params as { data?: Data };
    // A copy is no snapshot of its own: the next import of the same page has to find the original.
    const copied = context.action === 'clone' ? { snapshotKey: null } : {};
    const data = params.data ?? {};
    params.data = { ...data, ...copied, ...('entries' in data ? { entries: prepareEntries(data.entries) } : {}) };
    return next();
  };
}
