import { remembered } from '../normalise/remember';
import { tagName } from '../normalise/tag-name';
import type { Line } from './lines';

/** `#Snow`, `#Snow #Hokkaido`, `＃大雪` */
const HASH_TAGS = /^[#＃][\p{L}\p{N}_][^#＃]{0,60}(?:[#＃][\p{L}\p{N}_][^#＃]{0,60}){0,30}$/u;
/** `#1 …` is a rank. */
const RANK = /^[#＃]\d{1,3}(?: |$)/;
/** `Tags: snow, Hokkaido`, `キーワード：大雪、北海道` */
const INLINE =
  /^(?:tags?|keywords?|topics|タグ|キーワード|関連タグ|태그|키워드|标签|關鍵字|关键词|الوسوم|كلمات مفتاحية) ?: ?(.{1,300})$/i;
const SAYS_SOMETHING = /^\S+ [a-z]{2,}[^s\W]s \S/;
const SEPARATORS = /[,、，;；|｜／・،]/;
const MAX_TAG = 40;
const MAX_WORDS = 4;

const isSharp = (code: number): boolean => code === 0x23 || code === 0xff03;

const tagsIn = remembered((text): readonly string[] | null => {
  if (RANK.test(text) || !HASH_TAGS.test(text)) return null;
  const tags = text
    .split(/[#＃]/)
    .map((tag) => tagName(tag))
    .filter((tag) => tag !== '');
  // "#MeToo movement spreads to Asanagi" and "#MeToo reaches Asanagi" are headlines, no tags.
  return tags.every((tag) => tag.split(' ').length <= MAX_WORDS && !SAYS_SOMETHING.test(tag)) ? tags : null;
});

/** The tags in a line of hash tags; null for any other line. */
export function hashTags(text: string): readonly string[] | null {
  return isSharp(text.charCodeAt(0)) ? tagsIn(text) : null;
}

/** The tags in a line such as `Tags: snow, Hokkaido`; null for any other line. */
export function inlineTags({ folded, text }: Pick<Line, 'folded' | 'text'>): readonly string[] | null {
  if (folded === '' || !folded.includes(':')) return null;
  const match = INLINE.exec(text.replace('：', ':'));
  const tags = match?.[1]?.split(SEPARATORS).map((tag) => tagName(tag)) ?? [];
  const written = tags.filter((tag) => tag !== '');
  return written.length > 0 && written.every((tag) => tag.length <= MAX_TAG) ? written : null;
}

/** Whether a line below a label of tags can be a tag without `#`. */
export function isBareTag(text: string): boolean {
  return text.length <= MAX_TAG && text.split(' ').length <= MAX_WORDS && !/[.!?。！？"“”:：]/.test(text);
}
