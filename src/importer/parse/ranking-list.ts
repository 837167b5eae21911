import type { ParsedRankingEntry, ParsedRankingList } from '../documents';
import { headlineKey } from '../normalise/headline-key';
import type { Findings } from './findings';
import type { RankingHeading } from './labels';
import type { Line } from './lines';

function repeated<Value>(values: readonly Value[]): readonly Value[] {
  return values.filter((value, index) => values.indexOf(value) < index);
}

function reportPositions(entries: readonly ParsedRankingEntry[], heading: Line, findings: Findings): void {
  const positions = entries.map(({ position }) => position);
  for (const position of repeated(positions)) {
    findings.report('duplicate-position', { line: heading.number, actual: String(position), expected: 'each number once' });
  }
  const [lowest, highest] = [Math.min(...positions), Math.max(...positions)];
  if (highest - lowest >= new Set(positions).size) {
    const actual = positions.join(', ');
    findings.report('missing-position', { line: heading.number, actual, expected: `${lowest} to ${highest}` });
  }
}

function reportHeadlines(entries: readonly ParsedRankingEntry[], heading: Line, findings: Findings): void {
  for (const key of repeated(entries.map(({ headline }) => headlineKey(headline)))) {
    const twin = entries.find(({ headline }) => headlineKey(headline) === key);
    findings.report('duplicate-entry', { line: heading.number, actual: twin?.headline ?? key });
  }
}

/** Makes a ranking list of a heading and its rows; twins and gaps stay and are reported. */
export function toRankingList(
  { title, scope, articleSection, window }: RankingHeading,
  entries: readonly ParsedRankingEntry[],
  heading: Line,
  findings: Findings,
): ParsedRankingList {
  reportPositions(entries, heading, findings);
  reportHeadlines(entries, heading, findings);
  return { title, scope, articleSection, window, entries };
}
