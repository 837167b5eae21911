import type { Author } from '../documents';
import { affixForm, beginningOf, mayBeginLike } from '../profiles/affixes';
import type { Site } from '../profiles/compile-profile';
import type { Wording } from './line-wording';

const MAX_BYLINE = 140;
const NAME =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|di|van|von|der|den|la|le|bin|al|el)(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|di|van|von|der|den|la|le|bin|al|el)){0,5}$/u;
const UNCASED_NAME =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}・ ー々]{2,24}$/u;
const AFFILIATION_MARK =
  / ?[/／|｜] ?| ?[(（]|, (?=[^,]{0,60}\b(?:writer|correspondent|reporter|editor|staff|columnist|contributor|bureau|press|news|times|shimbun|agency|professor|special)\b)/iu;
const NAME_SEPARATOR = /, and |, | and | & |、|・と|，|；|; /;
/** No person is called that: `By Land and Sea`, `By Monday Morning`; `A. Ode` is a person. */
const NO_NAME =
  /^(?:The|A(?!\.)|An|This|That|These|Those|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Land|Sea|Air|Far|Itself|All|No|Any|Law|Then|Now)\b/;

/** `By The Associated Press`, `By The Japan News Staff` */
const ORGANISATION =
  /^The (?:\p{Lu}\S* ){0,3}(?:Press|News|Times|Shimbun|Staff|Post|Herald|Tribune|Journal|Agency|Bureau|Desk)(?: Staff)?$/u;

const isName = (text: string): boolean =>
  (NAME.test(text) && !NO_NAME.test(text)) || UNCASED_NAME.test(text) || ORGANISATION.test(text);

function peopleIn(text: string): readonly Author[] | null {
  const [names = '', affiliation = ''] = splitOnce(text.trim(), AFFILIATION_MARK);
  const people = names.split(NAME_SEPARATOR).map((name) => name.trim());
  if (people.length === 0 || !people.every(isName)) return null;
  const belongs = affiliation.replace(/[)）]$/, '').trim();
  return people.map((name) => ({ name, affiliation: belongs === '' ? null : belongs }));
}

function splitOnce(text: string, separator: RegExp): readonly [string, string] {
  const match = separator.exec(text);
  return match === null ? [text, ''] : [text.slice(0, match.index), text.slice(match.index + match[0].length)];
}

function behindPrefix(site: Site, text: string): string | null {
  if (!mayBeginLike(site.bylinePrefixes, text)) return null;
  const prefix = beginningOf(site.bylinePrefixes, affixForm(text.slice(0, 24)));
  return prefix === null ? null : text.slice(prefix.length);
}

function beforeSuffix(site: Site, text: string): string | null {
  const suffix = site.bylineSuffixes.find((candidate) => text.endsWith(candidate));
  return suffix === undefined ? null : text.slice(0, -suffix.length);
}

/** `김바다 기자 bada@example.com` */
const ADDRESS = / [(<]?[\w.+-]{1,64}@[\w.-]{1,64}[)>]?$/;
const withoutAddress = (text: string): string => (text.includes('@') ? text.replace(ADDRESS, '') : text);

const BRACKETS = /^[([（［【](.{2,80})[)\]）］】]$/;

/**
 * Reads a byline: `By Taro Yamada / Staff Writer`, `The Japan News / By …`, `文・山田太郎`, `山田太郎記者`.
 *
 * @returns the people with their affiliation; null where the line is no byline
 */
export function authorsOf(site: Site, text: string): readonly Author[] | null {
  if (text.length > MAX_BYLINE) return null;
  const inner = BRACKETS.exec(text)?.[1] ?? text;
  const [source, rest] = inner.includes('/') ? splitOnce(inner, / ?\/ ?(?=By )/) : [inner, ''];
  const line = withoutAddress(rest === '' || !site.labels.has(source.toLowerCase()) ? inner : rest);
  const named = behindPrefix(site, line);
  if (named !== null) return peopleIn(named);
  const name = beforeSuffix(site, line);
  return name !== null && UNCASED_NAME.test(name.trim()) ? [{ name: name.trim(), affiliation: null }] : null;
}

/** `Staff Writer`, `Local Democracy Reporter`, `Business reporter, BBC News` */
const ROLE =
  /^(?:[\p{L}'’&.-]{1,30} ){0,5}(?:writer|reporter|correspondent|editor|columnist|contributor|bureau chief)s?(?:, [\p{L} '’&.]{2,40})?$/iu;
const MAX_ROLE = 70;

/** Whether a line below a byline says what its people are, or where they work: `BBC News, Powys`. */
function isAffiliation({ profile }: Site, text: string): boolean {
  if (text.length > MAX_ROLE) return false;
  return ROLE.test(text) || (profile.publisher !== null && text.startsWith(`${profile.publisher}, `));
}

/** Collects the people of bylines, line by line; the affiliation may stand on a line of its own below them. */
export class BylineReader {
  private readonly people: Author[] = [];
  /** Number of people in the line above who have no affiliation yet. */
  private open = 0;

  constructor(private readonly site: Site) {}

  get all(): readonly Author[] {
    return this.people;
  }

  add(people: readonly Author[]): void {
    this.people.push(...people);
    this.open = people.every(({ affiliation }) => affiliation === null) ? people.length : 0;
  }

  /** Reads a line below a byline; answers whether it is its people's affiliation. */
  readAffiliation(text: string): boolean {
    const found = this.open > 0 && isAffiliation(this.site, text);
    // Only the last ones are touched: a hostile page has thousands of bylines.
    if (found) {
      const last = this.people.splice(-this.open);
      this.people.push(...last.map(({ name }) => ({ name, affiliation: text })));
    }
    this.open = 0;
    return found;
  }
}

/** Whether the line is the affiliation of the people in the line above it. */
export function isBelowByline(site: Site, above: Wording, text: string): boolean {
  if (!isAffiliation(site, text)) return false;
  return above.on(site).authors?.every(({ affiliation }) => affiliation === null) ?? false;
}
