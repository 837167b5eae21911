import { mergeFields, type Versions } from '../../../src/importer/plan/merge-fields';
import { sameValue } from '../../../src/importer/plan/same-value';
import type { ArticleFieldName, ArticleFields, Block } from '../../../src/importer/records';
import { article, body } from './articles';

type Stated = Partial<ArticleFields>;

const versions = (base: Stated, theirs: Stated, ours: Stated): Versions => ({
  ...{ base: article(base), theirs: article(theirs), ours: article(ours) },
});

function merged(field: ArticleFieldName, three: Versions, winner: 'ours' | 'theirs' = 'ours') {
  const found = mergeFields(three, winner).find((merge) => merge.field === field);
  return { outcome: found?.outcome, value: found?.value, conflicts: found?.conflicts.length };
}

function bodies(base: readonly Block[], theirs: readonly Block[], ours: readonly Block[]): Versions {
  return versions({ body: base }, { body: theirs }, { body: ours });
}

const bold = (text: string): Block =>
  ({ type: 'paragraph', children: [{ type: 'text', text, bold: true }] }) as unknown as Block;

const list = (...texts: readonly string[]): Block =>
  ({
    type: 'list',
    format: 'unordered',
    children: texts.map((text) => ({ type: 'list-item', children: [{ type: 'text', text }] })),
  }) as unknown as Block;

describe('bodies', () => {
  const base = body('One.', 'Two.', 'Three.', 'Four.');

  it('take a paragraph from each side, also beside each other', () => {
    const three = bodies(base, body('One.', 'Two.', 'Third.', 'Four.'), body('One.', 'Second.', 'Three.', 'Four.'));
    expect(merged('body', three)).toEqual({
      outcome: 'merge',
      value: body('One.', 'Second.', 'Third.', 'Four.'),
      conflicts: 0,
    });
  });

  it('take what the source appends to a paragraph that an editor changed', () => {
    const three = bodies(
      base,
      body('One.', 'Two.', 'Three.', 'Four.', 'Five.'),
      body('One.', 'Two.', 'Three.', 'Fore.'),
    );
    expect(merged('body', three).value).toEqual(body('One.', 'Two.', 'Three.', 'Fore.', 'Five.'));
  });

  it('follow a paragraph that was rewritten where others went or came', () => {
    const long = 'The harbor bridge will be painted at night.';
    const three = bodies(
      body('One.', long, 'Three.'),
      body('One.', 'New.', 'The harbor bridge will be painted by night.', 'Three.'),
      body('One.', long, 'Third.'),
    );
    expect(merged('body', three).value).toEqual(
      body('One.', 'New.', 'The harbor bridge will be painted by night.', 'Third.'),
    );
  });

  it('keep the paragraph that both changed, take the rest, and report the one', () => {
    const three = bodies(base, body('Uno.', 'Zwei.', 'Three.', 'Four.'), body('One.', 'Deux.', 'Three.', 'Four.'));
    expect(merged('body', three)).toEqual({
      outcome: 'conflict',
      value: body('Uno.', 'Deux.', 'Three.', 'Four.'),
      conflicts: 1,
    });
    expect(merged('body', three, 'theirs')).toEqual({
      outcome: 'merge',
      value: body('Uno.', 'Zwei.', 'Three.', 'Four.'),
      conflicts: 0,
    });
  });

  it('keep a paragraph that an editor changed and the source left out, and a gap where it is the other way round', () => {
    expect(
      merged('body', bodies(base, body('One.', 'Three.', 'Four.'), body('One.', '2.', 'Three.', 'Four.'))),
    ).toEqual({ outcome: 'conflict', value: body('One.', '2.', 'Three.', 'Four.'), conflicts: 1 });
    expect(
      merged('body', bodies(base, body('One.', '2.', 'Three.', 'Four.'), body('One.', 'Three.', 'Four.'))),
    ).toEqual({ outcome: 'conflict', value: body('One.', 'Three.', 'Four.'), conflicts: 1 });
  });

  it('keep what both put in at one place as the editor has it, and report the other', () => {
    const three = bodies(base, [...base, ...body('Theirs.')], [...base, ...body('Ours.')]);
    expect(merged('body', three)).toEqual({ outcome: 'conflict', value: [...base, ...body('Ours.')], conflicts: 1 });
  });

  it('are not emptied by a page that came without its text', () => {
    const ours = body('One.', 'Deux.', 'Three.', 'Four.');
    expect(merged('body', bodies(base, [], ours))).toEqual({ outcome: 'conflict', value: ours, conflicts: 1 });
  });

  it('stay bold, linked or listed where the source says the same or nothing new', () => {
    const ours = [bold('One.'), ...base.slice(1)];
    expect(merged('body', bodies(base, base, ours))).toEqual({ outcome: 'keep', value: ours, conflicts: 0 });
    const bolder = bodies(base, body('One.', 'Two.'), [bold('One.'), bold('Two.')]);
    expect(merged('body', bolder)).toEqual({ outcome: 'same', value: bolder.ours.body, conflicts: 0 });
    const changed = merged('body', bodies(base, body('One.', 'Two.', 'Three.', 'Fore.'), ours));
    expect(changed).toEqual({ outcome: 'merge', value: [...ours.slice(0, 3), ...body('Fore.')], conflicts: 0 });
    const listed = [list('One.', 'Two.', 'Three.'), ...base.slice(3)];
    expect(merged('body', bodies(base, base, listed)).value).toEqual(listed);
    expect(merged('body', bodies(base, body('One.', 'Two.', 'Three.', 'Fore.'), listed)).value).toEqual([
      listed[0],
      ...body('Fore.'),
    ]);
  });

  it('are not flattened where the source changes a paragraph that an editor made bold', () => {
    const ours = [bold('One.'), ...base.slice(1)];
    const three = bodies(base, body('Uno.', 'Two.', 'Three.', 'Four.'), ours);
    expect(merged('body', three)).toEqual({ outcome: 'conflict', value: ours, conflicts: 1 });
  });

  it('do not mind texts that an editor split in two, and an empty paragraph at the end', () => {
    const split = {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'On' },
        { type: 'text', text: 'e.' },
      ],
    } as unknown as Block;
    const ours = [split, ...base.slice(1), ...body('')];
    expect(merged('body', bodies(base, base, ours)).outcome).toBe('same');
    expect(
      merged('body', bodies(base, body('Uno.', 'Two.', 'Three.', 'Four.'), [split, ...base.slice(1)])).outcome,
    ).toBe('take');
  });

  it('of very many paragraphs are one value', () => {
    const many = Array.from({ length: 4000 }, (_, at) => `${at % 7}`);
    const three = bodies(body(...many), body('a', ...many.slice(1)), body(...many.slice(1), 'b'));
    expect(merged('body', three)).toMatchObject({ outcome: 'conflict', value: three.ours.body, conflicts: 1 });
  });
});

describe('photos', () => {
  const quay = { caption: 'The old quay at dusk', creditText: 'Harbor News' };

  it('keep the picture that an editor added when the source corrects the caption', () => {
    const theirs = { ...quay, caption: 'The old quay at dawn' };
    const three = versions({ photos: [quay] }, { photos: [theirs] }, { photos: [{ ...quay, image: 7 }] });
    expect(merged('photos', three)).toEqual({ outcome: 'merge', value: [{ ...theirs, image: 7 }], conflicts: 0 });
  });

  it('do not give the picture to another photo', () => {
    const other = { caption: 'A gull', creditText: null };
    const ours = { ...quay, image: 7 };
    const three = versions({ photos: [quay] }, { photos: [other] }, { photos: [ours] });
    expect(merged('photos', three)).toEqual({ outcome: 'conflict', value: [ours, other], conflicts: 1 });
  });

  it('keep the picture where the source says nothing new', () => {
    const three = versions({ photos: [quay] }, { photos: [quay] }, { photos: [{ ...quay, image: 7 }] });
    expect(merged('photos', three)).toMatchObject({ outcome: 'keep', value: three.ours.photos });
  });
});

describe('authors', () => {
  it('are told apart by their names', () => {
    const three = versions(
      { authors: [{ name: 'Ann Oar', affiliation: null }] },
      { authors: [{ name: 'Ben Sail', affiliation: null }] },
      { authors: [{ name: 'Ann Oar', affiliation: 'Staff Writer' }] },
    );
    expect(merged('authors', three)).toMatchObject({
      outcome: 'conflict',
      value: [
        { name: 'Ann Oar', affiliation: 'Staff Writer' },
        { name: 'Ben Sail', affiliation: null },
      ],
    });
  });
});

describe('tags', () => {
  it('do not mind order and spelling', () => {
    expect(
      merged('tags', versions({ tags: ['Sea'] }, { tags: ['Sail', 'sea'] }, { tags: ['SEA', 'ｓａｉｌ'] })).outcome,
    ).toBe('same');
  });
});

describe('fields that belong together', () => {
  it('a time and its precision are taken or kept as one', () => {
    const day = { datePublished: '2025-04-10T00:00:00.000Z', datePublishedPrecision: 'day' } as const;
    const minute = { datePublished: '2025-04-10T05:15:00.000Z', datePublishedPrecision: 'minute' } as const;
    const edited = { ...day, datePublished: '2025-04-11T00:00:00.000Z' };
    const three = versions(day, minute, edited);
    expect(merged('datePublished', three)).toMatchObject({ outcome: 'conflict', value: edited.datePublished });
    expect(merged('datePublishedPrecision', three)).toMatchObject({ outcome: 'conflict', value: 'day' });
  });

  it('a description that is the lead paragraph follows the merged body', () => {
    const of = (...texts: readonly string[]) => ({ body: body(...texts), description: texts[0] ?? null });
    const three = versions(of('One.', 'Two.'), of('Uno.', 'Two.'), of('One.', 'Deux.'));
    expect(merged('description', three)).toEqual({ outcome: 'take', value: 'Uno.', conflicts: 0 });
    const kept = versions(of('One.', 'Two.'), of('One.', 'Zwei.'), of('Un.', 'Two.'));
    expect(merged('description', kept)).toEqual({ outcome: 'keep', value: 'Un.', conflicts: 0 });
    const own = versions(of('One.'), of('Uno.'), { ...of('One.'), description: 'About one.' });
    expect(merged('description', own)).toMatchObject({ outcome: 'conflict', value: 'About one.' });
  });
});

it('values do not mind the order of keys, nor absent and empty values', () => {
  expect(sameValue([{ caption: 'a', creditText: null }], [{ creditText: '', caption: 'a' }])).toBe(true);
  expect(sameValue([{ caption: 'a' }, { caption: 'b' }], [{ caption: 'b' }, { caption: 'a' }])).toBe(false);
});
