import type { Core } from '@strapi/strapi';
import { relinkEntries, relinkLists } from './bulk/links';
import { readLinkSchema } from './bulk/schema';
import { inSession } from './bulk/sessions';

/** What asks for rows to be linked anew: an article that came, went or changed, or a row of a list. */
export type LinkRequest = { readonly headlineKey: string; readonly documentId: string } | { readonly listId: number };

/** Links the rows of ranking lists that these requests concern; by the rules of the import, whoever asks. */
export async function linkRows(strapi: Core.Strapi, requests: readonly LinkRequest[]): Promise<void> {
  if (requests.length === 0) return;
  const schema = readLinkSchema(strapi);
  const articles = requests.flatMap((request) => ('documentId' in request ? [request] : []));
  const lists = requests.flatMap((request) => ('listId' in request ? [request.listId] : []));
  await inSession(strapi, async (session) => {
    const linking = { session, schema };
    await relinkLists(linking, [...new Set(lists)]);
    if (articles.length === 0) return;
    const keys = [...new Set(articles.map(({ headlineKey }) => headlineKey))];
    await relinkEntries(linking, { keys, documentIds: [...new Set(articles.map(({ documentId }) => documentId))] });
  });
}
