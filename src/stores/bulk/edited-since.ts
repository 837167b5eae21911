import { uniqueTagNames } from '../../importer/normalise/tag-name';
import type { DocumentPlan } from '../../importer/plan/plan-document';
import type { ApplyResult } from '../../importer/store';
import type { ChangeSchema } from '../changes/change-schema';
import { tagIdsOf, tagNames } from '../changes/draft-tags';
import { holdRows } from './hold-rows';
import type { Session } from './sessions/session';

/** What becomes of a plan whose article somebody saved in between. */
export const EDITED_SINCE: ApplyResult = {
  refused: 'Somebody saved or deleted the article each time it was about to be written: import the document again.',
  isStale: true,
};

interface ArticleRow {
  readonly id: number;
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

/** The drafts of articles, one for each language; where the content model has no drafts, all rows. By the time of writing their numbers. */
type Drafts = ReadonlyMap<string, ReadonlyMap<string | null, number>>;

function draftsOf(session: Session, rows: readonly ArticleRow[]): Drafts {
  const drafted = new Set(rows.filter(({ published }) => published === null).map(({ document }) => document));
  const drafts = new Map<string, Map<string | null, number>>();
  for (const { id, document, updated, published } of rows) {
    if (drafted.has(document) && published !== null) continue;
    drafts.set(
      document,
      (drafts.get(document) ?? new Map<string | null, number>()).set(session.toInstant(updated), id),
    );
  }
  return drafts;
}

async function readRows(session: Session, { articles }: ChangeSchema, documentIds: readonly string[]) {
  const name = (attribute: string): string => session.name(articles.column(attribute));
  const sql =
    `select id, ${name('documentId')} as document, ${name('updatedAt')} as updated, ${name('publishedAt')} as published ` +
    `from ${session.name(articles.name)} where ${session.isOneOf(name('documentId'))} ${holdRows(session, articles)}`;
  return session.select<ArticleRow>(sql, [session.list(documentIds)]);
}

const areSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name) => other.includes(name));

/** A plan, and the row that it was made for. */
interface Fitting {
  readonly plan: Changing;
  readonly rowId: number;
}

/** Plans that would change tags which are others now: an editor may do so from the tag's side, which writes no row of the article. */
async function findRetagged(
  session: Session,
  schema: ChangeSchema,
  fitting: readonly Fitting[],
): Promise<readonly Changing[]> {
  const tagging = fitting.filter(({ plan: { changes } }) => changes.tags !== undefined);
  const rowIds = tagging.map(({ rowId }) => rowId);
  const tagIds = await tagIdsOf(session, schema, rowIds);
  const names = await tagNames(session, schema, [...new Set([...tagIds.values()].flat())]);
  const namesOf = (rowId: number): readonly string[] =>
    uniqueTagNames((tagIds.get(rowId) ?? []).flatMap((id) => names.get(id) ?? []));
  return tagging
    .filter(({ plan: { current }, rowId }) => !areSame(namesOf(rowId), current?.tags ?? []))
    .map(({ plan }) => plan);
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
  const drafts = draftsOf(session, await readRows(session, schema, [...firstOf.keys()]));
  const fitting = changing.flatMap((plan): readonly Fitting[] => {
    const rowId = drafts.get(plan.articleDocumentId)?.get(plan.version);
    return rowId === undefined || firstOf.get(plan.articleDocumentId) !== plan ? [] : [{ plan, rowId }];
  });
  const retagged = new Set(await findRetagged(session, schema, fitting));
  const fits = new Set(fitting.map(({ plan }) => plan).filter((plan) => !retagged.has(plan)));
  return new Set(changing.filter((plan) => !fits.has(plan)));
}
