import type { ArticleRanking } from '../../../src/rankings/article-rankings';
import type { Ranking } from '../../../src/rankings/build-rankings';
import type { ExpectedArticleRanking, ExpectedRanking } from './reference';

/** An answer in the words of the reference. */
export function plainRanking(ranking: Ranking): ExpectedRanking {
  const { title, articleSection, window, capturedAt, previous, entries, out } = ranking;
  return {
    ...{ title, articleSection, window, capturedAt, previousAt: previous?.capturedAt ?? null },
    entries: entries.map((row) => {
      const { position, headline, article, movement, previousPosition, daysOnList, firstSeenAt } = row;
      const linked = article !== null && article.headline === headline;
      return {
        ...{ position, headline, linked, movement, previousPosition, daysOnList },
        firstSeenAt: firstSeenAt ?? '',
      };
    }),
    out: out.map(({ headline }) => headline),
  };
}

/** The same for where an article has ranked. */
export function plainArticleRanking({ key: _key, scope: _scope, ...ranking }: ArticleRanking): ExpectedArticleRanking {
  return ranking;
}
