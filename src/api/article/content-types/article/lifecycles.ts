import type { Core } from '@strapi/strapi';
import {
  completeChangedRow,
  completeNewRow,
  findArticleRows,
  linkArticleRows,
  type RowState,
} from '../../../../rows/article-row';

/** What belongs to rows; Strapi calls it for the draft row and for the published row, and for both again at each publication. */
interface RowEvent {
  readonly params: { data: Record<string, unknown>; readonly where: unknown };
  readonly result: { readonly id: number };
  readonly state: RowState;
}

declare const strapi: Core.Strapi;

async function rememberRows(event: RowEvent): Promise<void> {
  event.state.before = await findArticleRows(strapi, event.params.where);
}

async function linkRowsBefore(event: RowEvent): Promise<void> {
  await linkArticleRows(strapi, event.state.before ?? []);
}

async function linkRowsNow(event: RowEvent): Promise<void> {
  await linkArticleRows(strapi, await findArticleRows(strapi, { id: event.result.id }));
}

export default {
  async beforeCreate(event: RowEvent): Promise<void> {
    event.params.data = await completeNewRow(strapi, event.params.data);
  },

  afterCreate: linkRowsNow,

  async beforeUpdate(event: RowEvent): Promise<void> {
    event.params.data = completeChangedRow(event.params.data);
    if ('headline' in event.params.data) await rememberRows(event);
  },

  async afterUpdate(event: RowEvent): Promise<void> {
    if (event.state.before === undefined) return;
    await linkRowsBefore(event);
    await linkRowsNow(event);
  },

  beforeDelete: rememberRows,
  afterDelete: linkRowsBefore,
  beforeDeleteMany: rememberRows,
  afterDeleteMany: linkRowsBefore,
};
