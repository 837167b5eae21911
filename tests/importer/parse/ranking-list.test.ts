import { Findings } from '../../../src/importer/parse/findings';
import type { RankingHeading } from '../../../src/importer/parse/labels';
import { wordingOf } from '../../../src/importer/parse/line-wording';
import { toRankingList } from '../../../src/importer/parse/ranking-list';
import { rows } from '../rows';
import { lineOf } from './sites';

const TITLE = 'Most Read';
const HEADING: RankingHeading = {
  ...{ kind: 'ranking', title: TITLE, scope: 'site', articleSection: null, window: '24h', own: false, key: null },
};

const entry = (position: number, headline = `Owl ${position}`) => ({
  ...{ position, headline, truncated: false, description: null, date: null },
});

const rowsOf = (entries: readonly ReturnType<typeof entry>[]) => ({
  entries,
  headlines: entries.map(({ headline }) => wordingOf(headline)),
});

function reports(entries: readonly ReturnType<typeof entry>[]): readonly string[] {
  const findings = new Findings();
  toRankingList(HEADING, rowsOf(entries), lineOf(TITLE), findings);
  return findings.inOrder().map(({ code, line, actual, expected }) => `${code} ${line}: ${actual}, ${expected}`);
}

describe('a ranking list', () => {
  it('has what its heading says, and a key where the profile names one', () => {
    const list = { title: TITLE, scope: 'site', articleSection: null, window: '24h', entries: [entry(1)] };
    expect(toRankingList(HEADING, rowsOf([entry(1)]), lineOf(TITLE), new Findings())).toStrictEqual(list);
    const named = toRankingList({ ...HEADING, key: 'lake' }, rowsOf([entry(1)]), lineOf(TITLE), new Findings());
    expect(named).toStrictEqual({ ...list, key: 'lake' });
  });

  rows<[number[], string[]]>([
    [[], []],
    [[1, 2, 3], []],
    [[3, 2, 1], []],
    [[4, 5, 6], []],
    [[2, 10, 3], ['missing-position 1: 2, 10, 3, 2 to 10']],
    [[1, 3], ['missing-position 1: 1, 3, 1 to 3']],
    [[10, 9, 11], []],
    [[1, 1, 2], ['duplicate-position 1: 1, each number once']],
    [
      [1, 1, 3],
      ['duplicate-position 1: 1, each number once', 'missing-position 1: 1, 1, 3, 1 to 3'],
    ],
    [
      [2, 2, 2],
      ['duplicate-position 1: 2, each number once', 'duplicate-position 1: 2, each number once'],
    ],
  ])('with the numbers %j: %j', (positions, expected) => {
    expect(reports(positions.map((position, at) => entry(position, `Owl ${at}`)))).toEqual(expected);
  });

  it('names headlines that stand there twice, however they are set', () => {
    expect(reports([entry(1, 'Owls Sing'), entry(2, 'OWLS SING'), entry(3, 'Cats')])).toEqual([
      'duplicate-entry 1: OWLS SING, null',
    ]);
  });
});
