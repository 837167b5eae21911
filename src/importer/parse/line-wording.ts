import { foldText } from '../normalise/fold';
import { foldedHeadlineKey } from '../normalise/headline-key';
import { remembered } from '../normalise/remember';
import type { Site } from '../profiles/compile-profile';
import { isWindow } from '../profiles/windows';
import { NOBODY, sitesOf, type Evidence } from './choose-site';
import { mayHoldDate, type Dateline, type DatelineReader } from './dates/dateline';
import { readMarker, type Marker } from './markers';
import { SiteWording } from './site-wording';
import { hashTags, inlineTags } from './tags';
import { isTitleCase } from './title-case';
import { canBeHeadline, endsSentence, isCut, isRunningText } from './wording';

/** Labels are short; folding a long paragraph would be work for nothing. */
const MAX_LABEL_LENGTH = 80;

/**
 * What the text of a line says by itself, the same on every page. Most of it is worked out when somebody first asks, and then kept: several
 * readers ask the same of each line, and many pages print the same short ones.
 */
export class Wording {
  /** The folded text that labels are matched with; `''` for a line that is too long to be a label. */
  readonly folded: string;
  /** Whether it may hold a date: most lines need not be asked for theirs. */
  readonly mayHoldDate: boolean;
  private knownMarker: Marker | null | undefined = undefined;
  private knownTags: readonly string[] | null | undefined = undefined;
  private knownInlineTags: readonly string[] | null | undefined = undefined;
  private knownParagraph: boolean | undefined = undefined;
  private knownSentence: boolean | undefined = undefined;
  private knownTitleCase: boolean | undefined = undefined;
  private knownHeadline: boolean | undefined = undefined;
  private knownCut: boolean | undefined = undefined;
  private knownWindow: boolean | undefined = undefined;
  private knownKey: string | undefined = undefined;
  private knownHeadlineKey: string | undefined = undefined;
  private lastSite: SiteWording | null = null;
  private lastEvidence: Evidence | null = null;
  private lastSites: readonly number[] = NOBODY;
  private lastReader: DatelineReader | null = null;
  private lastDateline: Dateline | null = null;

  constructor(readonly text: string) {
    this.folded = text.length > MAX_LABEL_LENGTH ? '' : foldText(text);
    this.mayHoldDate = mayHoldDate(text);
  }

  /** The mark of a list that it begins with. */
  get marker(): Marker | null {
    return this.knownMarker === undefined ? (this.knownMarker = readMarker(this.text)) : this.knownMarker;
  }

  /** Whether it begins with a mark that no sentence begins with. */
  get isMarked(): boolean {
    return this.marker?.strength === 'strong';
  }

  /** Whether it is a mark alone, whose headline stands on the next line. */
  get isBareMark(): boolean {
    const { marker } = this;
    return marker !== null && marker.strength === 'strong' && marker.rest === '';
  }

  get hashTags(): readonly string[] | null {
    return this.knownTags === undefined ? (this.knownTags = hashTags(this.text)) : this.knownTags;
  }

  /** The tags that it names behind a label. */
  get inlineTags(): readonly string[] | null {
    return this.knownInlineTags === undefined ? (this.knownInlineTags = inlineTags(this)) : this.knownInlineTags;
  }

  get isParagraph(): boolean {
    return (this.knownParagraph ??= this.endsSentence && isRunningText(this.text));
  }

  get endsSentence(): boolean {
    return (this.knownSentence ??= endsSentence(this.text));
  }

  get isTitleCase(): boolean {
    return (this.knownTitleCase ??= isTitleCase(this.text));
  }

  get canBeHeadline(): boolean {
    return (this.knownHeadline ??= canBeHeadline(this.text));
  }

  /** Whether it was cut by the page that lists it. */
  get isCut(): boolean {
    return (this.knownCut ??= isCut(this.text));
  }

  /** Whether it is nothing but a time that lists count. */
  get isWindow(): boolean {
    return (this.knownWindow ??= isWindow(this.folded));
  }

  /** The folded text, however long. */
  get key(): string {
    return (this.knownKey ??= this.folded === '' ? foldText(this.text) : this.folded);
  }

  /** The key by which it is found where it is a headline. */
  get headlineKey(): string {
    return (this.knownHeadlineKey ??= foldedHeadlineKey(this.key));
  }

  /** The dates in it as a reader understands them; what it said to the last reader is kept. */
  datesFor(reader: DatelineReader): Dateline | null {
    if (!this.mayHoldDate) return null;
    if (this.lastReader !== reader) {
      this.lastDateline = reader.readDated(this.text);
      this.lastReader = reader;
    }
    return this.lastDateline;
  }

  /** The sites that it speaks for, among those that the evidence is of; the last answer is kept. */
  sitesIn(evidence: Evidence): readonly number[] {
    if (this.lastEvidence !== evidence) {
      this.lastSites = sitesOf(this.folded, evidence);
      this.lastEvidence = evidence;
    }
    return this.lastSites;
  }

  /** What it says on the pages of a site; that of the last site is kept. */
  on(site: Site): SiteWording {
    return this.lastSite?.site === site ? this.lastSite : (this.lastSite = new SiteWording(site, this));
  }
}

/** The wording of a clean line; see `remembered`. */
export const wordingOf = remembered((text) => new Wording(text));
