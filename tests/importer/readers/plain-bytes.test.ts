import fc from 'fast-check';
import { isPlainText } from '../../../src/importer/normalise/plain-text';
import { isSurelyPlain } from '../../../src/importer/readers/plain-bytes';
import { rows } from '../rows';
import { runs } from '../runs';

/** The bytes of a text, so many bytes into their buffer. */
function bytesOf(text: string, offset = 0): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const buffer = new Uint8Array(offset + bytes.length + 5).fill(1);
  buffer.set(bytes, offset);
  return buffer.subarray(offset, offset + bytes.length);
}

const CHARACTER = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
  { weight: 1, arbitrary: fc.constantFrom(0x0a, 0x0d, 0x09, 0x00, 0x1f, 0x7f, 0x80, 0x85, 0xa0, 0xad, 0x2028, 0xfeff) },
  { weight: 1, arbitrary: fc.integer({ min: 0x80, max: 0x2100 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0xe000, max: 0x10ffff }) },
);
const TEXT = fc
  .array(CHARACTER, { maxLength: 24 })
  .map((codes) => codes.map((code) => String.fromCodePoint(code)).join(''));

describe('bytes that are surely plain', () => {
  rows(['', 'a', 'Cats\nand dogs, 12 of them ~', '“Cats” – ‘dogs’…', 'café', 'Ωμέγα', '猫が鳴いた。', '고양이'])(
    'are those of %j',
    (text) => {
      expect([0, 1, 2, 3].map((offset) => isSurelyPlain(bytesOf(text, offset)))).toEqual([true, true, true, true]);
    },
  );

  rows(['🐈 sleeps', 'a\tb', 'a\r\n', 'a\u00a0b', '\ufeffa', 'a\u2028b'])('are not those of %j', (text) => {
    expect([0, 1, 2, 3].map((offset) => isSurelyPlain(bytesOf(text, offset)))).toEqual([false, false, false, false]);
  });

  it('are never those of a text that is not plain', () => {
    fc.assert(
      fc.property(TEXT, fc.integer({ min: 0, max: 7 }), (text, offset) => {
        fc.pre(isSurelyPlain(bytesOf(text, offset)));
        expect(isPlainText(text)).toBe(true);
      }),
      runs(2000),
    );
  });

  it('are all of printable ASCII', () => {
    const ascii = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code));
    const texts = ascii.flatMap((character) => [0, 1, 2, 3, 4, 5].map((at) => `${'x'.repeat(at)}${character}xxx`));
    expect(texts.map((text) => isSurelyPlain(bytesOf(text)))).toEqual(texts.map(isPlainText));
  });
});
