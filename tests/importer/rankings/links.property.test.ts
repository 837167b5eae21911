import fc from 'fast-check';
import { headlineKey, MIN_PREFIX_LENGTH } from '../../../src/importer/normalise/headline-key';
import { decideLinks, type Link, type LinkableRow } from '../../../src/importer/rankings/decide-links';
import { entryKeys } from '../../../src/importer/rankings/entry-keys';
import { matchHeadline, type Candidate } from '../../../src/importer/rankings/match-headline';

/** Headlines that share beginnings, differ in their update notes, or end in dots of their own. */
const HEADLINES = [
  'Harbor Council Votes',
  'Harbor Council Votes (Update 1)',
  'Harbor Council Votes (Update 2)',
  'Harbor Council Votes on Ferries',
  'Harbor Council Votes on Fish',
  'Harbor Council Votes on Nets',
  'Harbor Council Waits...',
  'Harbor Council Waits',
  'HARBOR COUNCIL VOTES',
];
const CUT = ['Harbor Council V...', 'Harbor Council Votes on …', 'Harbor Council Votes on F...', 'Har...'];

interface PrintedRow {
  readonly headline: string;
  readonly hidden: boolean;
  /** The article that an editor chose, by its name; null where the headline decides. */
  readonly chosen: string | null;
}

type Articles = ReadonlyMap<string, string>;

function candidates(articles: Articles, fits: (key: string) => boolean): readonly Candidate[] {
  return [...articles]
    .filter(([, headline]) => fits(headlineKey(headline)))
    .map(([documentId, headline]) => ({ id: Number(documentId), documentId, headline }));
}

function toLinkable({ headline, hidden, chosen }: PrintedRow, order: number, articles: Articles): LinkableRow {
  const keys = entryKeys(headline, false);
  const isLong = Array.from(keys.headlineKey).length >= MIN_PREFIX_LENGTH;
  const match = matchHeadline(
    { headline, truncated: keys.truncated },
    {
      byKey: candidates(articles, (key) => key === headlineKey(headline)),
      byPrefix: candidates(articles, (key) => keys.truncated && isLong && key.startsWith(keys.headlineKey)),
    },
  );
  const choice =
    chosen === null ? null : { articleId: articles.has(chosen) ? Number(chosen) : null, documentId: chosen };
  return { headlineKey: keys.headlineKey, hidden, order, match, choice };
}

const linkAll = (rows: readonly PrintedRow[], articles: Articles): readonly Link[] =>
  decideLinks(
    rows.map((row, order) => toLinkable(row, order, articles)),
    new Set(),
  );

/** Whether a row's link may depend on articles with these keys, as stores ask their indexes. */
function isConcerned({ headline, chosen }: PrintedRow, keys: readonly string[], article: string): boolean {
  if (chosen !== null) return chosen === article;
  const own = entryKeys(headline, false);
  return keys.some(
    (key) =>
      key === own.headlineKey ||
      key === headlineKey(headline) ||
      (own.truncated && Array.from(own.headlineKey).length >= MIN_PREFIX_LENGTH && key.startsWith(own.headlineKey)),
  );
}

const row = fc.record({
  headline: fc.oneof(fc.constantFrom(...HEADLINES), fc.constantFrom(...CUT)),
  hidden: fc.nat({ max: 4 }).map((number) => number === 0),
  chosen: fc.option(fc.constantFrom('1', '2', '3'), { nil: null, freq: 5 }),
});
const change = fc.tuple(fc.constantFrom('1', '2', '3', '4'), fc.option(fc.constantFrom(...HEADLINES), { nil: null }));

describe('links of ranking rows', () => {
  it('are the same whether the rows that a change concerns are linked anew, or all of them', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.array(change, { maxLength: 12 }), (rows, changes) => {
        let articles: Articles = new Map();
        let links = linkAll(rows, articles);
        for (const [article, headline] of changes) {
          const before = articles.get(article);
          articles = new Map([
            ...[...articles].filter(([name]) => name !== article),
            ...(headline === null ? [] : [[article, headline] as const]),
          ]);
          const keys = [before, headline].flatMap((text) => (typeof text === 'string' ? [headlineKey(text)] : []));
          const concerned = rows.map((printed) => isConcerned(printed, keys, article));
          const shown = new Set(
            links.flatMap(({ articleId }, at) =>
              concerned[at] === true || rows[at]?.hidden === true || articleId === null ? [] : [String(articleId)],
            ),
          );
          const places = rows.flatMap((_, at) => (concerned[at] === true ? [at] : []));
          const anew = decideLinks(
            places.flatMap((at) => (rows[at] === undefined ? [] : [toLinkable(rows[at], at, articles)])),
            shown,
          );
          links = links.map((link, at) => anew[places.indexOf(at)] ?? link);
          expect(links).toEqual(linkAll(rows, articles));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('show an article in one row at most', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { maxLength: 8, selector: ({ chosen, hidden }) => (hidden ? {} : (chosen ?? {})) }),
        fc.array(fc.constantFrom(...HEADLINES), { maxLength: 5 }),
        (rows, headlines) => {
          const articles = new Map(headlines.map((headline, at) => [String(at + 1), headline]));
          const seen = linkAll(rows, articles).filter(({ articleId }, at) => articleId !== null && !rows[at]?.hidden);
          expect(new Set(seen.map(({ articleId }) => articleId)).size).toBe(seen.length);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
