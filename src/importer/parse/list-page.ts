import { breadcrumbOf } from './breadcrumb';
import type { Parts } from './divide';
import type { Page, PageContext } from './page';

const MAX_TITLE = 40;
const MAX_TITLE_LINES = 3;

/** A page of lists has no article: what stands above them is the page's title. */
export function isListPage({ flow, rankingLists }: Page, parts: Parts, { site }: PageContext): boolean {
  if (rankingLists.length === 0 || parts.dateline !== null || flow.length > MAX_TITLE_LINES) return false;
  return flow.every(({ text, folded, wording, isSourceName }) => {
    if (isSourceName || site.sections.has(folded) || breadcrumbOf(text) !== null) return true;
    return text.length <= MAX_TITLE && text.split(' ').length <= 3 && !wording.endsSentence;
  });
}
