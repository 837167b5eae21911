import { linkRows } from '../links';
import type { LinkRequest } from '../waiting-rows';
import type { EntryNow } from './rows-now';
import type { Undo } from './undo';

/** Rows of ranking lists that print the headlines of these articles, as they are and as they were, find their articles anew. */
export async function relink(
  { strapi }: Undo,
  articles: readonly EntryNow[],
  before: readonly (string | null)[],
): Promise<void> {
  const keys = articles.flatMap(({ draft, published }) => [draft?.headlineKey, published?.headlineKey]);
  const headlines = new Set([...keys, ...before].filter((key) => typeof key === 'string' && key !== ''));
  const requests = [...headlines].flatMap((headlineKey): readonly LinkRequest[] => [
    { headlineKey: String(headlineKey), status: 'draft' },
    { headlineKey: String(headlineKey), status: 'published' },
  ]);
  if (requests.length > 0) await linkRows(strapi, requests);
}
