import type { RankingScope, RankingWindow } from '../documents';

/**
 * How a site heads one kind of ranking list. `label` is a whole line; case, quotes, dashes and width do not matter. `{section}` in it
 * stands for the name of a section.
 */
export interface RankingLabel {
  readonly label: string;
  readonly scope: RankingScope;
  /** The time that the list counts; where it is null, a phrase such as `in the past week` in the heading may still say so. */
  readonly window: RankingWindow | null;
  /** What the list is called over time, where it is not to be made of publisher and label; `{section}` stands for the section. */
  readonly key?: string | null;
}

/** A site, as data: labels, datelines, furniture, credits, sections. Every list may be empty; the general reading's data is added to it. */
export interface Profile {
  readonly id: string;
  /** Name of the publisher; null for the general reading. */
  readonly publisher: string | null;
  /** Host names of the site; subdomains are included. */
  readonly hosts: readonly string[];
  readonly rankings: readonly RankingLabel[];
  /** Headings of lists that rank nothing (`Latest Articles`, `{section} Latest Articles`); their rows are dropped and reported. */
  readonly otherLists: readonly string[];
  /** Names of sections, which head lists and stand in breadcrumbs. */
  readonly sections: readonly string[];
  /** Lines that may stand above the headline as its kicker. */
  readonly kickers: readonly string[];
  /** Lines that head the page's own tags. */
  readonly tagLabels: readonly string[];
  /** Lines behind which one related headline follows in the middle of the text. */
  readonly relatedLabels: readonly string[];
  /** Lines below which nothing of the article follows: readers' comments, say. */
  readonly endLabels: readonly string[];
  /** Lines that are dropped wherever they stand; the value names what they are. */
  readonly furniture: Readonly<Record<string, string>>;
  /** Beginnings of lines that are dropped; the value names what they are. */
  readonly furniturePrefixes: Readonly<Record<string, string>>;
  /** Lines that name the publisher, above or below the text. */
  readonly sourceNames: readonly string[];
  /** Whole lines that credit a picture. */
  readonly creditNames: readonly string[];
  readonly creditPrefixes: readonly string[];
  readonly creditSuffixes: readonly string[];
  /** Beginnings that are no part of the caption behind them. */
  readonly captionPrefixes: readonly string[];
  /** Where credits stand; null where both occur. */
  readonly creditPosition: 'above' | 'below' | null;
  readonly bylinePrefixes: readonly string[];
  readonly bylineSuffixes: readonly string[];
  /** Zones by name, for names that stand for several: `{ "IST": "+05:30" }`. */
  readonly zones: Readonly<Record<string, string>>;
  /** Which number comes first in `04/10/2025`; null where the site does not use such dates. */
  readonly dateOrder: 'day-first' | 'month-first' | null;
  /** Beginning of the site's datelines with `0` for every digit (`00:00 JST, `): evidence that a document is the site's. */
  readonly datelineShapes: readonly string[];
  /** Whether headlines are set in title case (`Mayor to Open Archives`), so that a line in sentence case is a caption. */
  readonly headlinesInTitleCase: boolean;
}

/** What a profile says nothing about. */
export const BLANK_PROFILE: Omit<Profile, 'id' | 'publisher'> = {
  hosts: [],
  rankings: [],
  otherLists: [],
  sections: [],
  kickers: [],
  tagLabels: [],
  relatedLabels: [],
  endLabels: [],
  furniture: {},
  furniturePrefixes: {},
  sourceNames: [],
  creditNames: [],
  creditPrefixes: [],
  creditSuffixes: [],
  captionPrefixes: [],
  creditPosition: null,
  bylinePrefixes: [],
  bylineSuffixes: [],
  zones: {},
  dateOrder: null,
  datelineShapes: [],
  headlinesInTitleCase: false,
};
