import fc from 'fast-check';
import type { Author, BodyBlock, ParsedArticle, ParsedRankingList, Photo } from '../../../../src/importer/documents';
import { GENERAL } from '../../../../src/importer/profiles/general';
import type { Profile } from '../../../../src/importer/profiles/profile';
import { datelineOf } from './datelines';
import { listsOf, spelt, type PrintedList } from './lists';
import { paragraphOf, scriptOf, WORDS, type Script } from './words';

/** A page as printed, and what the parser is to read from it. */
export interface PrintedPage {
  readonly text: string;
  readonly article: ParsedArticle | null;
  readonly rankingLists: readonly ParsedRankingList[];
}

/** Some lines of a page, and the fields that they say. Furniture says nothing. */
interface Part {
  readonly lines: readonly string[];
  readonly says: Partial<ParsedArticle>;
}

const NOTHING: ParsedArticle = {
  ...{ headline: null, kicker: null, authors: [], photos: [], datePublished: null, datePublishedPrecision: null },
  ...{ dateModified: null, dateline: null, articleSection: null, inLanguage: null, body: [], tags: [] },
};
const EMPTY: Part = { lines: [], says: {} };

/** A part that is there in some pages. */
const some = (part: fc.Arbitrary<Part>): fc.Arbitrary<Part> => fc.oneof(fc.constant(EMPTY), part);
const oneOf = (texts: readonly string[], part: (text: string) => fc.Arbitrary<Part>): fc.Arbitrary<Part> =>
  texts.length === 0 ? fc.constant(EMPTY) : fc.constantFrom(...texts).chain(part);
const furniture = (texts: readonly string[]): fc.Arbitrary<Part> =>
  oneOf(texts, (text) => spelt(text).map((line) => ({ lines: [line], says: {} })));

/** The data of a site together with the general reading's, as far as it's of one script. */
function dataOf(profile: Profile, script: Script): Profile {
  const both = (pick: (from: Profile) => readonly string[]): readonly string[] =>
    [...pick(profile), ...(profile.publisher === null ? [] : pick(GENERAL))].filter(
      (text) => scriptOf(text) === script,
    );
  const own = Object.fromEntries(
    Object.entries({ ...GENERAL.furniture, ...profile.furniture }).filter(([text]) => scriptOf(text) === script),
  );
  return {
    ...profile,
    furniture: own,
    sections: both(({ sections }) => sections),
    kickers: both(({ kickers }) => kickers),
    tagLabels: both(({ tagLabels }) => tagLabels),
    endLabels: both(({ endLabels }) => endLabels),
    creditNames: both(({ creditNames }) => creditNames),
    creditPrefixes: both(({ creditPrefixes }) => creditPrefixes),
    creditSuffixes: both(({ creditSuffixes }) => creditSuffixes),
    bylinePrefixes: both(({ bylinePrefixes }) => bylinePrefixes),
    bylineSuffixes: both(({ bylineSuffixes }) => bylineSuffixes),
  };
}

const withoutBrackets = (text: string): string => text.replace(/^\((.*)\)$/, '$1');

/** The line that credits a picture. The publisher's own name does so where the site sets credits above, else it ends the head. */
function creditOf(profile: Profile, script: Script): fc.Arbitrary<string> {
  const { person } = WORDS[script];
  const own = new Set(profile.creditPosition === 'above' ? [] : profile.sourceNames);
  const names = profile.creditNames.filter((name) => !own.has(name)).map((name) => spelt(name));
  const before = profile.creditPrefixes.map((prefix) => person.map((name) => `${prefix}${name}`));
  const behind = profile.creditSuffixes.map((suffix) => person.map((name) => `${name}${suffix}`));
  return fc.oneof(...[...names, ...before, ...behind]);
}

function photosOf(profile: Profile, script: Script): fc.Arbitrary<Part> {
  const pictures = fc.uniqueArray(fc.record({ caption: WORDS[script].sentence, credit: creditOf(profile, script) }), {
    maxLength: 2,
    selector: ({ caption }) => caption,
  });
  const positions =
    profile.creditPosition === null ? (['above', 'below', 'none'] as const) : [profile.creditPosition, 'none' as const];
  return fc.tuple(pictures, fc.constantFrom(...positions)).map(([all, position]) => ({
    lines: all.flatMap(({ caption, credit }) =>
      position === 'none' ? [caption] : position === 'above' ? [credit, caption] : [caption, credit],
    ),
    says: {
      photos: all.map(({ caption, credit }): Photo => ({
        caption,
        creditText: position === 'none' ? null : withoutBrackets(credit),
      })),
    },
  }));
}

function bylineOf(profile: Profile, script: Script): fc.Arbitrary<Part> {
  const { person } = WORDS[script];
  const part = (line: string, name: string, affiliation: string | null = null): Part => ({
    lines: [line],
    says: { authors: [{ name, affiliation } satisfies Author] },
  });
  const before = profile.bylinePrefixes.flatMap((prefix) => [
    fc.tuple(spelt(prefix), person).map(([by, name]) => part(`${by}${name}`, name)),
    fc.tuple(spelt(prefix), person).map(([by, name]) => part(`${by}${name} / Staff Writer`, name, 'Staff Writer')),
  ]);
  const behind = profile.bylineSuffixes.map((suffix) => person.map((name) => part(`${name}${suffix}`, name)));
  return before.length + behind.length === 0 ? fc.constant(EMPTY) : fc.oneof(...before, ...behind);
}

const headlineOf = (script: Script): fc.Arbitrary<Part> =>
  WORDS[script].headline.map((headline) => ({ lines: [headline], says: { headline } }));

const kickerOf = ({ kickers }: Profile): fc.Arbitrary<Part> =>
  oneOf(kickers, (text) => spelt(text).map((kicker) => ({ lines: [kicker], says: { kicker } })));

const breadcrumbOf = ({ sections }: Profile): fc.Arbitrary<Part> =>
  oneOf(sections, (text) =>
    spelt(text).map((articleSection) => ({ lines: [`Home > ${articleSection}`], says: { articleSection } })),
  );

const dateOf = (profile: Profile, script: Script): fc.Arbitrary<Part> =>
  datelineOf(profile, script).map((says) => ({ lines: [says.dateline], says }));

/** Paragraphs, now and then with a sub-head above one, and furniture between them. */
function bodyOf(profile: Profile, script: Script): fc.Arbitrary<Part> {
  const words = WORDS[script];
  const block = fc.record({
    text: paragraphOf(words),
    subhead: fc.option(words.subhead, { freq: 4 }),
    noise: some(furniture(Object.keys(profile.furniture))),
  });
  return fc.uniqueArray(block, { minLength: 1, maxLength: 5, selector: ({ text }) => text }).map((blocks) => {
    const parts = blocks.map(({ text, subhead, noise }, index) => {
      const above: readonly BodyBlock[] = subhead === null || index === 0 ? [] : [{ type: 'heading', text: subhead }];
      return { noise: noise.lines, blocks: [...above, { type: 'paragraph', text } satisfies BodyBlock] };
    });
    return {
      lines: parts.flatMap((part) => [...part.blocks.map(({ text }) => text), ...part.noise]),
      says: { body: parts.flatMap((part) => part.blocks) },
    };
  });
}

function tagsOf({ tagLabels }: Profile, script: Script): fc.Arbitrary<Part> {
  const tags = fc.uniqueArray(WORDS[script].tag, { maxLength: 3 });
  return oneOf(tagLabels, (text) =>
    fc
      .tuple(spelt(text), tags)
      .map(([label, names]) => ({ lines: [label, ...names.map((name) => `#${name}`)], says: { tags: names } })),
  );
}

function commentsOf({ endLabels }: Profile, script: Script): fc.Arbitrary<Part> {
  const remark = WORDS[script].sentence;
  return oneOf(endLabels, (text) =>
    fc.tuple(spelt(text), remark).map(([label, line]) => ({ lines: [label, line], says: {} })),
  );
}

const listed = (lists: readonly PrintedList[]): readonly Part[] => lists.map(({ lines }) => ({ lines, says: {} }));
const ranked = (lists: readonly PrintedList[]): readonly ParsedRankingList[] => lists.flatMap(({ list }) => list ?? []);

/** Parts below each other, with a blank line between all lines or none. */
export function printed(parts: readonly Part[], lists: readonly PrintedList[], spaced: boolean): PrintedPage {
  const says = Object.assign({}, NOTHING, ...parts.map((part) => part.says)) as ParsedArticle;
  const lines = [...parts, ...listed(lists)].flatMap((part) => part.lines);
  return { text: lines.join(spaced ? '\n\n' : '\n'), article: says, rankingLists: ranked(lists) };
}

/** A whole page of a site, in one script: everything that the site's profile has words for. */
export function pageOf(profile: Profile, script: Script): fc.Arbitrary<PrintedPage> {
  const data = dataOf(profile, script);
  const head = fc.tuple(
    some(breadcrumbOf(data)),
    some(kickerOf(data)),
    headlineOf(script),
    some(bylineOf(data, script)),
    photosOf(data, script),
  );
  const text = fc.tuple(dateOf(data, script), bodyOf(data, script), some(tagsOf(data, script)));
  const lists = listsOf(profile, GENERAL, script);
  return fc
    .tuple(head, text, lists, some(commentsOf(data, script)), fc.boolean())
    .map(([above, below, all, comments, spaced]) => {
      const page = printed([...above, ...below], all, spaced);
      return { ...page, text: [page.text, ...comments.lines].join(spaced ? '\n\n' : '\n') };
    });
}
