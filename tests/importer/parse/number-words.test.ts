import { opensNumberedRows } from '../../../src/importer/parse/number-words';
import { lineOf } from './sites';
import { rows } from '../rows';

const opens = (texts: readonly string[], at: number, position: number) =>
  opensNumberedRows(
    texts.map((text) => lineOf(text)),
    at,
    position,
  );

rows([
  [['1 Cat', '2 Owls'], 0, 1],
  [['1 Cat', 'x', 'x', 'x', '2 Owls'], 0, 1],
  [['3 Cats', '2 Owls', '1 Bell'], 0, 3],
  [['3 Cats', 'x', '2 Owls', 'x', 'x', 'x', '1 Bell'], 0, 3],
  [['4 Cats', '5 Owls', '6 Bells'], 0, 4],
  [['x', '4 Cats', '5 Owls', '6 Bells'], 1, 4],
  [['2 Owls', '1 Bell'], 0, 2],
])('%j open a list', (texts, at, position) => {
  expect(opens(texts, at, position)).toBe(true);
});

rows([
  [['1 Cat'], 0, 1],
  [['1 Cat', 'x', 'x', 'x', 'x', '2 Owls'], 0, 1],
  [['2 Owls', '1 Cat'], 1, 1],
  [['3 Cats', '2 Owls'], 0, 3],
  [['3 Cats', '1 Bell', '2 Owls'], 0, 3],
  [['4 Cats', '5 Owls'], 0, 4],
  [['4 Cats', '5 Owls', '7 Bells'], 0, 4],
  [['1 Cat', '2. Owls'], 0, 1],
  [['1 Cat', '2'], 0, 1],
  [['1 Cat', '3 Owls'], 0, 1],
])('%j open none', (texts, at, position) => {
  expect(opens(texts, at, position)).toBe(false);
});
