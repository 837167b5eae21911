import { BUILT_IN_SITES, GENERAL_SITE } from '../../../src/importer/profiles';
import type { Site } from '../../../src/importer/profiles/compile-profile';
import { toLines, type Line } from '../../../src/importer/parse/lines';
import type { FlowLine } from '../../../src/importer/parse/page';

/** A built-in site by the id of its profile. */
export function siteOf(id: string): Site {
  const site = BUILT_IN_SITES.find(({ profile }) => profile.id === id);
  if (site === undefined) throw new Error(`no site ${id}`);
  return site;
}

export const GENERAL = GENERAL_SITE;
export const JAPAN_NEWS = siteOf('the-japan-news');
export const BBC = siteOf('bbc-news');

/** A line as the parser has it. */
export function lineOf(text: string): Line {
  const [line] = toLines(text);
  if (line === undefined) throw new Error('a blank line');
  return line;
}

/** Lines outside lists, as the readers of head and body have them. */
export function flowOf(texts: readonly string[], site: Site): readonly FlowLine[] {
  return toLines(texts.join('\n')).map((line) => ({
    ...line,
    listsAbove: 0,
    isSourceName: site.labels.get(line.folded)?.kind === 'source',
  }));
}
