import type { Core } from '@strapi/strapi';
import { linkListRow } from '../../../../rows/ranking-list-row';

interface RowEvent {
  readonly result: { readonly id: number };
}

declare const strapi: Core.Strapi;

async function linkEntries({ result }: RowEvent): Promise<void> {
  await linkListRow(strapi, result);
}

/** A list that appears, or whose rows change, looks for its articles; Strapi calls it for draft and published rows alike. */
export default { afterCreate: linkEntries, afterUpdate: linkEntries };
