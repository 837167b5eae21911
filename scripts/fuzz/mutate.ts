import { between, pick, type Chance } from '../bench/chance';

/** Lines and characters that parsers stumble over. */
const TOKENS = [
  ...[
    '-',
    '1',
    '1.',
    '3 Cats',
    '・',
    '【第3位】',
    '•',
    '#Snow',
    'Related Tags',
    'JN ACCESS RANKING',
    '"Politics" POPULAR ARTICLE',
  ],
  ...[
    'Most Popular',
    'Popular articles in the past week',
    'アクセスランキング',
    '関連記事',
    'General News',
    'Comments',
    'Share',
    'By Mina Aoki',
  ],
  ...[
    '14:15 JST, April 10, 2025',
    '4 hours ago',
    '2025年4月10日 14時15分',
    'Nov. 3',
    '99:99 JST, Foo 99, 9999',
    'The Yomiuri Shimbun',
  ],
  ...[
    'You may also like to read',
    'Home>Society>General News',
    '{{ x }}',
    '.a { b: c }',
    '(((((((((((',
    '““““““““““',
    '. . . . . . .',
  ],
  ...[
    '\f',
    '\u0000',
    '\ufeff',
    '\u200b',
    '\u00ad',
    '\u202e',
    '\ud800',
    '\u0085',
    '\u2028',
    '\v',
    '𠮷',
    '🐈‍⬛',
    'e\u0301'.repeat(40),
    '- '.repeat(200),
  ],
  ...[
    ' '.repeat(500),
    'A'.repeat(3000),
    '1 '.repeat(500),
    'Updated: '.repeat(30),
    'a, and '.repeat(300),
    '("[{'.repeat(100),
  ],
] as const as unknown as [string, ...string[]];

type Mutation = (lines: string[], chance: Chance) => string[];

const place = (lines: readonly string[], chance: Chance): number => between(chance, 0, Math.max(0, lines.length - 1));

const MUTATIONS: [Mutation, ...Mutation[]] = [
  (lines, chance) => lines.toSpliced(place(lines, chance), 1),
  (lines, chance) => lines.toSpliced(place(lines, chance), 0, pick(chance, TOKENS)),
  (lines, chance) => lines.toSpliced(place(lines, chance), 0, lines[place(lines, chance)] ?? ''),
  (lines, chance) =>
    lines.toSpliced(
      place(lines, chance),
      0,
      ...Array.from({ length: between(chance, 2, 60) }, () => pick(chance, TOKENS)),
    ),
  (lines, chance) => {
    const at = place(lines, chance);
    const line = lines[at] ?? '';
    const cut = between(chance, 0, line.length);
    return lines.toSpliced(at, 1, `${line.slice(0, cut)}${pick(chance, TOKENS)}${line.slice(cut)}`);
  },
  (lines, chance) => lines.toSpliced(place(lines, chance), 2, lines.slice(0, 2).join('')),
  (lines, chance) => lines.slice(place(lines, chance)),
  (lines) => lines.toReversed(),
];

const MAX_MUTATIONS = 6;
const BYTE_DAMAGE = 0.1;

/** A document that differs from the given one in some lines, and now and then in some bytes. */
export function mutate(text: string, chance: Chance): Uint8Array {
  let lines = text.split('\n');
  for (let count = between(chance, 1, MAX_MUTATIONS); count > 0; count -= 1)
    lines = pick(chance, MUTATIONS)(lines, chance);
  const bytes = new TextEncoder().encode(lines.join('\n'));
  if (chance() < BYTE_DAMAGE && bytes.length > 0) {
    for (let count = between(chance, 1, 8); count > 0; count -= 1)
      bytes[between(chance, 0, bytes.length - 1)] = between(chance, 0, 255);
  }
  return bytes;
}
