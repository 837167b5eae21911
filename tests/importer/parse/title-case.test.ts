import { isTitleCase } from '../../../src/importer/parse/title-case';
import { rows } from '../rows';

const SMALL = [
  'about above across after against ahead along amid among amongst around aside atop away because before behind below',
  'beneath beside besides between beyond despite down during either else except following from inside instead into like',
  'near nearly neither next onto over past plus rather round since some still than that their them then these they this',
  'those though through throughout till toward towards under underneath unless unlike until upon versus very when where',
  'which while whose will with within without would',
].flatMap((words) => words.split(' '));

rows(SMALL)('%s stays small in a headline', (word) => {
  expect(isTitleCase(`Bell ${word} Lake`)).toBe(true);
});

rows([
  ...[
    'Mayor to Open Archives',
    'Bell Kept',
    'Bell of the Lake',
    '鐘を残す',
    '',
    'a an the',
    'the cat',
    'eBay iPhone Sales',
  ],
  ...[
    'Onosato Promoted to yokozuna after Natsu Basho Title Win',
    'Bell Town Three Four Five small',
    'BELL KEPT',
    'McBell Kept',
  ],
  ...['Bell of Lake', 'Town’s Bell Isn’t Kept'],
])('%j is set like a headline', (text) => {
  expect(isTitleCase(text)).toBe(true);
});

rows([
  ...['Mayor speaks', 'The Lake Town Bell Mikaze Kept Ones seen Here', 'Bell Kept Town Lake Five Asanagi wearing Hats'],
  ...[
    'Bell Kept Town Lake Five Asanagi opened',
    'Bell Kept Town Lake Five Asanagi held',
    'Bell Kept Town Lake Five Asanagi taken',
  ],
  ...[
    'Bell Kept Town Lake Five Asanagi headquarters',
    'Town bell',
    'bell',
    'Bell Town Lake Kept bell',
    'Bell Kept cat’ish',
  ],
  ...['Bell Town Lake Kept Five yokozuna yokozuna'],
])('%j is not', (text) => {
  expect(isTitleCase(text)).toBe(false);
});
