import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { CuratedRow } from '../importer/rankings/check-entries';
import { entryKeys } from '../importer/rankings/entry-keys';
import { isUntouchedRelation, type Data } from './blank';

const ARTICLE = 'api::article.article';

/** A stored row of a ranking list. */
export interface StoredEntry extends CuratedRow {
  readonly id: number;
  readonly truncated: boolean | null;
  readonly linkState: string | null;
  readonly article: { readonly documentId: string } | null;
}

/** A row ready to be stored, with everything that rules look at spelled out. */
export type CuratedEntry = Data & CuratedRow;

/** The one article that a relation is set to, in any of the spellings that Strapi takes; null where it is taken away. */
function targetOf(relation: unknown): unknown {
  if (Array.isArray(relation)) return relation.at(-1) ?? null;
  if (typeof relation !== 'object' || relation === null) return relation ?? null;
  const { connect, set, disconnect } = relation as Data;
  if (connect === undefined && set === undefined && disconnect === undefined) return relation;
  const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);
  return targetOf(isEmpty(connect) ? (set ?? null) : connect);
}

async function documentIdOf(strapi: Core.Strapi, relation: unknown): Promise<string | null> {
  const target = targetOf(relation);
  if (target === null || typeof target === 'string') return target;
  const { documentId, id } = typeof target === 'object' ? (target as Data) : { id: target, documentId: undefined };
  if (typeof documentId === 'string') return documentId;
  // Forms read relations as `{ count }`, which says nothing of the article: taken for none it would unlink the row.
  if (typeof id !== 'number' && typeof id !== 'string') {
    const message = 'article: expected a document id, or { connect } or { disconnect } with one.';
    throw new errors.ValidationError(message, { errors: [{ path: ['entries'], message, name: 'ValidationError' }] });
  }
  const row = await strapi.db.query(ARTICLE).findOne({ where: { id }, select: ['documentId'] });
  return row?.documentId ?? null;
}

/** Who decides on a row's link; absent where nobody says anything. */
interface Choice {
  readonly linkState?: 'manual';
  readonly chosenDocumentId: string | null;
}

/**
 * Who decides on a row's link: an editor who chooses an article, takes one away or sets the link to manual, whatever arrives later; else the
 * headline.
 */
async function choiceFields(strapi: Core.Strapi, sent: Data, stored: StoredEntry | null): Promise<Choice> {
  const { article, linkState = stored?.linkState } = sent;
  if (article !== undefined && !isUntouchedRelation(article)) {
    return { linkState: 'manual', chosenDocumentId: await documentIdOf(strapi, article) };
  }
  if (linkState !== 'manual') return { chosenDocumentId: null };
  const isNew = stored?.linkState !== 'manual';
  const chosenDocumentId = (isNew ? stored?.article?.documentId : stored.chosenDocumentId) ?? null;
  return { linkState, chosenDocumentId };
}

/** What is sent, else what is stored; null for neither, and for anything else than a number. */
function numberOf(sent: unknown, stored: number | null | undefined): number | null {
  if (sent === undefined) return stored ?? null;
  return typeof sent === 'number' ? sent : null;
}

/** A row of a new list says for itself where the page showed it; one that is added later was not printed. */
function printedPositionOf(sent: Data, stored: StoredEntry | null, isNewList: boolean): number | null {
  return isNewList ? numberOf(sent.printedPosition, null) : (stored?.printedPosition ?? null);
}

/**
 * A row as it is to be stored: what was printed, and the keys that it is linked by, whatever is sent; what an editor decides, as sent, else as
 * stored.
 *
 * @param stored the row that this one changes; null for a new row
 */
export async function completeEntry(
  strapi: Core.Strapi,
  sent: Data,
  stored: StoredEntry | null,
  isNewList: boolean,
): Promise<CuratedEntry> {
  const headline = typeof sent.headline === 'string' ? sent.headline : (stored?.headline ?? '');
  const choice = await choiceFields(strapi, sent, stored);
  return {
    ...sent,
    ...(stored === null ? {} : { id: stored.id }),
    ...entryKeys(headline, sent.truncated === true || stored?.truncated === true),
    ...choice,
    headline,
    hidden: typeof sent.hidden === 'boolean' ? sent.hidden : stored?.hidden === true,
    pinnedPosition: numberOf(sent.pinnedPosition, stored?.pinnedPosition),
    printedPosition: printedPositionOf(sent, stored, isNewList),
  };
}
