import type { DocumentPlan } from '../../importer/plan/plan-document';
import type { RankingListRecord } from '../../importer/records';
import type { PublicationStatus } from '../ranking-lists';
import { creates } from './apply';
import type { BulkSchema } from './schema';

function findInList({ lists, entries }: BulkSchema, list: RankingListRecord, isPublished: boolean): string | null {
  const invalid = lists.findInvalid(list, isPublished);
  if (invalid !== null) return invalid;
  for (const row of list.entries) {
    const found = entries.findInvalid(row, isPublished);
    if (found !== null) return `entries: ${found}`;
  }
  return null;
}

function findInArticle(schema: BulkSchema, { changes }: DocumentPlan, isPublished: boolean): string | null {
  const { photos = [], authors = [], tags = [] } = changes;
  const parts = [
    ...photos.map((photo) => ({ of: schema.photos, value: photo, field: 'photos' })),
    ...authors.map((author) => ({ of: schema.authors, value: author, field: 'authors' })),
    ...tags.map((name) => ({ of: schema.tags, value: { name }, field: 'tags' })),
  ];
  const invalid = schema.articles.findInvalid(changes, isPublished);
  if (invalid !== null) return invalid;
  for (const { of, value, field } of parts) {
    const found = of.findInvalid(value, isPublished);
    if (found !== null) return `${field}: ${found}`;
  }
  return null;
}

/**
 * What the content model has against a plan, as the Document Service would find it.
 *
 * @returns the reason for refusing the plan, null where there is none
 */
export function findRefusal(schema: BulkSchema, plan: DocumentPlan, status: PublicationStatus): string | null {
  const isPublished = status === 'published';
  const { article, rankingLists } = plan.record;
  const isPublishable = isPublished && creates(plan) && article?.fields.headline !== null;
  const invalid = article === null ? null : findInArticle(schema, plan, isPublishable);
  if (invalid !== null) return invalid;
  for (const list of rankingLists) {
    const found = findInList(schema, list, isPublished);
    if (found !== null) return `${list.title.slice(0, 80)}: ${found}`;
  }
  return null;
}
