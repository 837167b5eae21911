import type { ParsedRankingList } from '../documents';
import type { Site } from '../profiles/compile-profile';
import type { DatelineReader } from './dates/dateline';
import type { Findings } from './findings';
import type { Wording } from './line-wording';
import type { Line } from './lines';

/** A line outside lists and labels, in the order of the page. */
export interface FlowLine extends Line {
  /** Number of lists above it: what stands below a list may be no part of the article. */
  readonly listsAbove: number;
  /** Whether the wording names the publisher. */
  readonly isSourceName: boolean;
}

/** A page divided into its article's lines, its tags and its lists. */
export interface Page {
  readonly flow: readonly FlowLine[];
  readonly tags: readonly string[];
  readonly rankingLists: readonly ParsedRankingList[];
  /** The headlines in them. */
  readonly listed: readonly Wording[];
}

/** What the readers of a page share. */
export interface PageContext {
  readonly site: Site;
  readonly dates: DatelineReader;
  readonly findings: Findings;
}
