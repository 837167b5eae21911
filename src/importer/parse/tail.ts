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

/** Reads the lines of the tail; what is no tag, marker or row of a list is reported. */
export function readTail(profile: Profile, lines: readonly Line[]): Tail {
  const tags: string[] = [];
  const lists: OpenList[] = [];
  const roles: LineRole[] = [];
  const diagnostics: Diagnostic[] = [];
  let marked = false;
  let inTags = false;
  const role = (line: Line, name: string, because: string): void => {
    roles.push({ line: line.number, text: line.text, role: name, because });
  };
  const addEntry = (line: Line, headline: string): void => {
    const entries = lists.at(-1)?.entries;
    entries?.push({
      position: entries.length + 1,
      headline,
      truncated: CUT.test(headline),
      description: null,
      date: null,
    });
    role(line, 'ranking-entry', 'a row of the list above');
    marked = false;
  };
  for (const line of lines) {
    const heading = rankingHeading(profile, line);
    if (profile.tagLabels.includes(line.folded)) {
      inTags = true;
      role(line, 'tag-label', 'a label of the profile');
    } else if (heading !== null) {
      inTags = false;
      marked = false;
      lists.push({ heading, line, entries: [] });
      role(line, 'ranking-title', 'a label of the profile');
    } else if (inTags && line.text.startsWith('#')) {
      tags.push(tagName(line.text));
      role(line, 'tag', 'a line with # below the label');
    } else if (lists.length > 0 && MARKER.test(line.text)) {
      const headline = line.text.slice(1).trim();
      if (headline !== '') addEntry(line, headline);
      else {
        marked = true;
        role(line, 'ranking-marker', 'a marker on its own line');
      }
    } else if (marked) {
      addEntry(line, line.text);
    } else {
      role(line, 'unknown', 'no rule for it below the article');
      diagnostics.push(
        diagnostic('unknown-line', { line: line.number, actual: line.text, expected: 'a tag or a row of a list' }),
      );
    }
  }
  for (const { entries, line } of lists) {
    if (entries.length === 0)
      diagnostics.push(diagnostic('empty-ranking-list', { line: line.number, actual: line.text }));
  }
  const filled = lists.filter(({ entries }) => entries.length > 0);
  return { tags, rankingLists: filled.map(({ heading, entries }) => ({ ...heading, entries })), roles, diagnostics };
}
