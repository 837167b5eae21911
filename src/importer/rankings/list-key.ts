import type { ParsedRankingList } from '../documents';
import { foldText } from '../normalise/fold';
import { sha256 } from '../normalise/hash';
import { readableSlug } from '../normalise/slug';
import { withoutWindow } from '../profiles/windows';

const HASH_LENGTH = 10;
const SECTION = '{section}';
const QUOTES = /["'«»‹›「」『』《》〈〉]/g;
const LETTERS = /[\p{L}\p{N}]/gu;
const PLAIN = /^[ -~]{0,100}$/;

/** What the key of a list is made of. */
export type KeyParts = Pick<ParsedRankingList, 'title' | 'scope' | 'articleSection' | 'window' | 'key'>;

/** Whose list it is: the publisher's name, else the host that served it; null where neither is known. */
export function ownerOf(publisher: string | null, url: string | null): string | null {
  if (publisher !== null || url === null) return publisher;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '').replaceAll('.', ' ') : null;
}

/** Whether a key holds all letters of a text: `人気記事 TOP10` and `アクセス TOP10` are not one list. */
function isWhole(folded: string, slug: string): boolean {
  if (PLAIN.test(folded)) return true;
  const letters = folded.match(LETTERS) ?? [];
  return slug.length >= letters.length && letters.every((letter) => readableSlug(letter) !== '');
}

/** Text in letters that a key can hold: other scripts, and what is too long, give a hash, which is as stable. */
function part(text: string, otherwise: string): string {
  const folded = foldText(text).replace(QUOTES, '').trim();
  const slug = readableSlug(folded);
  if (slug !== '' && isWhole(folded, slug)) return slug;
  return `${slug || otherwise}-${sha256(folded).slice(0, HASH_LENGTH)}`;
}

function sectionOf({ scope, articleSection }: KeyParts): string | null {
  return scope === 'section' && articleSection !== null ? articleSection : null;
}

/** The label's own words: its window is a part of its own, and a section that it does not name comes before it. */
function labelPart(list: KeyParts): string {
  const folded = foldText(list.title);
  const label = list.window === null ? folded : withoutWindow(folded)?.label || folded;
  const section = sectionOf(list);
  const named = section === null || label.includes(foldText(section));
  return part(named ? label : `${section} ${label}`, 'list');
}

/** The name that the site's profile gives the list; `{section}` in it stands for the section. */
function namedKey(list: KeyParts): string | null {
  if ((list.key ?? null) === null) return null;
  const section = sectionOf(list);
  return (list.key ?? '').replace(SECTION, section === null ? 'all' : part(section, 'section'));
}

/**
 * The key of a list over time, from publisher, label and window: `harbor-news-most-popular-24h`. It does not change with the label's case
 * or quotes. A profile may name it (`jn-access-ranking`, `{section}-popular`); the window is added to that as well.
 *
 * @param owner see `ownerOf`
 */
export function listKey(list: KeyParts, owner: string | null): string {
  const prefix = owner === null ? [] : [part(owner, 'publisher')];
  const name = namedKey(list) ?? [...prefix, labelPart(list)].join('-');
  return list.window === null ? name : `${name}-${list.window}`;
}
