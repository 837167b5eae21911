import { mergeFields, sameValue } from '../../../src/importer/plan/merge-fields';
import type { ArticleFields } from '../../../src/importer/records';

const fields = (headline: string | null): ArticleFields => ({ headline }) as unknown as ArticleFields;

describe('mergeFields', () => {
  it.each([
    ['old', 'old', 'old', 'same'],
    ['old', 'new', 'old', 'take'],
    ['old', 'old', 'edited', 'keep'],
    ['old', 'new', 'edited', 'conflict'],
    ['old', 'new', 'new', 'same'],
    [null, 'new', null, 'take'],
    [null, 'new', 'edited', 'conflict'],
    ['old', null, 'old', 'take'],
    ['old', 'old', null, 'keep'],
    ['old', null, null, 'same'],
  ])('base %s, theirs %s, ours %s: %s', (base, theirs, ours, outcome) => {
    expect(mergeFields(fields(base), fields(theirs), fields(ours))).toEqual([{ field: 'headline', outcome }]);
  });

  it('does not mind the order of keys, nor absent and empty values', () => {
    expect(sameValue([{ caption: 'a', creditText: null }], [{ creditText: '', caption: 'a' }])).toBe(true);
    expect(sameValue([{ caption: 'a' }, { caption: 'b' }], [{ caption: 'b' }, { caption: 'a' }])).toBe(false);
  });
});
