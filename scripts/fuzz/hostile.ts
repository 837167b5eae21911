import { between, pick, type Chance } from '../bench/chance';

type Pieces = readonly [string, ...string[]];

/** What long lines are made of: patterns that read ahead have to give up on each of them. */
const UNITS: Pieces = [
  ...([
    'a',
    'A',
    ' ',
    '  ',
    '1',
    '1 ',
    '- ',
    '. ',
    '.',
    ',',
    '“',
    '"',
    '(',
    '[',
    '{',
    '{{',
    '<',
    '#a ',
    '＃',
    '、',
    '。',
    'あ',
    '漢',
    '가',
  ] as const),
  ...([
    'by ',
    'By A, ',
    'and ',
    'Jan. 1 ',
    '2025-',
    '12:',
    '12:30 ',
    'Updated ',
    '年',
    '2025年',
    '4月',
    'ago ',
    'a/',
    'A>',
    'Home>',
  ] as const),
  ...([
    'e\u0301',
    '\u200b',
    '\u00ad',
    '🐈',
    '𠮷',
    'ا',
    'Co. ',
    'U.S. ',
    'a.b',
    ' / ',
    '【',
    '位',
    '第',
    'photo ',
    'tags:',
    'a:',
  ] as const),
];

/** Lines that pages are made of; one of them a thousand times over is no page. */
const LINES: Pieces = [
  ...([
    '-',
    '- A Row',
    '1',
    '1. A Row',
    '3 Cats',
    '・',
    '【第3位】見出し',
    '#Snow',
    'Related Tags',
    'JN ACCESS RANKING',
    'Most Popular',
  ] as const),
  ...([
    '"Politics" POPULAR ARTICLE',
    'Latest Articles',
    '関連記事',
    '速報',
    'EDITORIAL',
    'Politics',
    'Comments',
    'Share',
    '24時間',
  ] as const),
  ...([
    '14:15 JST, April 10, 2025',
    'Updated: 20 Nov. 2025, 9:10',
    '4 hours ago',
    'By Mina Aoki',
    'The Yomiuri Shimbun',
  ] as const),
  ...([
    'A caption that ends.',
    'A Headline in Title Case',
    'One sentence. Another one.',
    'You may also like to read',
    '\f',
    '',
  ] as const),
  ...([
    'The Japan News',
    'Home>Society',
    '(Photo: Reuters)',
    '.a { b: c }',
    '{{ x }}',
    '----',
    '—',
    'Image caption, A Boat',
  ] as const),
];

const MAX_SMALL = 300;
const MAX_LARGE = 6000;
const LARGE = 0.02;

/** Mostly small; a large one shows how time grows. */
const many = (chance: Chance): number => between(chance, 1, chance() < LARGE ? MAX_LARGE : MAX_SMALL);

const longLine = (chance: Chance): string => {
  const [unit, end] = [pick(chance, UNITS), pick(chance, UNITS)];
  return pick(chance, LINES) + unit.repeat(many(chance)) + end;
};

const mixedLine = (chance: Chance): string =>
  Array.from({ length: between(chance, 1, 80) }, () => pick(chance, UNITS)).join('');

const repeatedLines = (chance: Chance): string => {
  const lines: Pieces = [
    pick(chance, LINES),
    ...Array.from({ length: between(chance, 0, 3) }, () => pick(chance, LINES)),
  ];
  return `${lines.join('\n')}\n`.repeat(many(chance));
};

const shuffledLines = (chance: Chance): string =>
  Array.from({ length: many(chance) }, () => pick(chance, LINES)).join('\n');

const KINDS: readonly [(chance: Chance) => string, ...((chance: Chance) => string)[]] = [
  longLine,
  mixedLine,
  repeatedLines,
  shuffledLines,
];

/** A text in a shape that no newspaper prints: long lines of one pattern, one line over and over, all labels in any order. */
export const hostileText = (chance: Chance): string =>
  Array.from({ length: between(chance, 1, 3) }, () => pick(chance, KINDS)(chance)).join('\n');
