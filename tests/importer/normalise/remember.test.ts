import { copyOf, remembered, rememberedFor } from '../../../src/importer/normalise/remember';

const lines = (count: number, first = 0): readonly string[] =>
  Array.from({ length: count }, (_, index) => `Line ${first + index}`);

describe('a function that remembers', () => {
  it('gives what the function gives, null included, and asks it once', () => {
    const asked: string[] = [];
    const answer = remembered((text): string | null => {
      asked.push(text);
      return text === 'nothing' ? null : text.toUpperCase();
    });
    const given = ['nothing', 'a', '\ud800 é', 'nothing', 'a', '\ud800 é'].map(answer);
    expect(given).toEqual([null, 'A', '\ud800 É', null, 'A', '\ud800 É']);
    expect(asked).toEqual(['nothing', 'a', '\ud800 é']);
  });

  it('keeps what is asked for again and again, however many others come between', () => {
    let asked = 0;
    const answer = remembered((text) => {
      if (text === 'often') asked += 1;
      return text.length;
    });
    for (const line of lines(5000)) expect(answer(line) + answer('often')).toBe(line.length + 'often'.length);
    expect(asked).toBe(1);
  });

  it('forgets what nobody asks for any more, so that no archive is too large for it', () => {
    const asked: string[] = [];
    const answer = remembered((text) => asked.push(text));
    [...lines(5000), ...lines(1)].forEach(answer);
    expect(asked).toHaveLength(5001);
  });

  it('does not keep long texts', () => {
    let asked = 0;
    const answer = remembered(() => (asked += 1));
    const long = 'a'.repeat(161);
    expect([answer(long), answer(long)]).toEqual([1, 2]);
  });
});

it('copies a text as it is', () => {
  const texts = ['', 'a', ' a ', '\ud800 é', `“${'Cats '.repeat(40)}”`];
  expect(texts.map(copyOf)).toEqual(texts);
});

it('makes a value once for each object', () => {
  const make = rememberedFor((owner: { readonly name: string }) => ({ of: owner.name }));
  const [one, other] = [{ name: 'one' }, { name: 'other' }];
  expect(make(one)).toBe(make(one));
  expect(make(other)).toEqual({ of: 'other' });
});
