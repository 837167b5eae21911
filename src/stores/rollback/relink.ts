import { linkRows, type LinkRequest } from '../links';
import type { EntryNow } from './rows-now';
import type { Undo } from './undo';

/** An article that went, or has another headline: as it is, and the key of the headline that it had before. */
export interface Relinked {
  readonly documentId: string;
  readonly now: EntryNow;
  readonly keyBefore: string | null;
}

/** Rows of ranking lists that print the headlines of these articles, as they are and as they were, find their articles anew. */
export async function relink({ strapi }: Undo, articles: readonly Relinked[]): Promise<void> {
  const requests = articles.flatMap(({ documentId, now: { draft, published }, keyBefore }): readonly LinkRequest[] => {
    const keys = new Set([draft?.headlineKey, published?.headlineKey, keyBefore]);
    return [...keys].flatMap((headlineKey) =>
      headlineKey === null || headlineKey === undefined || headlineKey === '' ? [] : [{ headlineKey, documentId }],
    );
  });
  await linkRows(strapi, requests);
}
