import fc from 'fast-check';
import { mergeFields } from '../../../src/importer/plan/merge-fields';
import type { ArticleFields } from '../../../src/importer/records';
import { article, body } from './articles';

type Winner = 'ours' | 'theirs';

const WORDS: Readonly<Record<string, string>> = {
  ...{
    A: 'Lamps were lit',
    B: 'The mayor spoke',
    C: 'Gulls came back',
    D: 'Ferries wait',
    N: 'Nobody knows',
    M: 'It rains',
  },
  ...{ a: 'Lamps were lit again', n: 'Nobody ever knows' },
};

const textOf = (letters: string): string[] => [...letters].map((letter) => WORDS[letter] ?? letter);

/** Merges three texts of which each letter is a paragraph; the small letter is its paragraph edited. */
function merged(base: string, theirs: string, ours: string, winner: Winner = 'ours') {
  const [before, incoming, present] = [base, theirs, ours].map((letters) =>
    article({ body: body(...textOf(letters)) }),
  );
  const versions = { base: before as ArticleFields, theirs: incoming as ArticleFields, ours: present as ArticleFields };
  const found = mergeFields(versions, winner).find(({ field }) => field === 'body');
  const letterOf = new Map(Object.entries(WORDS).map(([letter, words]) => [words, letter]));
  const texts = (found?.value as any[]).map((block) => block.children[0].text as string);
  return [texts.map((text) => letterOf.get(text) ?? text).join(''), found?.conflicts.length];
}

it.each([
  ['a move of the source to where an editor put something in', 'ABC', 'BCA', 'ABCN', 'ours', 'BCNA', 0],
  ['a move of both sides', 'ABCD', 'BCDA', 'BCAD', 'ours', 'BCAD', 0],
  ['a move of the source of what an editor changed', 'ABCD', 'BCDA', 'aBCD', 'ours', 'aBCD', 0],
  ['a move of the source of what an editor took away', 'ABCD', 'BCDA', 'BCD', 'ours', 'BCD', 0],
  ['a move of an editor of what the source changed', 'ABCD', 'aBCD', 'BCDA', 'ours', 'BCDa', 0],
  ['a move of an editor of what the source took away', 'ABCD', 'BCD', 'BCDA', 'ours', 'BCDA', 0],
  ['a move of an editor to where the source puts something in', 'ABC', 'ABCN', 'BCA', 'theirs', 'BCAN', 0],
  ['moves beside two new ones', 'ABCD', 'BCDAN', 'ABCDM', 'ours', 'BCDMA', 1],
  ['moves beside two new ones, overwritten', 'ABCD', 'ABCDN', 'BCDAM', 'theirs', 'BCDAN', 1],
] as const)('%s loses and doubles nothing', (_, base, theirs, ours, winner, expected, conflicts) => {
  const [text, count] = merged(base, theirs, ours, winner);
  expect([text, winner === 'ours' ? count : conflicts]).toEqual([expected, conflicts]);
});

it('photos and authors that the source lists in another order are not doubled where an editor worked on them', () => {
  const photos = ['Lamps hang below the bridge', 'Gulls sit on a rope'].map((caption) => ({
    caption,
    creditText: null,
  }));
  const authors = ['Ann Oar', 'Ben Sail'].map((name) => ({ name, affiliation: null }));
  const base = article({ photos, authors });
  const theirs = article({ photos: photos.toReversed(), authors: authors.toReversed() });
  const ours = article({
    photos: photos.map((photo, at) => ({ ...photo, image: at + 1 })) as never,
    authors: authors.map((author) => ({ ...author, affiliation: 'Staff Writer' })),
  });
  const value = (name: string) =>
    mergeFields({ base, theirs, ours }, 'ours').find(({ field }) => field === name)?.value;
  expect([value('photos'), value('authors')]).toEqual([ours.photos, ours.authors]);
});

const letters = fc.array(fc.constantFrom(...'ABCD'), { maxLength: 6 });
const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('move', 'drop', 'add')), { maxLength: 3 });

function edited(base: readonly string[], steps: readonly (readonly [number, number, string])[], added: string): string {
  const items = [...base];
  for (const [from, to, what] of steps) {
    const taken = what === 'add' ? [added] : items.splice(from % (items.length || 1), 1);
    if (what !== 'drop') items.splice(to % (items.length + 1), 0, ...taken);
  }
  return items.join('');
}

const countOf = (text: string, letter: string): number => text.split(letter).length - 1;

it('whatever both sides move, add and drop: what both have stays, once, and so does what an editor wrote', () => {
  const cases = fc.property(letters, edits, edits, (base, incoming, present) => {
    const [theirs, ours] = [edited(base, incoming, 'N'), edited(base, present, 'M')];
    const text = String(merged(base.join(''), theirs, ours)[0]);
    for (const letter of 'ABCD') {
      const [was = 0, came = 0, is = 0] = [base.join(''), theirs, ours].map((version) => countOf(version, letter));
      if (came !== was && is !== was) continue;
      const count = countOf(text, letter);
      expect(count).toBeGreaterThanOrEqual(came === was ? is : Math.min(came, is));
      expect(count).toBeLessThanOrEqual(came === was ? is : Math.max(came, is));
    }
    expect(countOf(text, 'M')).toBe(countOf(ours, 'M'));
  });
  fc.assert(cases, { numRuns: 500, seed: 1 });
});
