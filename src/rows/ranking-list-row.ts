import type { Core } from '@strapi/strapi';
import { requestLinks } from '../documents/link-queue';

/** Looks for the articles of the rows of a list's row, by its id. */
export async function linkListRow(strapi: Core.Strapi, { id }: { readonly id: number }): Promise<void> {
  await requestLinks(strapi, [{ listId: id }]);
}
