import type { Site } from '../profiles/compile-profile';
import type { ListRows } from './list-rows';

/** Whether rows are items of a page's menu: in it, `Popular` stands among the names of sections, and the article follows. */
export function isMenu({ headlines, roles }: ListRows, { sections }: Site): boolean {
  const [first] = roles;
  if (first === undefined || first.role !== 'headline' || first.row.wording.isMarked) return false;
  return headlines.some(({ key }) => sections.has(key));
}
