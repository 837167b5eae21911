/** Strapi's blocks, as the blocks editor sends them. */
export function paragraphs(...texts: readonly string[]): object[] {
  return texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));
}

/** What the blocks editor sends while nobody typed. */
export const EMPTY_BODY = paragraphs('');

interface PageParts {
  readonly headline: string;
  readonly caption?: string;
  readonly body?: readonly string[];
  readonly section?: string;
  readonly popular?: readonly string[];
  readonly ranking?: readonly string[];
  readonly dateline?: string;
}

/** The text of an exported page, in the shape of a news page's body text: headline, caption, dateline, paragraphs, labels and lists. */
export function page(parts: PageParts): string {
  const {
    headline,
    caption,
    body = ['The harbor was quiet.'],
    section = 'Politics',
    popular = [],
    ranking = [],
  } = parts;
  return [
    headline,
    ...(caption === undefined ? [] : [caption]),
    parts.dateline ?? '14:15 JST, April 10, 2025',
    ...body,
    'Related Tags',
    `"${section}" POPULAR ARTICLE`,
    ...popular.flatMap((text) => ['-', text]),
    'JN ACCESS RANKING',
    ...ranking.flatMap((text) => ['-', text]),
  ].join('\n');
}
