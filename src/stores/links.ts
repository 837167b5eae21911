import type { Core } from '@strapi/strapi';
import { articlesOfRows, type Candidates } from './link-candidates';
import { waitingRows, type LinkRequest, type WaitingRow } from './waiting-rows';

export type LinkState = 'resolved' | 'unresolved' | 'ambiguous';

export interface LinkDecision {
  readonly articleId: number | null;
  readonly linkState: LinkState;
}

/** Unique or not at all: a headline that two articles share links to neither. */
export function decideLink(candidates: Candidates): LinkDecision {
  const [first, ...others] = [...candidates.values()];
  if (first === undefined) return { articleId: null, linkState: 'unresolved' };
  return others.length > 0 ? { articleId: null, linkState: 'ambiguous' } : { articleId: first, linkState: 'resolved' };
}

async function writeLink(strapi: Core.Strapi, row: WaitingRow, decision: LinkDecision): Promise<void> {
  if (row.articleId === decision.articleId && row.linkState === decision.linkState) return;
  await strapi.db
    .query('ranking.entry')
    .update({ where: { id: row.id }, data: { linkState: decision.linkState, article: decision.articleId } });
}

/**
 * Links ranking rows to the articles they name, and takes back links whose article is gone or no longer alone. Draft lists link to
 * draft rows, published lists to published rows. Rows that an editor linked by hand stay. The outcome depends on what is stored
 * alone: linking twice changes nothing.
 */
export async function linkRows(strapi: Core.Strapi, requests: readonly LinkRequest[]): Promise<void> {
  for (const status of ['draft', 'published'] as const) {
    const asked = requests.filter((request) => request.status === status);
    if (asked.length === 0) continue;
    const rows = await waitingRows(strapi, asked, status);
    const candidates = await articlesOfRows(strapi, rows, status);
    for (const row of rows) await writeLink(strapi, row, decideLink(candidates.get(row.id) ?? new Map()));
  }
}
