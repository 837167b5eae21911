import { decideLink, type LinkDecision } from '../links';
import type { Batch } from './batch';
import { findCandidates, type Wanted } from './link-candidates';
import type { Column, Row } from './sessions/session';
import { findWaiting, type WaitingEntry } from './waiting-entries';

/** What each of these rows links to, in their order. */
export async function decideLinks(batch: Batch, wanted: readonly Wanted[]): Promise<readonly LinkDecision[]> {
  return (await findCandidates(batch, wanted)).map(decideLink);
}

/** Links entries to rows of articles, where there is one. */
export async function insertLinks(
  { session, schema }: Batch,
  entryIds: readonly number[],
  decisions: readonly LinkDecision[],
): Promise<void> {
  const { name, joinColumn, inverseJoinColumn } = schema.articleLinks;
  const rows = entryIds.flatMap((id, at): readonly Row[] => {
    const articleId = decisions[at]?.articleId ?? null;
    return articleId === null ? [] : [[id, articleId]];
  });
  const columns = [joinColumn.name, inverseJoinColumn.name].map((column): Column => ({ name: column, kind: 'plain' }));
  if (rows.length > 0) await session.insert(name, columns, rows);
}

interface Change {
  readonly entry: WaitingEntry;
  readonly decision: LinkDecision;
}

async function writeChanges(batch: Batch, changes: readonly Change[]): Promise<void> {
  const { session, schema } = batch;
  const moved = changes.filter(({ entry, decision }) => entry.articleId !== decision.articleId);
  const linked = moved.filter(({ entry }) => entry.articleId !== null).map(({ entry }) => entry.id);
  const { name, joinColumn } = schema.articleLinks;
  if (linked.length > 0) await session.remove(name, joinColumn.name, linked);
  const ids = moved.map(({ entry }) => entry.id);
  await insertLinks(
    batch,
    ids,
    moved.map(({ decision }) => decision),
  );
  const states = changes.filter(({ entry, decision }) => entry.linkState !== decision.linkState);
  const rows = states.map(({ entry, decision }): Row => [entry.id, decision.linkState]);
  if (rows.length > 0) await session.update(schema.entries.name, schema.entries.columnsOf(['linkState']), rows);
}

/**
 * Links stored rows of ranking lists that print one of these headlines, and takes back links whose article is gone or no longer alone.
 *
 * @param keys of articles that are new or have another headline, before and after
 */
export async function relinkEntries(batch: Batch, keys: readonly string[]): Promise<void> {
  const entries = await findWaiting(
    batch,
    [...new Set(keys)].filter((key) => key !== ''),
  );
  if (entries.length === 0) return;
  const decisions = await decideLinks(batch, entries);
  const changes = entries.flatMap((entry, at): readonly Change[] => {
    const decision = decisions[at];
    const isSame = decision?.articleId === entry.articleId && decision.linkState === entry.linkState;
    return decision === undefined || isSame ? [] : [{ entry, decision }];
  });
  await writeChanges(batch, changes);
}
