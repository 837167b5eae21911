import type { Core } from '@strapi/strapi';
import type { DocumentPlan } from '../importer/plan/plan-document';
import type { PublicationStatus } from './ranking-lists';

const ARTICLE = 'api::article.article';
const TAG = 'api::tag.tag';
const LIST = 'api::ranking-list.ranking-list';

type Uid = typeof ARTICLE | typeof TAG | typeof LIST;

/**
 * Has Strapi validate what a plan would write, as the Document Service does before it writes.
 *
 * @throws ValidationError with Strapi's words
 */
export async function checkPlan(strapi: Core.Strapi, plan: DocumentPlan, status: PublicationStatus): Promise<void> {
  const { action, changes, record } = plan;
  const { tags = [], ...data } = changes;
  const validate = async (uid: Uid, values: object, isDraft: boolean): Promise<void> => {
    await strapi.entityValidator.validateEntityCreation(strapi.contentTypes[uid], values as never, { isDraft });
  };
  // An update states some fields only: what is not stated is not missing.
  if (record.article !== null) await validate(ARTICLE, data, action !== 'create' || status === 'draft');
  for (const name of tags) await validate(TAG, { name }, true);
  for (const { entries, ...list } of plan.rankingLists) {
    await validate(LIST, { ...list, entries: [...entries] }, status === 'draft');
  }
}
