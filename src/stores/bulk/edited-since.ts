import { uniqueTagNames } from '../../importer/normalise/tag-name';
import type { DocumentPlan } from '../../importer/plan/plan-document';
import type { ApplyResult } from '../../importer/store';
import type { ChangeSchema } from '../changes/change-schema';
import { readDraftTags } from '../changes/draft-tags';
import { holdRows } from './hold-rows';
import type { Session } from './sessions/session';

/** What becomes of a plan whose article somebody saved in between. */
export const EDITED_SINCE: ApplyResult = {
  refused: 'Somebody saved or deleted the article each time it was about to be written: import the document again.',
  isStale: true,
};

interface ArticleRow {
  readonly document: string;
  readonly updated: unknown;
  readonly published: unknown;
}

/** A plan that writes over what stands in an article. */
interface Changing extends DocumentPlan {
  readonly articleDocumentId: string;
}

const isChanging = (plan: DocumentPlan): plan is Changing =>
  plan.articleDocumentId !== null && plan.current !== null && Object.keys(plan.changes).length > 0;

/** When the drafts of articles were written, in each language; where the content model has no drafts, all rows. */
function versionsOf(session: Session, rows: readonly ArticleRow[]): ReadonlyMap<string, ReadonlySet<string | null>> {
  const drafted = new Set(rows.filter(({ published }) => published === null).map(({ document }) => document));
  const versions = new Map<string, Set<string | null>>();
  for (const { document, updated, published } of rows) {
    if (drafted.has(document) && published !== null) continue;
    versions.set(document, (versions.get(document) ?? new Set()).add(session.toInstant(updated)));
  }
  return versions;
}

async function readRows(session: Session, { articles }: ChangeSchema, documentIds: readonly string[]) {
  const name = (attribute: string): string => session.name(articles.column(attribute));
  const sql =
    `select ${name('documentId')} as document, ${name('updatedAt')} as updated, ${name('publishedAt')} as published ` +
    `from ${session.name(articles.name)} where ${session.isOneOf(name('documentId'))} ${holdRows(session, articles)}`;
  return session.select<ArticleRow>(sql, [session.list(documentIds)]);
}

const areSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name) => other.includes(name));

/** Plans that would change tags which are others now: an editor may do so from the tag's side, which writes no row of the article. */
async function findRetagged(
  session: Session,
  schema: ChangeSchema,
  plans: readonly Changing[],
): Promise<readonly Changing[]> {
  const tagging = plans.filter(({ changes: { tags } }) => tags !== undefined);
  const documentIds = tagging.map(({ articleDocumentId }) => articleDocumentId);
  const tags = await readDraftTags(session, schema, documentIds);
  const namesOf = (documentId: string): readonly string[] =>
    uniqueTagNames((tags.get(documentId) ?? []).map(({ name }) => name));
  return tagging.filter(({ articleDocumentId, current }) => !areSame(namesOf(articleDocumentId), current?.tags ?? []));
}

/**
 * Plans that would write over what they were not made for: somebody has saved the article's draft since, or an earlier plan among these writes it. The
 * rows of all others are held, as they are, until the transaction ends.
 */
export async function findEditedSince(
  session: Session,
  schema: ChangeSchema,
  plans: readonly DocumentPlan[],
): Promise<ReadonlySet<DocumentPlan>> {
  const changing = plans.filter(isChanging);
  if (changing.length === 0) return new Set();
  const firstOf = new Map(changing.toReversed().map((plan) => [plan.articleDocumentId, plan]));
  const versions = versionsOf(session, await readRows(session, schema, [...firstOf.keys()]));
  const isFitting = (plan: Changing): boolean =>
    firstOf.get(plan.articleDocumentId) === plan && versions.get(plan.articleDocumentId)?.has(plan.version) === true;
  const fitting = changing.filter(isFitting);
  const retagged = await findRetagged(session, schema, fitting);
  return new Set([...changing.filter((plan) => !isFitting(plan)), ...retagged]);
}
