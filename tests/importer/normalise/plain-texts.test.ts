import fc from 'fast-check';
import slugify from 'slugify';
import { blocksJson, toBlocks } from '../../../src/importer/normalise/blocks';
import { readableSlug } from '../../../src/importer/normalise/slug';
import { tagName } from '../../../src/importer/normalise/tag-name';
import { wordCount } from '../../../src/importer/normalise/word-count';
import { affixForm, beginningOf, beginnings, mayBeginLike } from '../../../src/importer/profiles/affixes';

const PLAIN = fc.string({ unit: fc.constantFrom(...`ABCxyz019 ,.;:'"!?()-`), maxLength: 90 });
const NAME = fc.string({ unit: fc.constantFrom(...'#AbZ09 -/&＃　é'), maxLength: 30 });
const TEXT = fc.string({ unit: fc.constantFrom(...'ab9 —–\u2009.,é“”𐐷🌊7', '\ud800', '\udfff'), maxLength: 60 });

const body = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

/** Shortcuts for texts in which nothing has to be folded: what they answer is what the long way answers. */
describe('plain texts', () => {
  it('get the slug that slugify makes of them', () => {
    fc.assert(
      fc.property(PLAIN, (text) => {
        const slug = slugify(text, { lower: true, strict: true, trim: true }).replace(/^-+|-+$/g, '');
        expect(readableSlug(text)).toBe(slug);
      }),
      { numRuns: 2000 },
    );
  });

  it('are the names of tags that NFKC and white space leave them', () => {
    fc.assert(
      fc.property(NAME, (name) => {
        const long = name
          .normalize('NFKC')
          .replace(/^[#＃\s]+/, '')
          .replace(/\s+/g, ' ')
          .trim();
        expect(tagName(name)).toBe(long);
      }),
      { numRuns: 2000 },
    );
  });

  it('of a body are JSON as JSON.stringify writes it', () => {
    const block = fc.record({
      type: fc.constantFrom('paragraph' as const, 'heading' as const),
      text: fc.string({
        unit: fc.constantFrom(...'ab "\\\n\u0000\u007f\u2028é橋🌊', '\ud800', '\udfff'),
        maxLength: 12,
      }),
    });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        expect(blocksJson(blocks)).toBe(JSON.stringify(toBlocks(blocks)));
      }),
      { numRuns: 2000 },
    );
  });

  it('begin like an affix where their folded form does', () => {
    const affixes = beginnings(['by ', 'é', '文=', 'ça']);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'bByY ce\u0301\u0327éＢ文=＝'), maxLength: 6 }), (text) => {
        if (beginningOf(affixes, affixForm(text)) !== null) expect(mayBeginLike(affixes, text)).toBe(true);
        expect(affixForm(text)).toBe(text.normalize('NFKC').toLowerCase());
      }),
      { numRuns: 5000 },
    );
  });

  it('have as many words as their parts between spaces and dashes that hold a letter or a digit', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const words = text.split(/[\s—–]/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
        expect(wordCount(body(text))).toBe(words.length);
      }),
      { numRuns: 2000 },
    );
  });
});
