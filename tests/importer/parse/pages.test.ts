import fc from 'fast-check';
import type { ParsedDocument } from '../../../src/importer/documents';
import { parseDocument } from '../../../src/importer/parse/parse-document';
import { BUILT_IN_SITES } from '../../../src/importer/profiles';
import type { Site } from '../../../src/importer/profiles/compile-profile';
import { readText } from '../../../src/importer/readers/read-text';
import { runs } from '../runs';
import { pageOf, type PrintedPage } from './pages/page';
import { scriptsOf } from './pages/words';

/** Reads a page that carries an address of its site: the site is chosen among all of them. The general reading has none, and is set. */
function parse(text: string, site: Site): readonly ParsedDocument[] {
  const [host] = site.profile.hosts;
  const source = { path: 'x.txt', bytes: new TextEncoder().encode(text), capturedAt: null, recordId: null };
  const url = host === undefined ? null : `https://${host}/news/1`;
  return parseDocument(readText({ ...source, url }), {
    sites: url === null ? [site] : BUILT_IN_SITES,
    timezone: null,
  });
}

function expectRead({ text, article, rankingLists }: PrintedPage, site: Site): void {
  const [parsed, ...others] = parse(text, site);
  expect(others).toEqual([]);
  // A key is the profile's name for a list, and nowhere on the page.
  const lists = parsed?.rankingLists.map(({ key: _, ...list }) => list);
  expect({ article: parsed?.article, rankingLists: lists }).toEqual({ article, rankingLists });
  expect(parsed?.profile).toBe(site.profile.id);
}

const printings = BUILT_IN_SITES.flatMap((site) =>
  scriptsOf(site.profile).map((script) => [site.profile.id, script, site] as const),
);

describe('a page that a site prints is read as it was written', () => {
  it.each(printings)('%s, %s', (_, script, site) => {
    fc.assert(
      fc.property(pageOf(site.profile, script), (page) => expectRead(page, site)),
      runs(100),
    );
  });
});
