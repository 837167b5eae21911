import { parseSource } from '../../../src/importer/import-documents';
import { stepsOf } from '../steps';

const [FEW, TIMES] = [150, 10];
/** Ten times the lines take ten times the steps; work that grows with the square of them takes a hundred times. */
const MOST = 16;

const SENTENCE =
  'The mayor of Asanagi opened the bridge on Friday, and the ferry sailed for the last time that evening.';
const HEAD = ['Asanagi Opens Its Bridge', '14:15 JST, April 10, 2025', SENTENCE];

/** Lines of which each could be the one that a rule looks for; `n` makes them differ. */
const KINDS: readonly (readonly [string, (n: number) => readonly string[]])[] = [
  ['dates without a year', (n) => [`Nov. ${(n % 28) + 1}`]],
  ['relative dates', (n) => [`${n} hours ago`]],
  ['datelines', (n) => [`14:15 JST, April ${(n % 28) + 1}, 2025`]],
  ['datelines below text', (n) => [SENTENCE, `14:${(n % 50) + 10} JST, April 10, 2025`]],
  ['credits', () => ['Reuters']],
  ['credits in brackets', (n) => [`A tram at stop ${n} (Reuters)`]],
  ['bylines', () => ['By Mina Aoki']],
  ['bylines with affiliations', () => ['By Mina Aoki', 'Staff Writer']],
  ['captions', (n) => [`Mina Aoki, left, is seen at stop ${n}.`]],
  ['marked rows', (n) => ['-', `Mayor Opens Bridge ${n}`]],
  ['numbered rows', (n) => [`${n} Cats Found`]],
  ['rows with teasers', (n) => [`- Mayor Opens Bridge ${n}`, 'It was the first one in ...']],
  ['headings of lists', () => ['JN ACCESS RANKING']],
  ['headings with a row', (n) => ['Most Popular', `Mayor Opens Bridge ${n}`]],
  ['headings with sections', (n) => [`"Section ${n}" POPULAR ARTICLE`, '- Mayor Opens Bridge']],
  ['other lists', (n) => ['Latest Articles', `- Mayor Opens Bridge ${n}`]],
  ['sections', () => ['Politics']],
  ['kickers', () => ['Editorial']],
  ['labels of tags', () => ['Related Tags', '#Snow']],
  ['tags', (n) => [`#Snow ${n}`]],
  ['related headlines', (n) => ['You may also like to read', `Mayor Opens Bridge ${n}`]],
  ['ends', () => ['Comments']],
  ['publishers', () => ['The Japan News']],
  ['headlines', (n) => [`Mayor Opens Bridge ${n}`]],
  ['short lines', (n) => [`Stop ${n}`]],
  ['paragraphs', (n) => [`${SENTENCE} It was the ${n}th one.`]],
  ['breadcrumbs', () => ['Home>Society>General News']],
  ['page numbers', (n) => [`${n % 9} / 9`]],
  ['rules', () => ['-----']],
  ['remains of templates', (n) => [`{{ article.part${n} }}`]],
];

function steps(lines: readonly string[]): number {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  return stepsOf(() => parseSource({ path: 'x.txt', bytes, url: null, capturedAt: null, recordId: null }));
}

let made = 0;

/** No page repeats a line of another one: what is remembered of lines would make the second one cheaper. */
const pageOf = (make: (n: number) => readonly string[], count: number): readonly string[] =>
  Array.from({ length: count }, () => make((made += 1))).flat();

describe('a page of nothing but', () => {
  it.each(KINDS)('%s is read in steps that grow with its lines and no faster', (_, make) => {
    const growth = [[], HEAD].flatMap((head) => {
      const few = steps([...head, ...pageOf(make, FEW)]);
      const many = steps([...head, ...pageOf(make, FEW * TIMES)]);
      const above = steps([...pageOf(make, FEW), ...head]);
      const farAbove = steps([...pageOf(make, FEW * TIMES), ...head]);
      return [many / few, farAbove / above];
    });
    expect(Math.max(...growth)).toBeLessThan(MOST);
  });
});
