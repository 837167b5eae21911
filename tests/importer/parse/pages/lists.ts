import fc from 'fast-check';
import type { ParsedRankingEntry, ParsedRankingList } from '../../../../src/importer/documents';
import type { Profile, RankingLabel } from '../../../../src/importer/profiles/profile';
import { rowDateOf } from './datelines';
import { cutHeadlineOf, paragraphOf, scriptOf, WORDS, type Script, type Words } from './words';

/** A list as printed, and what it says; null for a list that ranks nothing, or that has no rows. */
export interface PrintedList {
  readonly lines: readonly string[];
  readonly list: ParsedRankingList | null;
}

const SECTION = '{section}';

/** How rows are marked: from a row's place, counted from 0, and its headline to the lines that are printed. */
type Marks = (place: number, headline: string) => readonly string[];

const MARKS: readonly Marks[] = [
  (_, headline) => ['-', headline],
  (_, headline) => [`- ${headline}`],
  (place, headline) => (place % 2 === 0 ? ['-', headline] : [`- ${headline}`]),
  (_, headline) => [`・${headline}`],
  (_, headline) => [`• ${headline}`],
  (place, headline) => [`${place + 1}. ${headline}`],
  (place, headline) => [`${place + 1}`, headline],
  (place, headline) => ['-', `${place + 1}`, headline],
  (place, headline) => [`【第${place + 1}位】${headline}`],
  (place, headline) => [`${place + 1}位 ${headline}`],
  (place, headline) => [`(${place + 1}) ${headline}`],
  (place, headline) => [`${String.fromCharCode(0x2460 + place)} ${headline}`],
];

/** What stands below each headline of a list, for all of its rows. */
type Below = 'nothing' | 'teaser' | 'date' | 'teaser and date';

interface Row {
  readonly headline: string;
  readonly teaser: string;
  readonly at: { readonly printed: string; readonly date: string };
}

const rowOf = (words: Words, script: Script): fc.Arbitrary<Row> =>
  fc.record({
    headline: fc.oneof({ weight: 4, arbitrary: words.headline }, { weight: 1, arbitrary: cutHeadlineOf(words) }),
    teaser: paragraphOf(words).map((text) => `${text.slice(0, -1)} ...`),
    at: rowDateOf(script),
  });

function entryOf({ headline, teaser, at }: Row, place: number, below: Below): ParsedRankingEntry {
  return {
    position: place + 1,
    headline,
    truncated: headline.endsWith('...'),
    description: below.startsWith('teaser') ? teaser : null,
    date: below.endsWith('date') ? at.date : null,
  };
}

function linesOf({ headline, teaser, at }: Row, place: number, marks: Marks, below: Below): readonly string[] {
  const extras = [below.startsWith('teaser') ? [teaser] : [], below.endsWith('date') ? [at.printed] : []].flat();
  return [...marks(place, headline), ...extras];
}

interface Rows {
  readonly lines: readonly string[];
  readonly entries: readonly ParsedRankingEntry[];
}

/** Marked rows, counting up. */
function rowsOf(script: Script): fc.Arbitrary<Rows> {
  const rows = fc.uniqueArray(rowOf(WORDS[script], script), {
    minLength: 2,
    maxLength: 5,
    selector: ({ headline }) => headline,
  });
  const below = fc.constantFrom<Below>('nothing', 'nothing', 'teaser', 'date', 'teaser and date');
  return fc.tuple(rows, fc.constantFrom(...MARKS), below).map(([all, marks, extras]) => ({
    lines: all.flatMap((row, place) => linesOf(row, place, marks, extras)),
    entries: all.map((row, place) => entryOf(row, place, extras)),
  }));
}

/** A heading as some exporter spells it: case does not matter, and marks around it neither. */
const SPELLINGS: readonly ((heading: string) => string)[] = [
  (heading) => heading,
  (heading) => heading.toUpperCase(),
  (heading) =>
    heading.replace(/(^|[ "])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
];

export const spelt = (heading: string): fc.Arbitrary<string> =>
  fc.constantFrom(...SPELLINGS).map((spell) => spell(heading));

/** A heading with a section's name in it. */
function filledIn(label: string, sections: readonly string[]): fc.Arbitrary<{ title: string; section: string | null }> {
  if (!label.includes(SECTION)) return spelt(label).map((title) => ({ title, section: null }));
  return fc.tuple(fc.constantFrom(...SPELLINGS), fc.constantFrom(...sections)).map(([spell, section]) => {
    const [before = '', after = ''] = label.split(SECTION).map((part) => spell(part));
    const name = spell(section);
    return { title: `${before}${name}${after}`, section: name };
  });
}

/** A ranking list below one of the site's labels. */
export function rankingOf(
  { label, scope, window }: RankingLabel,
  sections: readonly string[],
): fc.Arbitrary<PrintedList> {
  const script = scriptOf(label);
  const named = sections.filter((section) => scriptOf(section) === script);
  return fc.tuple(filledIn(label, named), rowsOf(script)).map(([{ title, section }, { lines, entries }]) => ({
    lines: [title, ...lines],
    list: { title, scope, articleSection: section, window, entries },
  }));
}

/** A list that ranks nothing: its rows are dropped. */
export function otherListOf(label: string, sections: readonly string[]): fc.Arbitrary<PrintedList> {
  const script = scriptOf(label);
  const named = sections.filter((section) => scriptOf(section) === script);
  return fc
    .tuple(filledIn(label, named), rowsOf(script))
    .map(([{ title }, { lines }]) => ({ lines: [title, ...lines], list: null }));
}

/** A heading without rows. */
export function emptyListOf({ label }: RankingLabel, sections: readonly string[]): fc.Arbitrary<PrintedList> {
  return filledIn(label, sections).map(({ title }) => ({ lines: [title], list: null }));
}

const inScript = <Label>(
  labels: readonly Label[],
  textOf: (label: Label) => string,
  script: Script,
): readonly Label[] => labels.filter((label) => scriptOf(textOf(label)) === script);

/** Lists as they stand below an article: ranked and unranked ones, and headings without rows. */
export function listsOf(profile: Profile, general: Profile, script: Script): fc.Arbitrary<readonly PrintedList[]> {
  const sections = [...profile.sections, ...general.sections];
  const rankings = inScript([...profile.rankings, ...general.rankings], ({ label }) => label, script);
  const others = inScript([...profile.otherLists, ...general.otherLists], (label) => label, script);
  const ranking = fc.constantFrom(...rankings).chain((label) => rankingOf(label, sections));
  const empty = fc
    .constantFrom(...rankings.filter(({ label }) => !label.includes(SECTION)))
    .chain((label) => emptyListOf(label, []));
  const other = fc.constantFrom(...others).chain((label) => otherListOf(label, sections));
  const any = fc.oneof(
    { weight: 4, arbitrary: ranking },
    { weight: 1, arbitrary: empty },
    { weight: 2, arbitrary: other },
  );
  return fc.uniqueArray(any, { maxLength: 3, selector: ({ lines }) => lines[0] });
}
