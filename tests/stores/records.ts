import { headlineKey } from '../../src/importer/normalise/headline-key';
import { leadParagraph } from '../../src/importer/normalise/description';
import { sha256 } from '../../src/importer/normalise/hash';
import type { ArticleFields, Block, DocumentRecord, RankingListRecord } from '../../src/importer/records';

/** A body of paragraphs. */
export function body(...texts: readonly string[]): readonly Block[] {
  return texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));
}

type Stated = Partial<ArticleFields> & { readonly headline: string | null };

/** The fields of an article: what is stated, the rest empty. */
export function fieldsOf(stated: Stated): ArticleFields {
  const text = stated.body ?? body(`${stated.headline ?? 'Nothing'} is the talk of the harbor.`);
  return {
    ...{ kicker: null, photos: [], authors: [], datePublished: '2025-04-10T05:15:00.000Z', dateModified: null },
    ...{ datePublishedPrecision: 'minute', dateline: '14:15 JST, April 10, 2025', articleSection: 'Politics' },
    ...{ inLanguage: 'en', tags: [], sourceUrl: null, publisher: 'The Harbor News', body: text },
    description: leadParagraph(text),
    ...stated,
  };
}

/** A ranking list as an import reads it from a page. */
export function list(title: string, headlines: readonly string[]): RankingListRecord {
  const key = title.toLowerCase();
  return {
    ...{
      key,
      title,
      publisher: 'The Harbor News',
      scope: 'site',
      articleSection: null,
      window: '24h',
      capturedAtBasis: 'stated',
    },
    capturedAt: '2025-04-10T05:15:00.000Z',
    snapshotKey: sha256(JSON.stringify([key, headlines])),
    captureKey: `${key} 2025-04-10T05:15`,
    entries: headlines.map((headline, at) => ({
      ...{ position: at + 1, printedPosition: at + 1, headline, headlineKey: headlineKey(headline), truncated: false },
      description: at === 0 ? `About ${headline}` : null,
    })),
  };
}

interface Parts {
  readonly path: string;
  /** The article's identity; by default one of its own. */
  readonly identity?: string | null;
  readonly article?: Stated | null;
  readonly lists?: readonly RankingListRecord[];
}

/** A record as the importer makes it of one document. */
export function record({ path, identity, article = null, lists = [] }: Parts): DocumentRecord {
  const fields = article === null ? null : fieldsOf(article);
  const raw = JSON.stringify([fields, lists]);
  return {
    source: {
      ...{ identity: `path:${path}`, path, index: 0, url: null, capturedAt: null, sha256: sha256(raw) },
      ...{ encoding: 'utf-8', raw, parserVersion: '1', profile: 'general' },
    },
    article: fields === null ? null : { identity: identity === undefined ? `text:${path}` : identity, fields },
    rankingLists: lists,
    diagnostics: [],
  };
}
