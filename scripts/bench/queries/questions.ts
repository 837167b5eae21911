import type { Panel } from './panel';

const LISTS = '/content-manager/collection-types';
const ARTICLES = `${LISTS}/api::article.article`;
const RANKINGS = `${LISTS}/api::ranking-list.ranking-list`;

/** Entries that the questions are asked of. */
interface Known {
  readonly article: string;
  readonly slug: string;
  readonly tag: string;
  readonly list: string;
  readonly key: string;
  readonly section: string;
}

interface Found {
  readonly documentId: string;
  readonly slug?: string;
  readonly key?: string;
  readonly articleSection?: string;
  readonly tags?: readonly { readonly slug: string }[];
}

async function knownOf({ get }: Panel): Promise<Known> {
  const first = async (path: string): Promise<Found> => {
    const { data } = await get<{ readonly data: readonly Found[] }>(`${path}&pagination[pageSize]=1`);
    if (data[0] === undefined) throw new Error(`${path} finds nothing to ask about.`);
    return data[0];
  };
  const article = await first('/api/articles?populate=tags&filters[tags][name][$notNull]=true');
  const list = await first('/api/ranking-lists?sort=capturedAt:desc');
  const { articleSection = '' } = await first('/api/ranking-lists?filters[articleSection][$notNull]=true');
  return {
    ...{ article: article.documentId, slug: article.slug ?? '', tag: article.tags?.[0]?.slug ?? '' },
    ...{ list: list.documentId, key: list.key ?? '', section: encodeURIComponent(articleSection) },
  };
}

/** What frontends and editors ask, by name. */
export async function questionsOf(panel: Panel): Promise<Readonly<Record<string, () => Promise<unknown>>>> {
  const { article, slug, tag, list, key, section } = await knownOf(panel);
  const get = (path: string) => (): Promise<unknown> => panel.get(path);
  return {
    'REST: newest articles': get('/api/articles?sort=datePublished:desc&populate=*'),
    'REST: article by slug': get(`/api/articles?filters[slug][$eq]=${slug}&populate=*`),
    'REST: article by id': get(`/api/articles/${article}?populate=*`),
    'REST: articles of a tag': get(`/api/articles?filters[tags][slug][$eq]=${tag}&sort=datePublished:desc`),
    'REST: what is new': get('/api/articles?filters[updatedAt][$gte]=2035-01-01T00:00:00Z&sort=updatedAt:asc'),
    'REST: tags by name': get('/api/tags?sort=name&pagination[pageSize]=100'),
    'REST: list with its rows': get(`/api/ranking-lists/${list}?populate[entries][populate]=article`),
    'REST: current ranking': get(`/api/rankings/${key}`),
    'REST: current rankings of a section': get(`/api/rankings?section=${section}`),
    'REST: all current rankings': get('/api/rankings'),
    'REST: history of a ranking': get(`/api/rankings/${key}/history`),
    'REST: where an article ranked': get(`/api/articles/${article}/rankings`),
    'GraphQL: newest articles': () =>
      panel.graphql('{ articles(sort: "datePublished:desc") { headline tags { name } photos { caption } } }'),
    'GraphQL: lists with their rows': () =>
      panel.graphql(
        '{ rankingLists(sort: "capturedAt:desc") { title entries { position headline article { slug } } } }',
      ),
    'panel: articles': get(`${ARTICLES}?page=1&pageSize=20&sort=datePublished:DESC`),
    'panel: articles, a late page': get(`${ARTICLES}?page=200&pageSize=20&sort=datePublished:DESC`),
    'panel: articles by headline': get(`${ARTICLES}?page=1&pageSize=20&sort=headline:ASC`),
    'panel: search for articles': get(`${ARTICLES}?page=1&pageSize=20&sort=datePublished:DESC&_q=harbor`),
    'panel: form of an article': get(`${ARTICLES}/${article}`),
    'panel: tags of an article': get(`/content-manager/relations/api::article.article/${article}/tags`),
    'panel: articles of a tag': get(`${ARTICLES}?page=1&pageSize=20&filters[$and][0][tags][slug][$eq]=${tag}`),
    'panel: tags': get(`${LISTS}/api::tag.tag?page=1&pageSize=20&sort=name:ASC`),
    'panel: ranking lists': get(`${RANKINGS}?page=1&pageSize=20&sort=capturedAt:DESC`),
    'panel: form of a ranking list': get(`${RANKINGS}/${list}`),
    'panel: statistics': get('/copydesk/statistics/rankings'),
  };
}
