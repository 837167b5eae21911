import type { ParsedRankingEntry, ParsedRankingList } from '../documents';
import type { Findings } from './findings';
import type { RankingHeading } from './labels';
import type { Line } from './lines';
import type { ListRows } from './list-rows';

type Rows = Pick<ListRows, 'entries' | 'headlines'>;

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

function reportHeadlines({ entries, headlines }: Rows, heading: Line, findings: Findings): void {
  const keys = headlines.map(({ headlineKey }) => headlineKey);
  if (new Set(keys).size === keys.length) return;
  const seen = new Set<string>();
  for (const [index, { headline }] of entries.entries()) {
    const key = keys[index] ?? '';
    if (seen.has(key)) findings.report('duplicate-entry', { line: heading.number, actual: headline });
    seen.add(key);
  }
}

/** Makes a ranking list of a heading and its rows; twins and gaps stay and are reported. */
export function toRankingList(
  { title, scope, articleSection, window, key }: RankingHeading,
  rows: Rows,
  heading: Line,
  findings: Findings,
): ParsedRankingList {
  const { entries } = rows;
  reportPositions(entries, heading, findings);
  reportHeadlines(rows, heading, findings);
  return { title, scope, articleSection, window, entries, ...(key === null ? {} : { key }) };
}
