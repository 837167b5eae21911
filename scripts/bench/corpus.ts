import { between, chanceOf, pick, type Chance } from './chance';
import { CIRCUMSTANCES, PEOPLE, PLACES, SECTIONS, SENTENCES, TAGS, THINGS, VERBS } from './words';

/** Documents that share one capture of the rankings: pages that were exported within the same hour. */
const CAPTURES_SHARED = 20;
const RANKING_ROWS = 5;
/** Of 100 documents, how many are another capture of an article that was there before. */
const RECAPTURES = 5;
/** Of 100 rows, how many the page cut. */
const CUT_ROWS = 4;
const RARE_TAGS = 400;

/** One file of the corpus. */
export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

/** Headlines are set in capitals, but for short words. */
const titleCase = (text: string): string => text.replace(/\b[a-z](?=[a-z]{3})/g, (letter) => letter.toUpperCase());

/** The headline of article n: like others in its words, told apart by a number, as in a series. */
function headlineOf(seed: number, article: number): string {
  const chance = chanceOf(seed * 31 + article);
  const words = `${pick(chance, VERBS)} ${pick(chance, THINGS)} ${pick(chance, CIRCUMSTANCES)}`;
  return titleCase(`${pick(chance, PLACES)} ${words}, No. ${article + 1}`);
}

function datelineOf(article: number): string {
  const time = new Date(Date.UTC(2001, 0, 1) + article * 3_600_000);
  const month = time.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  const hour = String(time.getUTCHours()).padStart(2, '0');
  return `${hour}:15 JST, ${month} ${time.getUTCDate()}, ${time.getUTCFullYear()}`;
}

function paragraph(chance: Chance, length: number): string {
  const sentences: string[] = [];
  while (sentences.join(' ').length < length) {
    sentences.push(`${pick(chance, PEOPLE)} was there on day ${between(chance, 1, 31)}. ${pick(chance, SENTENCES)}`);
  }
  return sentences.join(' ');
}

function tagsOf(chance: Chance): readonly string[] {
  const tags = Array.from({ length: 2 }, () => pick(chance, TAGS));
  return [...new Set([...tags, `Series ${between(chance, 1, RARE_TAGS)}`])].map((tag) => `#${tag}`);
}

/** Rows of a ranking name articles that are there already, or that the archive holds further on. */
function rankingRows(seed: number, capture: number, list: number): readonly string[] {
  const chance = chanceOf(seed * 977 + capture * 13 + list);
  const near = capture * CAPTURES_SHARED;
  return Array.from({ length: RANKING_ROWS }, () => {
    const headline = headlineOf(seed, Math.max(0, near + between(chance, -40, 20)));
    return between(chance, 1, 100) > CUT_ROWS ? headline : `${headline.slice(0, 60)}...`;
  }).flatMap((row) => ['-', row]);
}

function lists(seed: number, index: number, section: number): readonly string[] {
  const capture = Math.floor(index / CAPTURES_SHARED);
  return [
    `"${SECTIONS[section % SECTIONS.length]}" POPULAR ARTICLE`,
    ...rankingRows(seed, capture, section + 1),
    'JN ACCESS RANKING',
    ...rankingRows(seed, capture, 0),
  ];
}

function pageOf(seed: number, index: number, article: number, revision: number, more: number): string {
  const chance = chanceOf(seed * 7919 + article);
  const section = between(chance, 0, SECTIONS.length - 1);
  const photos = Array.from(
    { length: between(chance, 1, 2) },
    () => `${pick(chance, PEOPLE)} stands beside the ${pick(chance, THINGS)}.`,
  );
  const tags = tagsOf(chance);
  const body = Array.from({ length: between(chance, 4, 6) + more }, () => paragraph(chance, between(chance, 260, 400)));
  const correction =
    revision === 0 ? [] : [`An earlier version of this article named another day (correction ${revision}).`];
  return [
    ...[headlineOf(seed, article), ...photos, datelineOf(article), ...body, ...correction],
    ...['Related Tags', ...tags, ...lists(seed, index, section)],
  ].join('\n');
}

/** The name of document n below the corpus' folder, a thousand files a folder. */
export function corpusPath(index: number): string {
  const folder = String(Math.floor(index / 1000)).padStart(4, '0');
  return `${folder}/page-${String(index).padStart(7, '0')}.txt`;
}

/**
 * Document n of a corpus: a page of 2.5 to 3.5 KB with its tags and two rankings; some are later captures of an article that came before.
 *
 * @param revision 0 for the page as first exported; others differ in their text
 * @param more paragraphs besides: 2 of them make pages of 3.5 KB on average
 */
export function corpusFile(seed: number, index: number, revision = 0, more = 0): CorpusFile {
  const chance = chanceOf(seed * 104_729 + index);
  const isRecapture = index > 0 && between(chance, 1, 100) <= RECAPTURES;
  const article = isRecapture ? between(chance, Math.max(0, index - 2000), index - 1) : index;
  return { path: corpusPath(index), text: pageOf(seed, index, article, isRecapture ? index : revision, more) };
}
