import { decideLinks, type Link, type LinkableRow } from '../../importer/rankings/decide-links';
import { matchRows, NO_MATCH, selectArticles } from './link-candidates';
import {
  findConcerned,
  findEntriesOfLists,
  findShown,
  type ChangedArticles,
  type LinkableEntry,
} from './linkable-entries';
import type { Linking } from './schema';
import type { Column, Row } from './sessions/session';

/** Links entries to rows of articles, where there is one. */
export async function insertLinks(
  { session, schema }: Linking,
  entryIds: readonly number[],
  links: readonly (Link | undefined)[],
): Promise<void> {
  const { name, joinColumn, inverseJoinColumn } = schema.articleLinks;
  const rows = entryIds.flatMap((id, at): readonly Row[] => {
    const articleId = links[at]?.articleId ?? null;
    return articleId === null ? [] : [[id, articleId]];
  });
  const columns = [joinColumn.name, inverseJoinColumn.name].map((column): Column => ({ name: column, kind: 'plain' }));
  if (rows.length > 0) await session.add(name, columns, rows);
}

/** A stored entry, and the link that it should have. */
export interface LinkChange {
  readonly entry: LinkableEntry;
  readonly link: Link;
}

async function moveLinks(linking: Linking, changes: readonly LinkChange[]): Promise<void> {
  const { name, joinColumn } = linking.schema.articleLinks;
  const moved = changes.filter(({ entry, link }) => entry.articleId !== link.articleId);
  const linked = moved.filter(({ entry }) => entry.articleId !== null).map(({ entry }) => entry.id);
  if (linked.length > 0) await linking.session.remove(name, joinColumn.name, linked);
  await insertLinks(
    linking,
    moved.map(({ entry }) => entry.id),
    moved.map(({ link }) => link),
  );
}

const STATE = ['linkState', 'linkMethod', 'candidates'] as const;

async function writeStates({ session, schema }: Linking, changes: readonly LinkChange[]): Promise<void> {
  const stale = changes.filter(({ entry, link }) => STATE.some((name) => entry[name] !== link[name]));
  const rows = stale.map(({ entry, link }): Row => [entry.id, ...STATE.map((name) => link[name])]);
  if (rows.length > 0) await session.update(schema.entries.name, schema.entries.columnsOf(STATE), rows);
}

interface ChosenRow {
  readonly id: number;
  readonly documentId: string;
  readonly published: unknown;
}

/** The rows of documents that editors chose, by kind and document. */
async function findChosen(linking: Linking, entries: readonly LinkableEntry[]): Promise<ReadonlyMap<string, number>> {
  const documentIds = [...new Set(entries.flatMap(({ chosen }) => chosen ?? []))];
  if (documentIds.length === 0) return new Map();
  const { session, schema } = linking;
  const sql = `${selectArticles(linking)} where ${session.isOneOf(session.name(schema.articles.column('documentId')))}`;
  const rows = await session.select<ChosenRow>(sql, [session.list(documentIds)]);
  return new Map(
    rows.map(({ id, documentId, published }) => [`${published === null ? 'draft' : 'published'} ${documentId}`, id]),
  );
}

async function toRows(
  linking: Linking,
  entries: readonly LinkableEntry[],
): Promise<ReadonlyMap<LinkableEntry, LinkableRow>> {
  const manual = entries.filter(({ linkState }) => linkState === 'manual');
  const automatic = entries.filter(({ linkState }) => linkState !== 'manual');
  const matches = await matchRows(linking, automatic);
  const chosen = await findChosen(linking, manual);
  const choiceOf = ({ chosen: documentId, status, articleId }: LinkableEntry): LinkableRow['choice'] =>
    // A row that was linked by hand without saying to which document keeps what it has.
    documentId === null
      ? { articleId, documentId }
      : { articleId: chosen.get(`${status} ${documentId}`) ?? null, documentId };
  return new Map<LinkableEntry, LinkableRow>([
    ...automatic.map((entry, at) => [entry, { ...entry, match: matches[at] ?? NO_MATCH, choice: null }] as const),
    ...manual.map((entry) => [entry, { ...entry, match: NO_MATCH, choice: choiceOf(entry) }] as const),
  ]);
}

async function shownBeside(
  linking: Linking,
  rows: ReadonlyMap<LinkableEntry, LinkableRow>,
): Promise<(listId: number) => ReadonlySet<string>> {
  const documents = new Map(
    [...rows.values()]
      .flatMap(({ match: { article } }) => article ?? [])
      .map((article) => [article.id, article.documentId]),
  );
  if (documents.size === 0) return () => new Set();
  const shown = await findShown(linking, [...rows.keys()], [...documents.keys()]);
  return (listId) => new Set([...(shown.get(listId) ?? [])].flatMap((id) => documents.get(id) ?? []));
}

/** Links that differ from what is stored now. Where whole lists are looked at, nothing else in them can show an article. */
async function findChanges(
  linking: Linking,
  entries: readonly LinkableEntry[],
  areWhole: boolean,
): Promise<readonly LinkChange[]> {
  const rows = await toRows(linking, entries);
  const shownIn = areWhole ? () => new Set<string>() : await shownBeside(linking, rows);
  const byList = new Map<number, LinkableEntry[]>();
  for (const entry of entries) {
    const members = byList.get(entry.listId);
    if (members === undefined) byList.set(entry.listId, [entry]);
    else members.push(entry);
  }
  const changes: LinkChange[] = [];
  for (const [listId, members] of byList) {
    const links = decideLinks(
      members.flatMap((entry) => rows.get(entry) ?? []),
      shownIn(listId),
    );
    members.forEach((entry, at) => {
      const link = links[at];
      if (link !== undefined) changes.push({ entry, link });
    });
  }
  return changes.filter(
    ({ entry, link }) => entry.articleId !== link.articleId || STATE.some((name) => entry[name] !== link[name]),
  );
}

async function relink(
  linking: Linking,
  entries: readonly LinkableEntry[],
  areWhole: boolean,
): Promise<readonly LinkChange[]> {
  const changes = entries.length === 0 ? [] : await findChanges(linking, entries, areWhole);
  if (changes.length === 0) return [];
  await moveLinks(linking, changes);
  await writeStates(linking, changes);
  return changes;
}

/**
 * Links stored rows of ranking lists that print the headlines of changed articles, and takes back links whose article is gone or no longer
 * alone. Draft lists link to drafts, published lists to published rows. The outcome depends on what is stored alone: linking twice
 * changes nothing.
 *
 * @returns what was changed
 */
export async function relinkEntries(linking: Linking, changed: ChangedArticles): Promise<readonly LinkChange[]> {
  return relink(linking, await findConcerned(linking, changed), false);
}

/** Links all rows of lists, by the ids of the lists' rows. */
export async function relinkLists(linking: Linking, listIds: readonly number[]): Promise<readonly LinkChange[]> {
  return relink(linking, await findEntriesOfLists(linking, listIds), true);
}
