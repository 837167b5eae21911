import type { Core } from '@strapi/strapi';
import { linkAfterwards } from './link-queue';
import { prepareArticle } from './prepare-article';
import { prepareRankingList } from './prepare-ranking-list';
import { prepareTag } from './prepare-tag';
import { settleAfterDeletion } from './settle-disputes';

/** Registers what happens once per document, around the calls of the Document Service; what happens per row is in `lifecycles.ts`. */
export function prepareDocuments(strapi: Core.Strapi): void {
  strapi.documents.use(linkAfterwards(strapi));
  strapi.documents.use(prepareArticle(strapi));
  strapi.documents.use(prepareTag(strapi));
  strapi.documents.use(prepareRankingList(strapi));
  strapi.documents.use(settleAfterDeletion(strapi));
}
