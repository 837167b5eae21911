import fc from 'fast-check';
import { canonical, sameValue } from '../../../src/importer/plan/same-value';

/** Values as fields hold them; few different ones, so that equal ones meet. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, undefined, '', 'a', 'null', 1, true, false),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
  ),
}));

describe('two values', () => {
  it('say the same exactly where they have one canonical form', () => {
    fc.assert(
      fc.property(value, value, (left, right) => {
        expect(sameValue(left, right)).toBe(canonical(left) === canonical(right));
      }),
      { numRuns: 2000 },
    );
  });
});
