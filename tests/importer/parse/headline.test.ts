import { chooseHeadline } from '../../../src/importer/parse/headline';
import { foldText } from '../../../src/importer/normalise/fold';
import type { Site } from '../../../src/importer/profiles/compile-profile';
import { rows } from '../rows';
import { flowOf, GENERAL, JAPAN_NEWS } from './sites';

interface Given {
  readonly site?: Site;
  readonly known?: string;
  readonly listed?: readonly string[];
}

/** Each line above the text with what it is: `headline`, `kicker`, `section`, `ticker`, or `-` for a line about a picture. */
function choice(texts: readonly string[], { site = GENERAL, known, listed = [] }: Given = {}): string {
  const lines = flowOf(texts, site);
  const printed = new Map(listed.map((text) => [foldText(text), text]));
  const { headline, kicker, section, tickers } = chooseHeadline(lines, site, known ?? null, printed);
  return lines
    .map((line) => {
      if (line === headline) return 'headline';
      if (line === kicker) return 'kicker';
      return line === section ? 'section' : tickers.includes(line) ? 'ticker' : '-';
    })
    .join(' ');
}

const long = (length: number) => `Bell ${'x'.repeat(length - 5)}`;

describe('the name of a newspaper above the headline', () => {
  rows([
    ...[
      'The Orrin Echo',
      'Orrin Echo',
      'Echo',
      'The Echo',
      'Old Lake Town Herald',
      'The Old Lake Town Post',
      'Lake News Online',
    ],
    ...[
      'Lake Star Digital',
      '朝凪新聞',
      '朝凪新聞デジタル',
      'ミカゼニュース',
      '朝凪日報オンライン',
      '朝凪タイムズ電子版',
      '朝凪新報',
    ],
    ...['호수신문', '호수일보', '호수뉴스', '山城日报', '山城晚报', '山城新闻网', '山城晚報'],
  ])('%s', (text) => {
    expect(choice([text, 'Bell of the lake town is kept by all'])).toBe('ticker headline');
    expect(choice([text, 'Bell of the lake town is kept by all'], { site: JAPAN_NEWS })).not.toContain('ticker');
  });

  rows([
    ...[
      'see The Orrin Echo',
      'Orrin echo',
      'The Orrin Echoes',
      'Old Big Lake Town Echo',
      'The Echo sings',
      'Lake News Onlines',
    ],
    ...[
      '朝凪新聞社',
      'の朝凪新聞',
      '新聞',
      '호수신문사',
      '호신문사가',
      '山城日报社',
      '山城新闻',
      `${'A'.repeat(22)} Echo`,
    ],
  ])('not %s', (text) => {
    expect(choice([text, 'Bell of the lake town is kept by all'])).not.toContain('ticker');
  });

  it('stands above a longer line that can be a headline', () => {
    expect(choice(['The Orrin Echo', 'Bell is kept now'])).toBe('ticker headline');
    expect(choice(['The Orrin Echo', 'Bells are kept'])).toBe('headline -');
    expect(choice(['The Orrin Echo', 'The bell of the lake town is kept.'])).toBe('headline -');
    expect(choice([`${'Abcdefghijk '.repeat(3)}Echo`, long(60)])).toBe('ticker headline');
    expect(choice([`${'Abcdefghijklm '.repeat(3)}Echo`, long(60)])).toBe('headline -');
  });
});

describe('what stands above the headline', () => {
  rows<[string[], string]>([
    [['LAKE TOWN', 'Bell of the lake town is kept'], 'kicker headline'],
    [['2025 LAKE', 'Bell of the lake town is kept'], 'kicker headline'],
    [['LAKE town', 'Bell of the lake town is kept'], 'headline -'],
    [['Lake TOWN', 'Bell of the lake town is kept'], 'headline -'],
    [['L', 'Bell of the lake town is kept'], 'headline -'],
    [['LAKE TOWN', 'BELL KEPT'], 'headline -'],
    [['Sports', 'Bell of the lake town is kept'], 'section headline'],
    [['Editorial', 'Sports', 'Bell of the lake town is kept'], 'kicker section headline'],
    [['Lake pages', 'Sports', 'Bell of the lake town is kept'], 'ticker section headline'],
    [['Lake pages', 'Sports'], 'headline -'],
    [['Sports'], 'headline'],
    [['Editorial'], 'kicker'],
    [['Lake pages of the town are a little long', 'Sports', 'Bell of the lake town'], 'ticker section headline'],
    [['Lake pages of the towns are a little long', 'Sports', 'Bell of the lake town'], 'headline - -'],
    [['Sports', 'The Orrin Echo', 'Bell of the lake town is kept'], 'ticker ticker headline'],
    [['Reuters', 'Lake in the sun', 'Bell of Lake Town'], '- - headline'],
    [['The lake is kept.', 'bell of the lake', 'Bell of Lake Town'], '- - headline'],
    [['Bell of the lake, left, is kept', 'Bell of Lake Town'], '- headline'],
    [['Lamp relit by keepers.', 'Lake in the sun is low'], '- headline'],
  ])('%j: %s', (texts, expected) => {
    expect(choice(texts)).toBe(expected);
  });

  rows<[string[], string]>([
    [['Lamp relit by keepers of the town of the lake', 'Bell of Lake Town Kept'], 'headline -'],
    [['The lamp is relit by keepers', 'Bell of Lake Town Kept'], '- headline'],
    [['The Foreign Ministry in Tokyo', 'Bell of Lake Town Kept'], '- headline'],
    [['Bell Tower', 'Bell of Lake Town Kept'], '- headline'],
    [['Lake pages', 'Sports', 'Bell of Lake Town Kept'], 'headline - -'],
    [['Bell is kept by a town'], 'headline'],
  ])('where headlines are in title case, %j: %s', (texts, expected) => {
    expect(choice(texts, { site: JAPAN_NEWS })).toBe(expected);
  });

  it('is a caption in sentence case where all headlines in lists are in title case', () => {
    const given = (listed: readonly string[]) => choice(['Cats watch the lake'], { site: JAPAN_NEWS, listed });
    expect(given(['Bell of Lake Town Kept', 'Owls Sing'])).toBe('-');
    expect(given(['Bell of Lake Town Kept', 'owls sing'])).toBe('headline');
    expect(given(['owls sing'])).toBe('headline');
    expect(given([])).toBe('headline');
  });
});

describe('several headlines', () => {
  const [two, three] = ['Cats sleep on the ferry now', 'Bell of the lake is kept now'];
  rows<[string[], string]>([
    [['Snow falls on the harbor', two, three], 'headline - -'],
    [['Snow falls on the harbors', two, three], 'ticker ticker headline'],
    [['Snow falls on the harbors', two, three, two], 'ticker headline - -'],
    [['Snow falls on the harbors', two, three, 'The bell is kept.'], 'ticker ticker headline -'],
    [['Snow falls on the harbors', two], 'headline -'],
  ])('%j: %s', (texts, expected) => {
    expect(choice(texts)).toBe(expected);
    expect(choice(texts, { site: JAPAN_NEWS })).not.toContain('ticker');
  });
});

describe('the headline that stands elsewhere as well', () => {
  const listed = ['Bell of lake town'];

  rows<[string[], string]>([
    [['Bell of lake town'], 'headline'],
    [['Owls', 'Cats', 'BELL OF LAKE TOWN', 'An owl'], 'ticker ticker headline -'],
    [['Editorial', 'Sports', 'Sports', 'Bell of lake town'], 'kicker section ticker headline'],
    [['1', '2', '3', '4', '5', 'Bell of lake town'], 'ticker ticker ticker ticker ticker headline'],
    [['1', '2', '3', '4', '5', '6', 'Bell of lake town'], 'headline - - - - - -'],
    [[long(40), 'Bell of lake town'], 'ticker headline'],
    [[long(41), 'Bell of lake town'], 'headline -'],
    [['The owl is seen.', 'Bell of lake town'], '- headline'],
    [['Owls', 'The owl is seen.', 'Bell of lake town'], 'headline - -'],
  ])('in a list of the page, %j: %s', (texts, expected) => {
    expect(choice(texts, { listed })).toBe(expected);
  });

  rows<[string, string]>([
    ['The owl is seen.', '- headline -'],
    ['BELL OF LAKE TOWN', '- - headline'],
    ['Something else', 'headline - -'],
  ])('in what the carrier states, %s: %s', (known, expected) => {
    expect(choice(['Owls sing', 'The owl is seen.', 'Bell of lake town'], { known })).toBe(expected);
  });
});
