import type { RankingScope, RankingWindow } from '../documents';
import { foldText } from '../normalise/fold';
import { affixForm, beginningOf, beginnings, ends, endsLike, type Affixes } from './affixes';
import type { Profile, RankingLabel } from './profile';

const SECTION = '{section}';

/** What a whole line says by its wording alone. */
export type Label =
  | {
      readonly kind: 'ranking';
      readonly scope: RankingScope;
      readonly window: RankingWindow | null;
      readonly own: boolean;
      readonly key: string | null;
    }
  | { readonly kind: 'other-list' }
  | { readonly kind: 'tags' }
  | { readonly kind: 'related' }
  | { readonly kind: 'end' }
  | { readonly kind: 'source' }
  | { readonly kind: 'furniture'; readonly name: string };

/** A label with `{section}` in it: what stands before and behind the section's name. */
export interface LabelTemplate {
  readonly before: string;
  readonly after: string;
  readonly label: Label;
}

/** Templates in their order, and the ends and beginnings that one of them needs. */
export interface LabelTemplates {
  readonly all: readonly LabelTemplate[];
  readonly befores: Affixes;
  readonly afters: Affixes;
}

/** A profile with the general reading's data added, made ready for quick look-ups. All keys are folded. */
export interface Site {
  readonly profile: Profile;
  readonly labels: ReadonlyMap<string, Label>;
  readonly templates: LabelTemplates;
  /** Beginnings of furniture with its name, by their first character. */
  readonly furniturePrefixes: ReadonlyMap<string, readonly (readonly [string, string])[]>;
  readonly titleCase: boolean;
  readonly relatedLabels: Affixes;
  readonly sections: ReadonlySet<string>;
  readonly kickers: ReadonlySet<string>;
  readonly creditNames: ReadonlySet<string>;
  readonly creditPrefixes: Affixes;
  readonly creditSuffixes: Affixes;
  readonly captionPrefixes: Affixes;
  readonly bylinePrefixes: Affixes;
  readonly bylineSuffixes: readonly string[];
  /** Lines that only this site prints: evidence that a document is its own. */
  readonly evidence: ReadonlySet<string>;
  /** Headings with a section in them that only this site prints. */
  readonly ownTemplates: LabelTemplates;
}

type LabelEntry = readonly [string, Label];

const toRanking = ({ label, scope, window, key = null }: RankingLabel, own: boolean): LabelEntry => [
  foldText(label),
  { kind: 'ranking', scope, window, own, key },
];

/** In the order of their weight: a line that is two things is the first of them. */
function labelEntries(profile: Profile, own: boolean): readonly LabelEntry[] {
  const all = (texts: readonly string[], label: Label): readonly LabelEntry[] =>
    texts.map((text) => [foldText(text), label] as const);
  return [
    ...profile.rankings.map((label) => toRanking(label, own)),
    ...all(profile.otherLists, { kind: 'other-list' }),
    ...all(profile.tagLabels, { kind: 'tags' }),
    ...all(profile.relatedLabels, { kind: 'related' }),
    ...all(profile.endLabels, { kind: 'end' }),
    ...Object.entries(profile.furniture).map(([text, name]): LabelEntry => [
      foldText(text),
      { kind: 'furniture', name },
    ]),
    ...all(profile.sourceNames, { kind: 'source' }),
  ];
}

function byFirstCharacter<Entry extends readonly [string, unknown]>(
  entries: readonly Entry[],
): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = entry[0].charAt(0);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return groups;
}

function toTemplate([text, label]: LabelEntry): LabelTemplate {
  const [before = '', after = ''] = text.split(SECTION);
  return { before, after, label };
}

/** Where something stands behind the section's name, that tells more than what stands before it: often a quotation mark. */
export function toTemplates(all: readonly LabelTemplate[]): LabelTemplates {
  const afters = all.map(({ after }) => after).filter((after) => after !== '');
  const befores = all.filter(({ after }) => after === '').map(({ before }) => before);
  return { all, befores: beginnings(befores), afters: ends(afters) };
}

/** Whether a text has a template's beginning or end; most have none. */
export function mayFitTemplate({ befores, afters }: LabelTemplates, text: string): boolean {
  return beginningOf(befores, text) !== null || endsLike(afters, text).some((after) => text.endsWith(after));
}

/** The first entry of a key wins, so that a profile's own data comes before the general one's. */
function firstOfEach(entries: readonly LabelEntry[]): ReadonlyMap<string, Label> {
  return new Map([...entries].reverse());
}

const folded = (texts: readonly string[]): readonly string[] => [...new Set(texts.map((text) => foldText(text)))];

/** Prefixes and suffixes keep the spaces at their edges. */
const lowered = (texts: readonly string[]): readonly string[] => [...new Set(texts.map(affixForm))];

function evidenceOf(profile: Profile, entries: readonly LabelEntry[], general: Profile | null): ReadonlySet<string> {
  if (general === null) return new Set();
  const common = new Set([...labelEntries(general, false).map(([text]) => text), ...folded(general.creditNames)]);
  const own = [...entries.map(([text]) => text), ...folded(profile.creditNames)];
  return new Set(own.filter((text) => !common.has(text) && !text.includes(SECTION)));
}

function ownTemplatesOf(own: readonly LabelEntry[], general: Profile): readonly LabelTemplate[] {
  const common = new Set(labelEntries(general, false).map(([text]) => text));
  return own.filter(([text]) => text.includes(SECTION) && !common.has(text)).map(toTemplate);
}

/**
 * Makes a profile ready for the parser.
 *
 * @param general the general reading, whose data is added; null for the general reading itself
 */
export function compileProfile(profile: Profile, general: Profile | null): Site {
  const own = labelEntries(profile, general !== null);
  const entries = [...own, ...(general === null ? [] : labelEntries(general, false))];
  const both = (pick: (from: Profile) => readonly string[]): readonly string[] => [
    ...pick(profile),
    ...(general === null ? [] : pick(general)),
  ];
  const prefixes = { ...general?.furniturePrefixes, ...profile.furniturePrefixes };
  return {
    profile,
    labels: firstOfEach(entries.filter(([text]) => !text.includes(SECTION))),
    templates: toTemplates(entries.filter(([text]) => text.includes(SECTION)).map(toTemplate)),
    furniturePrefixes: byFirstCharacter(
      Object.entries(prefixes).map(([text, name]) => [foldText(text), name] as const),
    ),
    titleCase: profile.headlinesInTitleCase,
    relatedLabels: beginnings(folded(both((from) => from.relatedLabels))),
    sections: new Set(folded(both((from) => from.sections))),
    kickers: new Set(folded(both((from) => from.kickers))),
    creditNames: new Set(folded(both((from) => from.creditNames))),
    creditPrefixes: beginnings(lowered(both((from) => from.creditPrefixes))),
    creditSuffixes: ends(lowered(both((from) => from.creditSuffixes))),
    captionPrefixes: beginnings(lowered(both((from) => from.captionPrefixes))),
    bylinePrefixes: beginnings(lowered(both((from) => from.bylinePrefixes))),
    bylineSuffixes: lowered(both((from) => from.bylineSuffixes)),
    evidence: evidenceOf(profile, own, general),
    ownTemplates: toTemplates(general === null ? [] : ownTemplatesOf(own, general)),
  };
}
