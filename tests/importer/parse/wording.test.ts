import {
  endsSentence,
  endsWithFullStop,
  hasWords,
  holdsSentences,
  isCut,
  isLong,
  isParagraph,
} from '../../../src/importer/parse/wording';
import { judged } from '../rows';

const long = (length: number, end = '') => 'x'.repeat(length - end.length) + end;
const cjk = (length: number, end = '') => '雪'.repeat(length - end.length) + end;

describe('a letter or a digit', () => {
  judged(
    hasWords,
    ['a', 'z', 'A', 'Z', '0', '9', '-a', '- 9', '雪', '…é', '١'],
    ['', '-', '…', '@', '[', '`', '{', '/', ':', '★'],
  );
});

describe('a headline that was cut', () => {
  judged(
    isCut,
    ['Lanterns in Ho...', 'Lanterns…', 'Lanterns‥', 'Lan [...]', 'Lan […]'],
    [...['Lanterns', 'Lanterns..', 'Lanterns.', '... Lanterns', '… Lanterns in', 'Lan […] x', '']],
  );
});

describe('the end of a sentence', () => {
  judged(
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
  judged(
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
  judged(isLong, [long(161), cjk(61), `${cjk(1)}${long(60)}`, '카'.repeat(161)], [long(160), cjk(60), long(61), '']);
  judged(
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
  judged(
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
