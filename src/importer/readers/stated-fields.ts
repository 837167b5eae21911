import type { Author, BodyBlock, Photo, StatedFields } from '../documents';
import { uniqueTagNames } from '../normalise/tag-name';
import { statedDate } from './stated-date';

/** What structured carriers state of an article, whatever they call it; absent values are left out. */
export interface Statement {
  readonly headline?: unknown;
  readonly kicker?: unknown;
  readonly authors?: readonly Author[];
  readonly published?: unknown;
  readonly modified?: unknown;
  readonly section?: unknown;
  readonly language?: unknown;
  readonly tags?: readonly string[];
  readonly photos?: readonly Photo[];
  readonly body?: readonly BodyBlock[];
}

/** A text on one line, or undefined where there is none. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** Texts of a list, of a single text, or of one text with commas. */
export function textsOf(value: unknown): readonly string[] {
  const texts = listOf(value).flatMap((item) => textOf(item) ?? []);
  return texts.length === 1 && texts[0] !== undefined
    ? texts[0].split(/[,、;；]/).flatMap((text) => textOf(text) ?? [])
    : texts;
}

/** People of a list of names or of objects with a `name`. */
export function authorsOf(value: unknown): readonly Author[] {
  return listOf(value).flatMap((item) => {
    const person = (typeof item === 'object' && item !== null ? item : { name: item }) as Record<string, unknown>;
    const name = textOf(person.name);
    const { affiliation, worksFor } = person;
    const organisation = listOf(affiliation ?? worksFor)[0];
    const named =
      typeof organisation === 'object' && organisation !== null
        ? (organisation as { name?: unknown }).name
        : organisation;
    return name === undefined ? [] : [{ name, affiliation: textOf(named) ?? null }];
  });
}

const filled = <Value>(list: readonly Value[] | undefined): readonly Value[] | undefined =>
  list === undefined || list.length === 0 ? undefined : list;

/** The statement in the words of the content model; what is not stated is left out. */
export function toStatedFields(said: Statement): StatedFields {
  const published = statedDate(said.published);
  const fields = {
    headline: textOf(said.headline),
    kicker: textOf(said.kicker),
    authors: filled(said.authors),
    datePublished: published?.date,
    datePublishedPrecision: published?.precision,
    dateModified: statedDate(said.modified)?.date,
    articleSection: textOf(said.section),
    inLanguage: textOf(said.language),
    tags: filled(uniqueTagNames(said.tags ?? [])),
    photos: filled(said.photos),
    body: filled(said.body),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
