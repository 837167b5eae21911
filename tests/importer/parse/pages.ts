import fc from 'fast-check';

/** Pages of invented words, with what the parser is to read from them. */
export interface Page {
  readonly site: 'the-japan-news' | 'general';
  readonly article: {
    readonly headline: string;
    readonly photos: readonly { readonly caption: string; readonly creditText: null }[];
    readonly dateline: string;
    readonly datePublished: string;
    readonly body: readonly { readonly type: 'paragraph'; readonly text: string }[];
    readonly tags: readonly string[];
  };
  readonly rankingLists: readonly {
    readonly title: string;
    readonly window: string | null;
    readonly entries: readonly { readonly position: number; readonly headline: string }[];
  }[];
}

const NOUNS = [
  'Ferry',
  'Harbor',
  'Lighthouse',
  'Orchard',
  'Village',
  'Bakery',
  'Reservoir',
  'Library',
  'Kite',
  'Bridge',
  'Mayor',
  'Choir',
];
const VERBS = ['Opens', 'Returns', 'Loses', 'Finds', 'Promotes', 'Repairs', 'Answers', 'Counts', 'Paints', 'Borrows'];
const OBJECTS = [
  'Lost Letters',
  'Night Buses',
  'Old Pier',
  'Second Bell',
  'Eleven Lamps',
  'Pear Train',
  'Tide Gauge',
  'Paper Boats',
];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const headline = fc
  .tuple(
    fc.constantFrom(...NOUNS),
    fc.constantFrom(...VERBS),
    fc.constantFrom(...OBJECTS),
    fc.constantFrom('', ' in Mikaze', '; 3 Hurt', ' (Update 1)'),
  )
  .map(([noun, verb, object, end]) => `${noun} ${verb} ${object}${end}`);

const sentence = fc
  .tuple(fc.constantFrom(...NOUNS), fc.constantFrom(...VERBS), fc.constantFrom(...OBJECTS), fc.nat(99))
  .map(
    ([noun, verb, object, count]) =>
      `The ${noun.toLowerCase()} ${verb.toLowerCase()} ${object.toLowerCase()}, and ${count} people came to see it on Sunday.`,
  );

const paragraph = fc.array(sentence, { minLength: 2, maxLength: 4 }).map((sentences) => sentences.join(' '));

const two = (value: number): string => String(value).padStart(2, '0');

const moment = fc.record({
  year: fc.integer({ min: 1999, max: 2030 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  hour: fc.nat(23),
  minute: fc.nat(59),
});

const dates = {
  'the-japan-news': moment.map(({ year, month, day, hour, minute }) => ({
    dateline: `${hour}:${two(minute)} JST, ${MONTHS[month - 1]} ${day}, ${year}`,
    datePublished: `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00+09:00`,
  })),
  general: moment.map(({ year, month, day, hour, minute }) => ({
    dateline: `Published: ${day} ${MONTHS[month - 1]?.slice(0, 3)} ${year}, ${two(hour)}:${two(minute)}`,
    datePublished: `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00`,
  })),
};

const titles = {
  'the-japan-news': [
    { title: '"Politics" POPULAR ARTICLE', window: null },
    { title: 'JN ACCESS RANKING', window: null },
    { title: 'Popular articles in the past week', window: '7d' },
  ],
  general: [
    { title: 'Most Read', window: null },
    { title: 'Most Popular', window: null },
    { title: 'Trending', window: null },
  ],
};

const entries = fc
  .uniqueArray(headline, { minLength: 1, maxLength: 6 })
  .map((headlines) => headlines.map((text, index) => ({ position: index + 1, headline: text })));

/** Pages of a site. */
export function pageOf(site: Page['site']): fc.Arbitrary<Page> {
  const article = fc
    .record({
      headline,
      captions: fc.uniqueArray(sentence, { maxLength: 2 }),
      date: dates[site],
      body: fc.uniqueArray(paragraph, { minLength: 1, maxLength: 6 }),
      tags:
        site === 'general'
          ? fc.constant<string[]>([])
          : fc.uniqueArray(fc.constantFrom('Snow', 'Ferries', 'Old Pier', '大雪'), { maxLength: 3 }),
    })
    .map(({ headline: text, captions, date, body, tags }) => ({
      headline: text,
      photos: captions.map((caption) => ({ caption, creditText: null })),
      ...date,
      body: body.map((block) => ({ type: 'paragraph' as const, text: block })),
      tags,
    }));
  const rankingLists = fc
    .subarray(titles[site])
    .chain((chosen) => fc.tuple(...chosen.map((list) => entries.map((rows) => ({ ...list, entries: rows })))));
  return fc.record({ site: fc.constant(site), article, rankingLists });
}

function listText({ site }: Page, { title, entries: rows }: Page['rankingLists'][number]): readonly string[] {
  const row = (position: number, text: string): readonly string[] =>
    site === 'general' ? [`${position}. ${text}`] : ['-', text];
  return [title, ...rows.flatMap(({ position, headline: text }) => row(position, text))];
}

/** A page as its site prints it. */
export function pageText(page: Page): string {
  const { article, rankingLists } = page;
  return [
    article.headline,
    ...article.photos.map(({ caption }) => caption),
    article.dateline,
    ...article.body.map(({ text }) => text),
    ...(page.site === 'general' ? [] : ['Related Tags', ...article.tags.map((tag) => `#${tag}`)]),
    ...rankingLists.flatMap((list) => listText(page, list)),
  ].join('\n');
}

/** The same text as another exporter would write it. */
export function variantOf(text: string, variant: number): string {
  const variants = [
    text.replaceAll('\n', '\r\n'),
    `\ufeff${text}`,
    text.replaceAll(' ', '\u00a0'),
    text.replace(/([a-z])([a-z])/g, '$1\u00ad$2'),
    text.replaceAll('\n', ' \n\t'),
  ];
  return variants[variant] ?? text;
}
