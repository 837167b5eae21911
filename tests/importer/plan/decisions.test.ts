import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DECISIONS, type Decision } from '../../../src/importer/plan/decisions';
import { mergeFields } from '../../../src/importer/plan/merge-fields';
import type { ArticleFields } from '../../../src/importer/records';
import { article, body } from './articles';

/** Values of one field for each state: what the base has, what theirs and ours make of it, and nothing. */
interface Subject {
  readonly field: keyof ArticleFields;
  readonly column: 'value' | 'body' | 'photos' | 'tags';
  readonly base: unknown;
  readonly theirs: unknown;
  readonly ours: unknown;
  readonly empty: unknown;
  /** What both sides' changes make together, where they are joined. */
  readonly joined: Readonly<Record<string, unknown>>;
}

const photo = (caption: string, creditText: string | null = null) => ({ caption, creditText });

const SUBJECTS: Readonly<Record<string, Subject>> = {
  'a plain field': {
    ...{ field: 'headline', column: 'value', base: 'Tide', theirs: 'Tide turns', ours: 'High tide', empty: null },
    joined: {},
  },
  'a body': {
    ...{ field: 'body', column: 'body', empty: [] },
    ...{ base: body('One.', 'Two.', 'Three.'), theirs: body('One.', 'Two.', 'Third.') },
    ours: body('First.', 'Two.', 'Three.'),
    joined: { 'changed changed': body('First.', 'Two.', 'Third.') },
  },
  photos: {
    ...{ field: 'photos', column: 'photos', empty: [] },
    ...{ base: [photo('Quay'), photo('Gulls')], theirs: [photo('Quay', 'Theirs'), photo('Gulls')] },
    ours: [photo('Quay'), photo('Gulls', 'Ours')],
    joined: {
      'absent changed changed': [photo('Quay'), photo('Gulls', 'Ours'), photo('Quay', 'Theirs'), photo('Gulls')],
      'changed changed': [photo('Quay', 'Theirs'), photo('Gulls', 'Ours')],
      'changed deleted': [],
      'deleted changed': [photo('Gulls', 'Ours')],
    },
  },
  tags: {
    ...{ field: 'tags', column: 'tags', empty: [], base: ['Sea', 'Sail'], theirs: ['Sea', 'Tide'] },
    ours: ['Sea', 'Sail', 'Rope'],
    joined: {
      'absent changed changed': ['Sea', 'Sail', 'Rope', 'Tide'],
      'changed changed': ['Sea', 'Rope', 'Tide'],
      'changed deleted': ['Tide'],
      'deleted changed': ['Rope'],
    },
  },
};

const CASES = Object.entries(SUBJECTS).flatMap(([name, subject]) =>
  DECISIONS.map((row) => [name, row.base, row.theirs, row.ours, row.alike, row[subject.column], subject, row] as const),
);

/** Both photos clash where one side took them all away and the other changed one of them. */
const CLASHES = new Set(['photos changed deleted', 'photos deleted changed']);

function valueOf(subject: Subject, side: 'theirs' | 'ours', row: Decision): unknown {
  const state = row[side];
  if (state === 'same') return subject.base;
  if (state === 'absent' || state === 'deleted') return subject.empty;
  return row.alike === true ? subject.theirs : subject[side];
}

function expectedValue(subject: Subject, row: Decision): unknown {
  const joined = subject.joined[`${row.base === 'absent' ? 'absent ' : ''}${row.theirs} ${row.ours}`];
  if (row[subject.column] === 'merge') return joined;
  return valueOf(subject, row[subject.column] === 'take' ? 'theirs' : 'ours', row);
}

describe('the decision table', () => {
  it.each(CASES)('%s: base %s, theirs %s, ours %s, alike %s: %s', (name, _b, _t, _o, _a, outcome, subject, row) => {
    const { field } = subject;
    const make = (value: unknown): ArticleFields => article({ [field]: value });
    const base = make(row.base === 'absent' ? subject.empty : subject.base);
    const versions = { base, theirs: make(valueOf(subject, 'theirs', row)), ours: make(valueOf(subject, 'ours', row)) };
    const merged = mergeFields(versions, 'ours').find((merge) => merge.field === field);
    expect(merged?.value).toEqual(expectedValue(subject, row));
    const clashes = CLASHES.has(`${name} ${row.theirs} ${row.ours}`);
    const isKept = outcome === 'merge' && merged?.value === versions.ours[field];
    expect(merged?.outcome).toBe(clashes ? 'conflict' : isKept ? 'keep' : outcome);
    expect(merged?.conflicts.length === 0).toBe(merged?.outcome !== 'conflict');
    for (const other of mergeFields(versions, 'ours').filter((merge) => merge.field !== field)) {
      expect(['same', 'take', 'keep']).toContain(other.outcome);
    }
  });

  it('has a row for each case, and none twice', () => {
    const states = DECISIONS.map(({ base, theirs, ours, alike }) => [base, theirs, ours, alike].join());
    expect(new Set(states).size).toBe(states.length);
    const sides = { absent: ['absent', 'changed'], present: ['same', 'changed', 'deleted'] } as const;
    for (const base of ['absent', 'present'] as const) {
      for (const theirs of sides[base]) {
        for (const ours of sides[base]) {
          const alikes = theirs === 'changed' && ours === 'changed' ? [true, false] : [null];
          for (const alike of alikes) expect(states).toContain([base, theirs, ours, alike].join());
        }
      }
    }
  });

  it('is printed in docs/merging.md', () => {
    const word = (alike: boolean | null): string => (alike === null ? '' : alike ? 'yes' : 'no');
    const rows = DECISIONS.map(
      ({ base, theirs, ours, alike, value, body: text, photos, tags, rankingEntry }) =>
        `| ${[base, theirs, ours, word(alike), value, text, photos, tags, rankingEntry].join(' | ')} |`,
    );
    const printed = readFileSync(join(__dirname, '../../../docs/merging.md'), 'utf8')
      .split('\n')
      .filter((line) => /^\| (?:absent|present) /.test(line))
      .map((line) => line.replace(/\s+\|/g, ' |').replace(/\|\s+/g, '| ').replaceAll('| |', '|  |'));
    expect(printed).toEqual(rows);
  });
});
