import { translations } from '../../src/admin/translations';

const placesOf = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

it('says in Japanese what it says in English, with the same values', () => {
  expect(Object.keys(translations.ja)).toEqual(Object.keys(translations.en));
  const english: Readonly<Record<string, string>> = translations.en;
  for (const [id, text] of Object.entries(translations.ja))
    expect([id, placesOf(text)]).toEqual([id, placesOf(english[id] ?? '')]);
});
