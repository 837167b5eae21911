import { affixForm, beginningOf, beginningsLike, endsLike, mayBeginLike } from '../profiles/affixes';
import type { Site } from '../profiles/compile-profile';
import { endsSentence } from './wording';

const MAX_CREDIT = 100;
const BRACKETED = /^[([（［【](.{2,80})[)\]）］】]$/;
const BEHIND = /^(.{4,}[^\s(（[［]) ?[(（[［]([^()（）[\]［］]{2,80})[)）\]］]\.?$/u;
/** `Passengers board a tram in Asanagi. Reuters/Ken Ode` */
const BEHIND_STOP = /^(.{10,}[.。]) ([^.。]{2,60})$/u;
/** `路面電車に乗り込む人たち＝10日、朝凪市` */
const JAPANESE_CAPTION = /^[^。＝]{4,120}＝[^。＝]{2,30}$/;
/** `教会の庭に舞う原稿（7日、折鈴市で）` */
const JAPANESE_PLACE = /^[^。]{4,120}（[^（）。]{2,40}(?:で|にて|撮影|提供)）$/;
/** `…＝10日、朝凪市、山田太郎撮影` */
const JAPANESE_CREDIT = /^([^。]{4,160})[＝、]([^。＝、]{2,24}(?:撮影|提供))$/;
/** `… to the platform. (Photo: Ana Lund)`: an agency's name alone would credit a text as well. */
const PHOTO_WORD = /^(?:photo|picture|photograph|image|写真|撮影|사진|图片|圖|صورة)/i;
const STOPPED = /[.。]$/;
const CLOSING_BRACKET = /[)）\]］]\.?$/;
/** `Ana Lund/Mikaze Times` */
const NAME_AND_AGENCY =
  /^\p{Lu}[\p{L}.'’-]{0,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){1,3}\/\p{Lu}[\p{L}.&-]{1,20}(?: \p{Lu}[\p{L}.&-]{0,20}){0,3}$/u;
const COPYRIGHT = /^(?:©|\(c\)|ⓒ) ?\S.{1,60}$/i;

function isCreditText(site: Site, text: string): boolean {
  const folded = affixForm(text).trim();
  if (site.creditNames.has(folded) || COPYRIGHT.test(folded)) return true;
  if (text.includes('/') && NAME_AND_AGENCY.test(text)) return true;
  // "Photo: The mayor opens the bridge." is a caption with a label before it.
  const { creditPrefixes: prefixes, creditSuffixes: suffixes } = site;
  if (beginningsLike(prefixes, folded).some((prefix) => folded.length > prefix.length && folded.startsWith(prefix)))
    return !endsSentence(text);
  const hasSuffix = endsLike(suffixes, folded).some((suffix) => folded.endsWith(suffix));
  return hasSuffix && !endsSentence(text) && text.split(' ').length <= 8;
}

/**
 * Reads a line as the credit of a picture: `The Yomiuri Shimbun`, `Courtesy of …`, `(Photo: …)`.
 *
 * @returns the credit, without brackets around the whole line; null where the line is none
 */
export function creditOf(site: Site, text: string): string | null {
  if (text.length > MAX_CREDIT || (text.includes('＝') && JAPANESE_CAPTION.test(text))) return null;
  const inner = BRACKETED.exec(text)?.[1] ?? text;
  return isCreditText(site, inner) ? inner : null;
}

/** The caption and what may be its credit; the end of a caption says that most have none, without a search. */
function creditBehind(caption: string): RegExpExecArray | null {
  const bracketed = CLOSING_BRACKET.test(caption) ? BEHIND.exec(caption) : null;
  return bracketed ?? (STOPPED.test(caption) ? null : BEHIND_STOP.exec(caption));
}

/** A caption with the credit in brackets behind it, divided; the credit is null where none stands there. */
export function splitCaption(
  site: Site,
  text: string,
): { readonly caption: string; readonly creditText: string | null } {
  const caption = withoutPrefix(site, text);
  if (JAPANESE_CAPTION.test(caption)) return splitJapanese(caption);
  const [, before, inside] = creditBehind(caption) ?? [];
  if (before === undefined || inside === undefined || !isCreditText(site, inside)) return { caption, creditText: null };
  return { caption: before.trimEnd(), creditText: inside };
}

function splitJapanese(text: string): { readonly caption: string; readonly creditText: string | null } {
  const [, caption = text, creditText = null] = JAPANESE_CREDIT.exec(text) ?? [];
  return { caption, creditText };
}

/** Whether a line ends with the credit of a picture in brackets, and says so: it is a caption wherever it stands. */
export function endsWithPhotoCredit(site: Site, text: string): boolean {
  if (!CLOSING_BRACKET.test(text)) return false;
  const { creditText } = splitCaption(site, text);
  return creditText !== null && PHOTO_WORD.test(creditText);
}

function withoutPrefix(site: Site, text: string): string {
  const prefix = captionPrefix(site, text);
  return prefix === null ? text : text.slice(prefix.length).trim();
}

function captionPrefix(site: Site, text: string): string | null {
  if (!mayBeginLike(site.captionPrefixes, text)) return null;
  return beginningOf(site.captionPrefixes, affixForm(text.slice(0, 40)));
}

/** Whether a line says that it is a caption: by its beginning (`Image caption, …`), or as Japanese newspapers end theirs. */
export function isLabelledCaption(site: Site, text: string): boolean {
  if (text.endsWith('）') && JAPANESE_PLACE.test(text)) return true;
  return captionPrefix(site, text) !== null || (text.includes('＝') && JAPANESE_CAPTION.test(text));
}
