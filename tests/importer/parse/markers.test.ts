import { wordingOf } from '../../../src/importer/parse/line-wording';
import { readMarker } from '../../../src/importer/parse/markers';
import { rows } from '../rows';

const bullet = (rest: string) => ({ position: null, rest, strength: 'strong' });
const marksOf = (text: string) => [wordingOf(text).isMarked, wordingOf(text).isBareMark];
const ranked = (position: number, rest: string) => ({ position, rest, strength: 'strong' });

rows([
  ...['- Cats', '– Cats', '— Cats', '− Cats', '* Cats', '· Cats', '‣ Cats', '▪ Cats', '▸ Cats', '▹ Cats', '» Cats'],
  ...['› Cats', '• Cats', '・ Cats', '●Cats', '○ Cats', '◯ Cats', '■ Cats', '□ Cats', '◆ Cats', '◇ Cats', '▶ Cats'],
  ...['►Cats', '★ Cats', '☆ Cats', '▲ Cats', '△ Cats', '・Cats', '-Cats', '-  Cats'],
])('%s begins with a bullet', (text) => {
  expect(readMarker(text)).toEqual(bullet('Cats'));
  expect(marksOf(text)).toEqual([true, false]);
});

rows(['-', '・', '•', '*', '—', '★'])('%s is a mark alone', (text) => {
  expect(readMarker(text)).toEqual(bullet(''));
  expect(marksOf(text)).toEqual([true, true]);
});

rows([
  ['1. Cats', 1, 'Cats'],
  ['12. Cats', 12, 'Cats'],
  ['123. Cats', 123, 'Cats'],
  ['1.Cats', 1, 'Cats'],
  ['1．Cats', 1, 'Cats'],
  ['1) Cats', 1, 'Cats'],
  ['(1) Cats', 1, 'Cats'],
  ['（2）Cats', null, ''],
  ['[1] Cats', 1, 'Cats'],
  ['1] Cats', 1, 'Cats'],
  ['1、Cats', 1, 'Cats'],
  ['1: Cats', 1, 'Cats'],
  ['No. 1. Cats', 1, 'Cats'],
  ['No. 1 Cats', 1, 'Cats'],
  ['no.2 Cats', 2, 'Cats'],
  ['#1 Cats', 1, 'Cats'],
  ['#1', 1, ''],
  ['#1. Cats', 1, 'Cats'],
  ['【第3位】Cats', 3, 'Cats'],
  ['[3位] Cats', 3, 'Cats'],
  ['(第 12 位) Cats', 12, 'Cats'],
  ['第3位 Cats', 3, 'Cats'],
  ['3位：Cats', 3, 'Cats'],
  ['3位、Cats', 3, 'Cats'],
  ['3위 Cats', 3, 'Cats'],
  ['第3名 Cats', 3, 'Cats'],
  ['1', 1, ''],
  ['123', 123, ''],
  ['３', 3, ''],
  ['１２．Cats ３', 12, 'Cats ３'],
  ['①Cats', 1, 'Cats'],
  ['⑳ Cats', 20, 'Cats'],
  ['- 1. Cats', 1, 'Cats'],
  ['・1位 Cats', 1, 'Cats'],
  ['- 3', 3, ''],
])('%s is number %s before %j', (text, position, rest) => {
  expect(readMarker(text)).toEqual(position === null ? null : ranked(position, rest));
  expect(marksOf(text)).toEqual([position !== null, position !== null && rest === '']);
});

rows([
  ['3 Dead in Fire', 3, 'Dead in Fire'],
  ['12  Cats', 12, 'Cats'],
  ['３ Cats', 3, 'Cats'],
])('%s may begin with a mark', (text, position, rest) => {
  expect(readMarker(text)).toEqual({ position, rest, strength: 'number-word' });
  expect(marksOf(text)).toEqual([false, false]);
});

it('takes a number behind a bullet for text where only rows around it could tell', () => {
  expect(readMarker('- 3 Dead in Fire')).toEqual(bullet('3 Dead in Fire'));
  expect(readMarker('・３ Cats')).toEqual(bullet('３ Cats'));
});

rows([
  ...[
    '',
    'Cats',
    'cats',
    'No cats',
    'no',
    'Nothing',
    'Z',
    'a',
    'z',
    'A',
    '"Cats"',
    '“Cats”',
    'あ',
    'ア',
    '猫',
    '개',
    '第一',
  ],
  ...[
    '-5 degrees',
    '--',
    '*Cats*',
    '·Cats',
    '1.5 Million',
    '1234',
    '1234. Cats',
    '123 Cats',
    '1:05',
    '●●■',
    '■見出し■',
  ],
  ...['x1. Cats', '◇社説◇', '$1', '2025 Cats', '1,000 Cats', '12a'],
])('%j begins with text', (text) => {
  expect(readMarker(text)).toBeNull();
  expect(marksOf(text)).toEqual([false, false]);
});
