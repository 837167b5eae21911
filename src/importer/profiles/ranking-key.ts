import type { ParsedRankingList } from '../documents';
import { foldText } from '../normalise/fold';
import { sha256 } from '../normalise/hash';
import { readableSlug } from '../normalise/slug';

const HASH_LENGTH = 10;

function keyOf(text: string): string {
  const slug = readableSlug(text);
  return slug === '' ? `list-${sha256(foldText(text)).slice(0, HASH_LENGTH)}` : slug;
}

/**
 * The key of a list over time: `politics-popular` for a section's list, else its title (`jn-access-ranking`);
 * it does not change with the title's case or quotes.
 */
export function rankingKey(list: Pick<ParsedRankingList, 'title' | 'scope' | 'articleSection' | 'window'>): string {
  const section = list.scope === 'section' ? list.articleSection : null;
  const name = section === null ? keyOf(foldText(list.title)) : `${keyOf(foldText(section))}-popular`;
  return list.window === null ? name : `${name}-${list.window}`;
}
