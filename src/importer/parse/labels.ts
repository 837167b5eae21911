import type { ParsedRankingList } from '../documents';
import type { Profile, RankingLabel } from '../profiles';
import type { Line } from './lines';

const SECTION = '{section}';

/** What a ranking label says of the list below it. */
export type RankingHeading = Omit<ParsedRankingList, 'entries'>;

function sectionIn(label: string, line: Line): string | null {
  const start = label.indexOf(SECTION);
  const tail = label.slice(start + SECTION.length);
  const fits = line.folded.startsWith(label.slice(0, start)) && line.folded.endsWith(tail);
  const section = fits ? line.text.slice(start, line.text.length - tail.length).trim() : '';
  return section === '' ? null : section;
}

function headingOf({ label, scope, window }: RankingLabel, line: Line): RankingHeading | null {
  if (!label.includes(SECTION)) {
    return line.folded === label ? { title: line.text, scope, articleSection: null, window } : null;
  }
  const articleSection = sectionIn(label, line);
  return articleSection === null ? null : { title: line.text, scope, articleSection, window };
}

/** Reads a line as the heading of a ranking list; null where it is none. A label counts only as a whole line. */
export function rankingHeading(profile: Profile, line: Line): RankingHeading | null {
  for (const label of profile.rankings) {
    const heading = headingOf(label, line);
    if (heading !== null) return heading;
  }
  return null;
}

/** The profile with the most lines that are its own labels; the last one, the general reading, where none has any. */
export function chooseProfile(profiles: readonly Profile[], lines: readonly Line[]): Profile | undefined {
  const scores = profiles.map((profile) => lines.filter((line) => rankingHeading(profile, line) !== null).length);
  const best = Math.max(...scores);
  return best === 0 ? profiles.at(-1) : profiles[scores.indexOf(best)];
}
