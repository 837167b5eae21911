import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expectEqual } from './checklist.mjs';
import { inProject, ROOT } from './paths.mjs';
import { SetupError } from './setup-error.mjs';

const LARGEST_PAGE = 100;

/**
 * Compares what REST and GraphQL say with what the parser reads from samples/. Both answers are brought
 * into one shape first, so every expectation is asked of both.
 *
 * @param {import('./checklist.mjs').Checklist} list
 * @param {string} url address of the server
 */
export async function checkSamples(list, url) {
  const expected = expectations(await parseSamples());
  for (const [api, ask] of [
    ['REST', askRest],
    ['GraphQL', askGraphql],
  ]) {
    const seen = await ask(url);
    await list.check(`${api}: ${expected.articles.length} articles with their tags`, () => {
      expectEqual(sorted(seen.articles), expected.articles);
    });
    await list.check(`${api}: ${expected.lists.length} captures of ranking lists, rows in order`, () => {
      expectEqual(sorted(seen.lists.map(withoutLinks)), sorted(expected.lists.map(withoutLinks)));
    });
    await list.check(`${api}: rows linked to the articles that are there`, () => {
      expectEqual(sorted(seen.lists), expected.lists);
    });
  }
  await list.check('the admin panel is served', async () => {
    expectEqual((await fetch(`${url}/admin`)).status, 200);
  });
  await list.check('visitors see no drafts', async () => {
    const { data } = await getJson(
      `${url}/api/articles?status=draft&pagination[pageSize]=${LARGEST_PAGE}&fields=publishedAt`,
    );
    expectEqual(data.filter(({ publishedAt }) => publishedAt === null).length, 0);
  });
}

/** The documents of samples/ as the `parse` verb prints them. */
async function parseSamples() {
  const args = ['scripts/launch.mjs', 'import', 'parse', '--format=ndjson', 'samples'];
  const run = promisify(execFile)(process.execPath, args, { cwd: ROOT, maxBuffer: 1 << 26 });
  const { stdout } = await run.catch(() => {
    throw new SetupError(`The samples in ${inProject('samples')} could not be parsed.`);
  });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** The same list on several pages is one capture; a row is linked where an article has its headline. */
function expectations(documents) {
  const articles = documents.flatMap(({ article }) => (article ? [article] : []));
  const headlines = new Set(articles.map(({ headline }) => headline));
  const rows = (entries) =>
    entries.map(({ position, headline }) => [position, headline, headlines.has(headline) ? headline : null]);
  const lists = documents.flatMap(({ rankingLists }) =>
    rankingLists.map(({ title, entries }) => [title, rows(entries)]),
  );
  return {
    articles: sorted(articles.map(({ headline, tags }) => [headline, tags.toSorted()])),
    lists: sorted([...new Map(lists.map((list) => [JSON.stringify(list), list])).values()]),
  };
}

async function askRest(url) {
  const page = `pagination[pageSize]=${LARGEST_PAGE}`;
  const articles = await getJson(`${url}/api/articles?populate=tags&${page}`);
  const lists = await getJson(`${url}/api/ranking-lists?populate[entries][populate]=article&${page}`);
  return oneShape(articles.data, lists.data);
}

async function askGraphql(url) {
  const page = `pagination: { limit: ${LARGEST_PAGE} }`;
  const query = `{
    articles(${page}) { headline tags { name } }
    rankingLists(${page}) { title entries { position headline article { headline } } }
  }`;
  const headers = { 'content-type': 'application/json' };
  const { data } = await getJson(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return oneShape(data.articles, data.rankingLists);
}

const oneShape = (articles, lists) => ({
  articles: articles.map(({ headline, tags }) => [headline, tags.map(({ name }) => name).toSorted()]),
  lists: lists.map(({ title, entries }) => [title, entries.map(oneRow)]),
});

const oneRow = ({ position, headline, article }) => [position, headline, article?.headline ?? null];

const withoutLinks = ([title, rows]) => [title, rows.map(([position, headline]) => [position, headline])];

const sorted = (values) => values.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

async function getJson(url, options = {}) {
  const response = await fetch(url, options);
  const body = await response.json();
  if (!response.ok || body.errors) throw new Error(`${url} answered ${response.status}: ${JSON.stringify(body)}`);
  return body;
}
