import { creditOf, endsWithPhotoCredit, isLabelledCaption, splitCaption } from '../../../src/importer/parse/credits';
import { BBC, GENERAL } from './sites';
import { rows } from '../rows';

describe('credits', () => {
  rows([
    ['Reuters', 'Reuters'],
    ['ＡＰ', 'ＡＰ'],
    ['(Reuters)', 'Reuters'],
    ['[AFP]', 'AFP'],
    ['（時事）', '時事'],
    ['【共同】', '共同'],
    ['© Mikaze Times', '© Mikaze Times'],
    ['(c) Mikaze Times', '(c) Mikaze Times'],
    ['©Ab', '©Ab'],
    ['Ana Lund/Mikaze Times', 'Ana Lund/Mikaze Times'],
    ['Ana K. Lund/AP', 'Ana K. Lund/AP'],
    ['Ana Maria del Lund/AP', 'Ana Maria del Lund/AP'],
    ['Courtesy of the Lake Museum', 'Courtesy of the Lake Museum'],
    ['Photo: Ana Lund', 'Photo: Ana Lund'],
    ['Photo: The mayor opens the bridge.', null],
    ['Photo: ', null],
    ['写真：山田太郎', '写真：山田太郎'],
    ['Lake Museum file photo', 'Lake Museum file photo'],
    ['One Two Three Four Five Six Seven photo', 'One Two Three Four Five Six Seven photo'],
    ['One Two Three Four Five Six Seven Eight photo', null],
    ['This is a photo.', null],
    ['山田太郎撮影', '山田太郎撮影'],
    ['路面電車に乗る人＝10日、山田太郎撮影', null],
    ['Bell Kept', null],
    ['Ana/Times', null],
    ['Ana Lund/times', null],
    ['By Ana Lund/Times', 'By Ana Lund/Times'],
    ['See © Times', null],
    ['', null],
    [`Courtesy of ${'x'.repeat(88)}`, `Courtesy of ${'x'.repeat(88)}`],
    [`Courtesy of ${'x'.repeat(89)}`, null],
    ['(Reuters) x', null],
    ['x (Reuters)', null],
  ])('%s: %s', (text, expected) => {
    expect(creditOf(GENERAL, text)).toBe(expected);
  });
});

describe('captions with a credit behind them', () => {
  rows([
    ['A cat sleeps. (Reuters)', 'A cat sleeps.', 'Reuters'],
    ['A cat sleeps (Photo: Ana Lund)', 'A cat sleeps', 'Photo: Ana Lund'],
    ['A cat sleeps [AFP].', 'A cat sleeps', 'AFP'],
    ['猫が寝る。（共同）', '猫が寝る。', '共同'],
    ['A cat sleeps ［AP］', 'A cat sleeps', 'AP'],
    ['Cats board a tram in Asanagi. Reuters', 'Cats board a tram in Asanagi.', 'Reuters'],
    ['Cats board a tram. Ana Lund/Mikaze Times', 'Cats board a tram.', 'Ana Lund/Mikaze Times'],
    ['路面電車に乗り込む人たち＝10日、朝凪市', '路面電車に乗り込む人たち＝10日、朝凪市', null],
    ['路面電車に乗る人＝10日、朝凪市、山田太郎撮影', '路面電車に乗る人＝10日、朝凪市', '山田太郎撮影'],
    ['路面電車に乗る人＝朝凪市提供', '路面電車に乗る人', '朝凪市提供'],
    ['Image caption, A cat sleeps', 'A cat sleeps', null],
    ['Caption: A cat sleeps. (AP)', 'A cat sleeps.', 'AP'],
    ['A cat sleeps (on a mat)', 'A cat sleeps (on a mat)', null],
    ['A cat sleeps', 'A cat sleeps', null],
    ['Cat (AP)', 'Cat (AP)', null],
    ['A cat (AP) sleeps', 'A cat (AP) sleeps', null],
    ['Cat. Reuters', 'Cat. Reuters', null],
    ['A cat sleeps (AP) (Reuters)', 'A cat sleeps (AP)', 'Reuters'],
  ])('%s', (text, caption, creditText) => {
    expect(splitCaption(GENERAL, text)).toEqual({ caption, creditText });
  });

  rows([
    ['A cat sleeps. (Photo: Ana Lund)', true],
    ['A cat sleeps. (Photo: Ana Lund).', true],
    ['A cat sleeps. [Picture: Ana Lund]', true],
    ['A cat sleeps. (Photograph by Ana Lund)', true],
    ['A cat sleeps. (Image: Ana Lund)', true],
    ['猫が寝る。（写真：山田）', true],
    ['猫が寝る。（撮影：山田）', true],
    ['고양이가 잔다. (사진=김하늘)', true],
    ['猫在睡觉。（图片来源：新华）', true],
    ['A cat sleeps. (Reuters)', false],
    ['A cat sleeps. (File photo)', false],
    ['A cat sleeps. (Photo: Ana Lund) x', false],
    ['A cat sleeps. Photo: Ana Lund', false],
  ])('%s says that it is a caption: %s', (text, expected) => {
    expect(endsWithPhotoCredit(GENERAL, text)).toBe(expected);
  });
});

describe('captions that say so', () => {
  rows([
    ...[
      'Image caption, A cat',
      'IMAGE CAPTION, A cat',
      'Caption: A cat',
      'Photo caption: A cat',
      '路面電車に乗り込む人たち＝10日、朝凪市',
    ],
    ...[
      '教会の庭に舞う原稿（7日、折鈴市で）',
      '教会の庭に舞う（7日、にて）',
      '教会の庭に舞う（山田撮影）',
      '教会の庭に舞う（朝凪市提供）',
    ],
    ...[`${'雪'.repeat(120)}＝朝凪市`, `雪が降る＝${'市'.repeat(30)}`],
  ])('%s', (text) => {
    expect(isLabelledCaption(BBC, text)).toBe(true);
  });

  rows([
    ...[
      'A cat',
      'The image caption, A cat',
      '',
      '雪が降る。市＝朝凪市',
      '雪＝朝凪市',
      '雪が降る＝市',
      '雪が降る＝朝凪市。',
      '教会の庭（7日）',
    ],
    ...[
      '教会。庭に舞う原稿（7日、折鈴市で）',
      '教会の庭に舞う（で）',
      '庭（7日、市で）',
      'x教会の庭に舞う（7日、市で）。',
      '雪が降る＝朝凪＝市',
    ],
    ...[`${'雪'.repeat(121)}＝朝凪市`, `雪が降る＝${'市'.repeat(31)}`, '教会の庭に舞う（7日（市）で）'],
  ])('not: %s', (text) => {
    expect(isLabelledCaption(BBC, text)).toBe(false);
  });
});
