import slugify from 'slugify';
import { sha256 } from './hash';

const MAX_SLUG_LENGTH = 100;
const HASH_LENGTH = 10;
/** Under this share of the letters, a slug would be the few Latin words in a headline of another script ("NATO事務総長…" → "nato"). */
const MIN_KEPT_SHARE = 0.5;

/** What a slug is made of. `seed` tells apart documents of one headline: an identity or a document id. */
export interface SlugInput {
  readonly headline: string | null;
  readonly datePublished: string | null;
  readonly seed: string;
}

const LETTERS = /[\p{L}\p{N}]/gu;

/** Of these characters slugify spells none out, and most headlines have no others. */
const PLAIN_TEXT = /^[A-Za-z0-9 ,.;:'"!?()-]*$/;

/** What slugify makes of a plain text, in a tenth of the time. */
function plainSlug(text: string): string {
  const words = text
    .replaceAll('-', ' ')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .trim();
  return words.replace(/ +/g, '-').toLowerCase();
}

function cutAtWord(slug: string): string {
  if (slug.length <= MAX_SLUG_LENGTH) return slug;
  const cut = slug.slice(0, MAX_SLUG_LENGTH);
  const lastHyphen = cut.lastIndexOf('-');
  return lastHyphen > MAX_SLUG_LENGTH / 2 ? cut.slice(0, lastHyphen) : cut;
}

/**
 * The readable part of a slug, `''` where the text has too few letters that a slug can hold.
 *
 * @param text a headline or a name
 * @returns lower-case ASCII letters, digits and hyphens
 */
export function readableSlug(text: string): string {
  if (PLAIN_TEXT.test(text)) return cutAtWord(plainSlug(text));
  const slug = slugify(text.normalize('NFKC'), { lower: true, strict: true, trim: true }).replace(/^-+|-+$/g, '');
  const letters = text.match(LETTERS)?.length ?? 0;
  return slug.length >= letters * MIN_KEPT_SHARE ? cutAtWord(slug) : '';
}

/**
 * Slugs for one document in order of preference: the headline, with its day, with a hash of the seed.
 * The caller takes the first that is free. A headline without Latin letters goes straight to the hash.
 *
 * @returns at least one candidate; the last one is as good as unique for its seed
 */
export function slugCandidates(input: SlugInput): readonly string[] {
  return candidatesOf(readableSlug(input.headline ?? ''), input);
}

/** The same, where the readable part is known. */
export function candidatesOf(readable: string, input: Omit<SlugInput, 'headline'>): readonly string[] {
  const day = input.datePublished?.slice(0, 10) ?? null;
  const hash = sha256(input.seed).slice(0, HASH_LENGTH);
  if (readable === '') return [day === null ? `article-${hash}` : `${day}-${hash}`];
  return [readable, ...(day === null ? [] : [`${readable}-${day}`]), `${readable}-${hash}`];
}
