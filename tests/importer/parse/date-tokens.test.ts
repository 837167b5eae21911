import fc from 'fast-check';
import { searchTokens, tokensOf, type DateRules } from '../../../src/importer/parse/dates/date-tokens';
import { otherWords } from '../../../src/importer/parse/dates/dateline-words';
import { runs } from '../runs';

const RULES: DateRules = { zones: { IST: '+05:30', PMT: '+09:00' }, dateOrder: null, timezone: null };

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[0-9]{${least},${most}}$`));
const ZONE = fc.oneof(fc.constantFrom('JST', 'UTC', 'EST', 'IST', 'AEST', 'PMT', 'BST', 'MAY', 'XYZ', 'AMT', 'PM'));
const NAME = fc.constantFrom('April', 'Apr', 'May', 'Sept', 'December', 'Sunday', 'Foo', 'Updated', 'Mar', 'Xmay');
const SPACE = fc.constantFrom(' ', ' ', ' ', ', ', '');

const LINE = fc
  .tuple(digits(1, 2), digits(2, 2), ZONE, NAME, digits(1, 2), digits(4, 4), SPACE)
  .map(([hour, minute, zone, name, day, year, space]) => `${hour}:${minute} ${zone}, ${name}${space}${day}, ${year}`);

describe('the common form of a dateline', () => {
  it('reads like any other line, only faster', () => {
    fc.assert(
      fc.property(LINE, (line) => {
        const [read, searched] = [tokensOf(line, RULES), searchTokens(line, RULES)];
        expect(read.tokens).toEqual(searched.tokens);
        expect(otherWords(read.rest)).toBe(otherWords(searched.rest));
      }),
      runs(2000),
    );
  });

  it('is not searched', () => {
    expect(tokensOf('14:15 JST, April 10, 2025', RULES).rest).toBe('');
    expect(searchTokens('14:15 JST, April 10, 2025', RULES).rest).not.toBe('');
  });
});
