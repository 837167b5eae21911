import type { ParsedRankingEntry, ParsedRankingList } from '../documents';
import { headlineKey } from '../normalise/headline-key';
import type { Findings } from './findings';
import type { RankingHeading } from './labels';
import type { Line } from './lines';

function repeated(values: readonly number[]): readonly number[] {
  const seen = new Set<number>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}

function reportPositions(entries: readonly ParsedRankingEntry[], heading: Line, findings: Findings): void {
  if (entries.every(({ position }, index) => position === index + 1)) return;
  const positions = entries.map(({ position }) => position);
  for (const position of repeated(positions)) {
    findings.report('duplicate-position', {
      line: heading.number,
      actual: String(position),
      expected: 'each number once',
    });
  }
  const sorted = [...new Set(positions)].sort((left, right) => left - right);
  const [lowest = 1, highest = 1] = [sorted[0], sorted.at(-1)];
  if (highest - lowest >= sorted.length) {
    const actual = positions.join(', ');
    findings.report('missing-position', { line: heading.number, actual, expected: `${lowest} to ${highest}` });
  }
}

function reportHeadlines(entries: readonly ParsedRankingEntry[], heading: Line, findings: Findings): void {
  const seen = new Set<string>();
  for (const { headline } of entries) {
    const key = headlineKey(headline);
    if (seen.has(key)) findings.report('duplicate-entry', { line: heading.number, actual: headline });
    seen.add(key);
  }
}

/** Makes a ranking list of a heading and its rows; twins and gaps stay and are reported. */
export function toRankingList(
  { title, scope, articleSection, window, key }: RankingHeading,
  entries: readonly ParsedRankingEntry[],
  heading: Line,
  findings: Findings,
): ParsedRankingList {
  reportPositions(entries, heading, findings);
  reportHeadlines(entries, heading, findings);
  return { title, scope, articleSection, window, entries, ...(key === null ? {} : { key }) };
}
