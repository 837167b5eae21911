import { cleanLine, splitLines, toLines } from '../../../src/importer/parse/lines';
import { rows } from '../rows';

const code = (...codes: number[]) => String.fromCharCode(...codes);

describe('the ends of lines', () => {
  rows([...['a\nb', 'a\r\nb', 'a\rb', 'a\vb', 'a\u0085b', 'a\u2028b', 'a\u2029b']])('%j are two lines', (text) => {
    expect(splitLines(text)).toEqual(['a', 'b']);
    expect(toLines(text).map(({ number, text: line }) => [number, line])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  it('keeps blank lines, and a form feed', () => {
    expect(splitLines('a\r\n\r\nb\fc\n')).toEqual(['a', '', 'b\fc', '']);
  });
});

describe('a clean line', () => {
  rows([0xa0, 0x2000, 0x2003, 0x200a, 0x202f, 0x205f, 0x09])('has a plain space for character %i', (space) => {
    expect(cleanLine(`a${code(space)}b`)).toBe('a b');
    expect(toLines(`a${code(space)}b`)[0]?.text).toBe('a b');
  });

  rows([...[0x00, 0x08, 0x0e, 0x1f, 0x7f, 0x80, 0x9f, 0xad, 0x200b, 0x2060, 0xfeff]])(
    'is without character %i',
    (invisible) => {
      expect(cleanLine(`a${code(invisible)}b`)).toBe('ab');
      if (invisible !== 0x85) expect(toLines(`a${code(invisible)}b`)[0]?.text).toBe('ab');
    },
  );

  rows([0xd800, 0xdbff, 0xdc00, 0xdfff])('shows half a character, %i', (half) => {
    expect(cleanLine(`a${code(half)}b`)).toBe('a\ufffdb');
    expect(toLines(`a${code(half)}b`)[0]?.text).toBe('a\ufffdb');
  });

  rows(['a b', 'é', '猫', '🐈', 'a\u3000b', 'a  b', '\u200cx\u200d', '\u00a1'])('stays as it is: %j', (text) => {
    expect(cleanLine(text)).toBe(text);
  });

  it('is trimmed', () => {
    expect(cleanLine('  a b \u3000')).toBe('a b');
    expect(cleanLine('\u00a0\tab\u200b \u00ad')).toBe('ab');
    expect(toLines('  ab  ')[0]?.text).toBe('ab');
  });
});

describe('the lines of a page', () => {
  it('are those that are not blank, numbered, folded, with the gaps above them', () => {
    const linesOf = (text: string, before?: number) => toLines(text, before).map(({ wording: _, ...line }) => line);
    expect(linesOf('\nA “Cat”\n \nＢ\nC', 10)).toEqual([
      { number: 12, text: 'A “Cat”', folded: 'a "cat"', afterGap: true },
      { number: 14, text: 'Ｂ', folded: 'b', afterGap: true },
      { number: 15, text: 'C', folded: 'c', afterGap: false },
    ]);
    expect(linesOf('A\n\nB')).toEqual([
      { number: 1, text: 'A', folded: 'a', afterGap: false },
      { number: 3, text: 'B', folded: 'b', afterGap: true },
    ]);
    expect(toLines(' \n\u00a0')).toEqual([]);
  });

  it('are not folded where they are too long for a label', () => {
    expect(toLines('X'.repeat(80))[0]?.folded).toBe('x'.repeat(80));
    expect(toLines('X'.repeat(81))[0]?.folded).toBe('');
  });
});

describe('a line that may hold a date', () => {
  rows(['14:15 JST, April 10, 2025', '2025年4月10日', 'Yesterday', '令和元年'])('is %j', (text) => {
    expect(toLines(text)[0]?.wording.mayHoldDate).toBe(true);
  });

  rows(['Politics', '24 Trams in Asanagi', `14:15 JST, April 10, 2025 ${'x'.repeat(160)}`])('is not %j', (text) => {
    expect(toLines(text)[0]?.wording.mayHoldDate).toBe(false);
  });
});
