import type { Core } from '@strapi/strapi';
import { requestLinks } from '../documents/link-queue';

/** A row of a ranking list as the database answers it. */
interface ListRow {
  readonly id: number;
  readonly publishedAt?: string | Date | null;
}

/** Looks for the articles of a list's rows. */
export async function linkListRow(strapi: Core.Strapi, { id }: ListRow): Promise<void> {
  const row: ListRow | null = await strapi.db
    .query('api::ranking-list.ranking-list')
    .findOne({ where: { id }, select: ['id', 'publishedAt'] });
  if (row === null) return;
  await requestLinks(strapi, [{ listId: id, status: (row.publishedAt ?? null) === null ? 'draft' : 'published' }]);
}
