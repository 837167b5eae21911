import type { Author } from '../documents';

/** `(오산=바다일보) 김바다 기자 = …`: place, agency and reporters before the first words of a text. */
const KOREAN =
  /^[(（[［【]([^()（）[\]=＝]{1,20})[=＝]([^()（）[\]=＝]{1,20})[)）\]］】] ?((?:\p{Script=Hangul}{2,5}[ ·,]{1,2}){1,4})(?:기자|특파원|통신원|논설위원) ?[=＝] ?(?=\S)/u;

/** The people that the lead of a text names, as Korean newspapers print them; nobody where it names none. The lead stays part of the text. */
export function authorsInLead(text: string): readonly Author[] {
  const found = KOREAN.exec(text);
  if (found === null) return [];
  const [, , agency = '', names = ''] = found;
  return names
    .split(/[ ·,]+/)
    .filter((name) => name !== '')
    .map((name) => ({ name, affiliation: agency.trim() }));
}
