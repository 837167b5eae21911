import type { Diagnostic, LineRole, ParsedRankingEntry, ParsedRankingList } from '../documents';
import { diagnostic } from '../diagnostics';
import { tagName } from '../normalise/tag-name';
import type { Profile } from '../profiles';
import { rankingHeading, type RankingHeading } from './labels';
import type { Line } from './lines';

/** What stands below the article: tags and ranking lists. */
export interface Tail {
  readonly tags: readonly string[];
  readonly rankingLists: readonly ParsedRankingList[];
  readonly roles: readonly LineRole[];
  readonly diagnostics: readonly Diagnostic[];
}

interface OpenList {
  readonly heading: RankingHeading;
  readonly line: Line;
  readonly entries: ParsedRankingEntry[];
}

const MARKER = /^[-–—•・](?: |$)/;
const CUT = /(?:\.{3}|…)$/;

/** Where the tail begins: the first label of tags or of a ranking list; the number of lines where there is none. */
export function tailStart(profile: Profile, lines: readonly Line[]): number {
  const start = lines.findIndex(
    (line) => profile.tagLabels.includes(line.folded) || rankingHeading(profile, line) !== null,
  );
  return start < 0 ? lines.length : start;
}

/** The state between two lines of the tail; it lives within one call of `readTail`. */
class TailReader {
  readonly tags: string[] = [];
  readonly lists: OpenList[] = [];
  readonly roles: LineRole[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private marked = false;
  private inTags = false;

  constructor(private readonly profile: Profile) {}

  read(line: Line): void {
    const heading = rankingHeading(this.profile, line);
    if (this.profile.tagLabels.includes(line.folded)) this.openTags(line);
    else if (heading !== null) this.openList(line, heading);
    else if (this.inTags && line.text.startsWith('#')) this.addTag(line);
    else if (this.lists.length > 0 && MARKER.test(line.text)) this.addMarked(line);
    else if (this.marked) this.addEntry(line, line.text);
    else this.report(line);
  }

  private openTags(line: Line): void {
    this.inTags = true;
    this.role(line, 'tag-label', 'a label of the profile');
  }

  private openList(line: Line, heading: RankingHeading): void {
    this.inTags = false;
    this.marked = false;
    this.lists.push({ heading, line, entries: [] });
    this.role(line, 'ranking-title', 'a label of the profile');
  }

  private addTag(line: Line): void {
    this.tags.push(tagName(line.text));
    this.role(line, 'tag', 'a line with # below the label');
  }

  private addMarked(line: Line): void {
    const headline = line.text.slice(1).trim();
    if (headline !== '') {
      this.addEntry(line, headline);
      return;
    }
    this.marked = true;
    this.role(line, 'ranking-marker', 'a marker on its own line');
  }

  private addEntry(line: Line, headline: string): void {
    const entries = this.lists.at(-1)?.entries ?? [];
    const position = entries.length + 1;
    entries.push({ position, headline, truncated: CUT.test(headline), description: null, date: null });
    this.role(line, 'ranking-entry', 'a row of the list above');
    this.marked = false;
  }

  private report(line: Line): void {
    this.role(line, 'unknown', 'no rule for it below the article');
    const details = { line: line.number, actual: line.text, expected: 'a tag or a row of a list' };
    this.diagnostics.push(diagnostic('unknown-line', details));
  }

  private role(line: Line, role: string, because: string): void {
    this.roles.push({ line: line.number, text: line.text, role, because });
  }
}

/** Reads the lines of the tail; what is no tag, marker or row of a list is reported. */
export function readTail(profile: Profile, lines: readonly Line[]): Tail {
  const reader = new TailReader(profile);
  for (const line of lines) reader.read(line);
  const { tags, lists, roles } = reader;
  const empty = lists.filter(({ entries }) => entries.length === 0);
  const reports = empty.map(({ line }) => diagnostic('empty-ranking-list', { line: line.number, actual: line.text }));
  const filled = lists.filter(({ entries }) => entries.length > 0);
  const rankingLists = filled.map(({ heading, entries }) => ({ ...heading, entries }));
  return { tags, rankingLists, roles, diagnostics: [...reader.diagnostics, ...reports] };
}
