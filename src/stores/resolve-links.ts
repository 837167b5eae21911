import type { Core } from '@strapi/strapi';
import type { LinkMethod } from '../importer/rankings/match-headline';
import { relinkLists, type LinkChange } from './bulk/links';
import { readLinkSchema, type Linking } from './bulk/schema';
import { inSessionAgain } from './bulk/sessions';

/** A link as people read it: the state, how the article was found, and its headline; null for none. */
interface LinkSummary {
  readonly linkState: string | null;
  readonly linkMethod: LinkMethod | null;
  readonly article: string | null;
}

/** A row whose link was not what it should be. */
export interface ResolvedRow {
  readonly title: string;
  readonly key: string | null;
  readonly capturedAt: string | null;
  readonly status: 'draft' | 'published';
  readonly headline: string;
  readonly before: LinkSummary;
  readonly after: LinkSummary;
}

/** One step over the lists: what was changed, and where the next step begins; null where all is done. */
export interface ResolveStep {
  readonly lists: number;
  readonly changes: readonly ResolvedRow[];
  readonly next: number | null;
}

/** Rows of lists in one transaction: some thousand ranking rows. */
const LISTS_A_STEP = 200;

interface ListRow {
  readonly id: number;
  readonly title: string;
  readonly key: string | null;
  readonly captured: unknown;
}

async function nextLists({ session, schema }: Linking, after: number): Promise<readonly ListRow[]> {
  const column = (attribute: string): string => session.name(schema.lists.column(attribute));
  const sql =
    `select id, ${column('title')} as title, ${column('key')} as ${session.name('key')}, ${column('capturedAt')} as captured ` +
    `from ${session.name(schema.lists.name)} where id > ? order by id limit ${LISTS_A_STEP}`;
  return session.select(sql, [after]);
}

async function headlinesOf({ session, schema }: Linking, changes: readonly LinkChange[]) {
  const ids = changes.flatMap(({ entry, link }) => [entry.articleId ?? [], link.articleId ?? []].flat());
  if (ids.length === 0) return new Map<number, string>();
  const sql =
    `select id, ${session.name(schema.articles.column('headline'))} as headline ` +
    `from ${session.name(schema.articles.name)} where ${session.isOneOf('id')}`;
  const rows = await session.select<{ readonly id: number; readonly headline: string }>(sql, [session.list(ids)]);
  return new Map(rows.map(({ id, headline }) => [id, headline]));
}

async function summarise(
  linking: Linking,
  lists: readonly ListRow[],
  changes: readonly LinkChange[],
): Promise<readonly ResolvedRow[]> {
  const headlines = await headlinesOf(linking, changes);
  const byId = new Map(lists.map((list) => [list.id, list]));
  const nameOf = (articleId: number | null): string | null => headlines.get(articleId ?? 0) ?? null;
  return changes.map(({ entry, link }) => {
    const list = byId.get(entry.listId);
    const { linkState, linkMethod } = entry;
    return {
      ...{ title: list?.title ?? '', key: list?.key ?? null, capturedAt: linking.session.toInstant(list?.captured) },
      ...{ status: entry.status, headline: entry.headline },
      before: { linkState, linkMethod, article: nameOf(entry.articleId) },
      after: { linkState: link.linkState, linkMethod: link.linkMethod, article: nameOf(link.articleId) },
    };
  });
}

/**
 * Links all ranking rows anew, a bounded number of lists at a time, each step in a transaction of its own. What editors linked by hand stays.
 *
 * @param after where the step before left off; 0 to begin
 */
export async function resolveStep(strapi: Core.Strapi, after: number): Promise<ResolveStep> {
  const schema = readLinkSchema(strapi);
  return inSessionAgain(strapi, async (session) => {
    const linking = { session, schema };
    const lists = await nextLists(linking, after);
    const changes = await relinkLists(
      linking,
      lists.map(({ id }) => id),
    );
    const last = lists.at(-1)?.id ?? null;
    return {
      lists: lists.length,
      changes: await summarise(linking, lists, changes),
      next: lists.length < LISTS_A_STEP ? null : last,
    };
  });
}
