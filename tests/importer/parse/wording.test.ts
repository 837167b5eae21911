import {
  canBeHeadline,
  canBeSubhead,
  endsSentence,
  endsWithFullStop,
  hasWords,
  holdsSentences,
  isCut,
  isLong,
  isParagraph,
} from '../../../src/importer/parse/wording';
import { rows } from '../rows';

type Judge = (text: string) => boolean;

/** Each text with what the function is to say of it, one test a function and answer. */
function table(judge: Judge, yes: readonly string[], no: readonly string[]): void {
  rows(yes)(`${judge.name}: %j`, (text) => expect(judge(text)).toBe(true));
  rows(no)(`not ${judge.name}: %j`, (text) => expect(judge(text)).toBe(false));
}

const long = (length: number, end = '') => 'x'.repeat(length - end.length) + end;
const cjk = (length: number, end = '') => '雪'.repeat(length - end.length) + end;

describe('a letter or a digit', () => {
  table(
    hasWords,
    ['a', 'z', 'A', 'Z', '0', '9', '-a', '- 9', '雪', '…é', '١'],
    ['', '-', '…', '@', '[', '`', '{', '/', ':', '★'],
  );
});

describe('a headline that was cut', () => {
  table(
    isCut,
    ['Lanterns in Ho...', 'Lanterns…', 'Lanterns‥', 'Lan [...]', 'Lan […]'],
    [...['Lanterns', 'Lanterns..', 'Lanterns.', '... Lanterns', '… Lanterns in', 'Lan […] x', '']],
  );
});

describe('the end of a sentence', () => {
  table(
    endsSentence,
    [
      ...[
        'It rang.',
        'It rang.”',
        'It rang.)',
        "It rang.'",
        'It rang."',
        'It rang.’)]',
        'Rang?',
        'Rang!',
        'と話した。',
        '話した．',
      ],
      ...[
        '話した｡',
        '何？',
        '何！',
        'متى؟',
        'ختم۔',
        'It rang…',
        '話した。」',
        '話した。）',
        '話した。』',
        '【話した。】',
        '話した.»',
        '.',
      ],
      ...['a train in the U.S.', 'today he met Gov.', 'it opens at 9 a.m.'],
    ],
    [
      ...[
        'It rang',
        'It rang:',
        'It rang.””””',
        'It. rang',
        'It rang9',
        '',
        'Sales Fall in U.S.',
        'Mikaze Joins Toyota Co.',
      ],
      ...[
        'Bell Rings at 9 a.m.',
        'Bell Rings for St.',
        'Cat Meets (U.S.',
        'Cat Meets “Gov.',
        "Cat Meets 'Gov.",
        'Cat Meets X-Corp.',
      ],
      ...[
        'Co.',
        'Meets Gens.',
        'Meets Sens.',
        'Meets Gen.',
        'Cats vs.',
        'Cats No.',
        'Harbor Pref.',
        'Harbor Univ.',
        'Harbor Assn.',
      ],
    ],
  );
  table(
    endsWithFullStop,
    [
      ...[
        'It rang.',
        'It rang.”',
        '話した。',
        '話した．',
        '話した｡',
        'ختم۔',
        '話した。）',
        'It rang. (Photo: Ana Lund)',
      ],
      ...['It rang.(Photo)', '話した。（写真）', 'It rang. [Photo]', 'It rang. ［Photo］', `It rang. (${long(80)})`],
      ...['a train in the U.S.', 'met with Xco.'],
    ],
    [
      ...[
        'It rang',
        'Rang?',
        'Rang!',
        'It rang…',
        'It rang...',
        'Rang (Photo)',
        'It rang. (Photo',
        'It rang. ()',
        '',
        'It. rang:',
      ],
      ...['It rang. (Photo) x:', 'Sales Fall in U.S.', `It rang. (${long(81)})`, '何？', '.a)'],
    ],
  );
});

describe('running text', () => {
  table(isLong, [long(161), cjk(61), `${cjk(1)}${long(60)}`, '카'.repeat(161)], [long(160), cjk(60), long(61), '']);
  table(
    holdsSentences,
    [
      ...[
        'It rang. The cat slept',
        'Rang? The cat',
        'Rang! The',
        'It rang.” The',
        'It rang. “The',
        'It rang.  The',
        'متى؟ نعم',
      ],
      ...['鳴った。猫は', '何？猫', '何！猫', 'It rang. 카', 'It rang.) (The', 'ended۔ Then', 'It rang.» «The'],
    ],
    [
      'It rang.',
      'It rang. the',
      'It rang.The',
      '鳴った。',
      'U.S.',
      'It rang, The',
      'It rang. 9',
      '',
      '鳴った、猫',
      "It rang. 'The",
    ],
  );
  table(
    isParagraph,
    ['It rang. The cat slept.', long(161, '.'), cjk(61, '。'), '鳴った。猫は寝た。', 'It rang. The cat slept?'],
    [
      'It rang.',
      'It rang. The cat slept',
      long(160, '.'),
      cjk(60, '。'),
      long(170, '...'),
      'It rang. The cat…',
      long(170),
      '',
    ],
  );
});

describe('a headline', () => {
  table(
    canBeHeadline,
    [
      ...[
        'Bell of Lake Town Kept',
        'Who Keeps the Bell?',
        'Bell Kept!',
        'Bell Kept in U.S.',
        'Bell in Ho...',
        'iPhone Sales Fall',
      ],
      ...[
        'x9 Rocket Flies',
        '9 Bells',
        '鐘を残す',
        long(400).replace('x', 'X'),
        long(150, '?').replace('x', 'X'),
        'Lake?',
      ],
      ...['Bell Kept; Cat Sleeps', 'Bell (Kept)', 'U.S. Bell Kept', 'Bell. the'],
    ],
    [
      ...[
        'It rang.',
        'Bell kept:',
        'Bell kept：',
        'Bell kept,',
        'Bell kept、',
        'Bell kept;',
        'Bell kept；',
        '…',
        '',
        'the bell kept',
      ],
      ...[
        '— X, Mikaze',
        '– X',
        '-X',
        '- X',
        'Seen in Asanagi. Reuters/Ode',
        'Seen in town.” “Reuters',
        '鳴った。猫',
        long(401).replace('x', 'X'),
      ],
      ...[
        long(151, '?').replace('x', 'X'),
        'Why? The Bell?',
        'Seen here.  Reuters',
        'Seen here.) “Reuters',
        'i Phone',
        'bell9Kept.',
      ],
    ],
  );
});

describe('a sub-head', () => {
  const capital = (length: number) => long(length).replace('x', 'X');
  table(
    canBeSubhead,
    ['Bell kept', 'Bell', '鐘', capital(70), cjk(30), '9 Bells', '¿Bell', 'Bell / Cat', 'Bell. Cat'],
    [
      ...[
        'Bell kept.',
        'bell kept',
        capital(71),
        cjk(31),
        '9',
        '',
        'See http://x',
        'Bell:',
        'Bell：',
        'Bell,',
        'Bell、',
        'Bell;',
        'Bell；',
      ],
      ...[
        '- Bell',
        '—Bell',
        '–Bell',
        '―Bell',
        '*Bell',
        '•Bell',
        '・Bell',
        '"Bell',
        '“Bell',
        '「鐘',
        '『鐘',
        '(Bell',
        '（鐘',
        '[Bell',
        '［鐘',
      ],
      ...['#Bell', '@Bell', 'é bell'],
    ],
  );
});
