import type { DocumentPlan } from '../../importer/plan/plan-document';
import type { RankingListRecord } from '../../importer/records';
import type { PublicationStatus } from '../ranking-lists';
import { creates } from './apply';
import type { BulkSchema } from './schema';
import type { Table } from './tables';

function findInList({ lists, entries }: BulkSchema, list: RankingListRecord, isPublished: boolean): string | null {
  const invalid = lists.findInvalid(list, isPublished);
  if (invalid !== null) return invalid;
  for (const row of list.entries) {
    const found = entries.findInvalid(row, isPublished);
    if (found !== null) return `entries: ${found}`;
  }
  return null;
}

type Checked = WeakMap<RankingListRecord, string | null>;

/** What was found in lists, for each schema and kind: many documents show one list. */
const checked = new WeakMap<BulkSchema, { readonly draft: Checked; readonly published: Checked }>();

function findOnce(schema: BulkSchema, list: RankingListRecord, isPublished: boolean): string | null {
  const kinds = checked.get(schema) ?? { draft: new WeakMap(), published: new WeakMap() };
  checked.set(schema, kinds);
  const lists = isPublished ? kinds.published : kinds.draft;
  const known = lists.get(list);
  if (known !== undefined) return known;
  const found = findInList(schema, list, isPublished);
  lists.set(list, found);
  return found;
}

function findInArticle(schema: BulkSchema, { changes }: DocumentPlan, isPublished: boolean): string | null {
  const { photos = [], authors = [], tags = [] } = changes;
  const findIn = (field: string, { findInvalid }: Table, parts: readonly object[]): string | null => {
    for (const part of parts) {
      const found = findInvalid(part, isPublished);
      if (found !== null) return `${field}: ${found}`;
    }
    return null;
  };
  return (
    schema.articles.findInvalid(changes, isPublished) ??
    findIn('photos', schema.photos, photos) ??
    findIn('authors', schema.authors, authors) ??
    findIn(
      'tags',
      schema.tags,
      tags.map((name) => ({ name })),
    )
  );
}

/**
 * What the content model has against a plan, as the Document Service would find it.
 *
 * @returns the reason for refusing the plan, null where there is none
 */
export function findRefusal(schema: BulkSchema, plan: DocumentPlan, status: PublicationStatus): string | null {
  const isPublished = status === 'published';
  const { rankingLists } = plan;
  const { article } = plan.record;
  const isPublishable = isPublished && creates(plan) && article?.fields.headline !== null;
  const invalid = article === null ? null : findInArticle(schema, plan, isPublishable);
  if (invalid !== null) return invalid;
  for (const list of rankingLists) {
    const found = findOnce(schema, list, isPublished);
    if (found !== null) return `${list.title.slice(0, 80)}: ${found}`;
  }
  return null;
}
