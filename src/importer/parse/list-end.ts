import type { Site } from '../profiles/compile-profile';
import type { ListRows } from './list-rows';
import type { Line } from './lines';
import type { PageContext } from './page';
import { endsWithFullStop } from './wording';

/** So many captions and credits may stand between a headline and its dateline. */
const MAX_HEAD = 6;

/** Number of rows at the end that are an article's head: a headline, with a byline and credits below it. */
function headAtEnd({ roles }: ListRows, site: Site): number {
  const at = roles.findLastIndex(({ row, role }) => {
    const { authors, credit } = row.wording.on(site);
    return role !== 'headline' || (authors === null && credit === null);
  });
  return roles[at]?.role === 'headline' ? roles.length - at : 0;
}

/** Whether a dateline or text stands at an index, or captions and credits with one of them below. */
function beginsArticle(lines: readonly Line[], index: number, { dates, site }: PageContext): boolean {
  const near = lines.slice(index, index + MAX_HEAD);
  const start = near.findIndex(
    ({ wording }) => wording.on(site).label !== null || dates.isDate(wording) || wording.isParagraph,
  );
  const line = near[start];
  if (line === undefined || (line.wording.on(site).label !== null && !dates.isDate(line.wording))) return false;
  return near.slice(0, start).every(({ text, wording }) => endsWithFullStop(text) || wording.on(site).credit !== null);
}

/** The rows of a list without the head of the article that follows them, where one does: its headline is not one of them. */
export function withoutHead(rows: ListRows, lines: readonly Line[], context: PageContext): ListRows {
  const [first] = rows.roles;
  if (first === undefined || first.role !== 'headline' || first.row.wording.isMarked) return rows;
  if (!beginsArticle(lines, rows.next, context)) return rows;
  const count = headAtEnd(rows, context.site);
  const kept = rows.entries.length - count;
  if (count === 0 || kept < 1) return rows;
  const { entries, headlines, roles, next } = rows;
  return {
    entries: entries.slice(0, kept),
    headlines: headlines.slice(0, kept),
    roles: roles.slice(0, -count),
    next: next - count,
  };
}

/** `速報` heads a list of headlines, or stands above the headline of the page: then a dateline is near. */
export function isKicker(lines: readonly Line[], index: number, { site, dates }: PageContext): boolean {
  if (!site.kickers.has(lines[index]?.folded ?? '')) return false;
  const near = lines.slice(index + 1, index + 2 + MAX_HEAD);
  const end = near.findIndex(({ wording }) => wording.on(site).label !== null || wording.isMarked);
  return near.slice(0, end < 0 ? near.length : end).some(({ wording }) => dates.isDate(wording));
}

/** Below a heading, `24時間` or `Weekly` alone are the tabs of several lists of which one is shown. */
export function tabsAt(lines: readonly Line[], start: number, { site }: PageContext): readonly Line[] {
  const isTab = (line: Line | undefined): boolean =>
    line !== undefined && line.wording.isWindow && line.wording.on(site).label === null;
  let end = start;
  while (isTab(lines[end])) end += 1;
  return lines.slice(start, end);
}
