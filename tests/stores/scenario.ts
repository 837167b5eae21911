import type { Core } from '@strapi/strapi';
import type { DocumentRecord } from '../../src/importer/records';
import { body, list, record } from './records';

/**
 * One step of the story that both stores go through. Up to an `exact` one the places of articles in the lists of their tags are compared as
 * well: later Strapi moves them with each publication, and the bulk store lets them be.
 */
export type Step = { readonly name: string; readonly exact?: boolean } & (
  | { readonly status: 'draft' | 'published'; readonly records: readonly DocumentRecord[] }
  | { readonly edit: (strapi: Core.Strapi) => Promise<void> }
);

const ARTICLE = 'api::article.article';

const photo = { caption: 'The harbor at dusk', creditText: 'The Harbor News' };
const RANKING = list('ACCESS RANKING', [
  'Ferry Fares to Rise in Spring',
  'Lighthouse Keeper Retires',
  'Two of a Name',
  'Council Votes on the New Fish Mark...',
  'Nobody Wrote This One',
]);

const FIRST: readonly DocumentRecord[] = [
  record({
    path: 'ferry.txt',
    article: {
      headline: 'Ferry Fares to Rise in Spring',
      ...{ kicker: 'Harbor', tags: ['Ferries', 'Money'], dateModified: '2025-04-11T00:00:00.000Z' },
      photos: [photo, { caption: 'A ticket 🎫', creditText: null }],
      authors: [{ name: 'Ann Oar', affiliation: 'Staff Writer' }],
      body: body('Fares go up.', 'By a tenth, says the council.'),
    },
    lists: [RANKING, list('"Politics" POPULAR', ['Ferry Fares to Rise in Spring'])],
  }),
  record({ path: 'name-1.txt', article: { headline: 'Two of a Name', tags: ['ferries', 'Names'] }, lists: [RANKING] }),
  record({
    path: 'name-2.txt',
    article: { headline: 'Two of a Name', tags: ['ＮＡＭＥＳ'], datePublished: '2025-04-12T00:00:00.000Z' },
  }),
  record({
    path: 'name-3.txt',
    article: { headline: 'Two of a Name', datePublished: null, datePublishedPrecision: null },
  }),
  record({ path: 'japanese.txt', article: { headline: '港の夜祭り', tags: ['祭り', 'Ferries'], inLanguage: 'ja' } }),
  record({ path: 'nameless.txt', article: { headline: null, tags: ['Money'] } }),
  record({ path: 'capture-1.txt', identity: 'text:one', article: { headline: 'Tide Table Lost', tags: ['Sea'] } }),
  record({ path: 'lists-only.txt', lists: [list('WEEKLY', ['Tide Table Lost', 'Lighthouse Keeper Retires'])] }),
  record({ path: 'no-date.txt', article: { headline: 'No date', datePublished: 'some day' } }),
  record({ path: 'too-long.txt', article: { headline: 'x'.repeat(1001) } }),
  record({
    path: 'long-author.txt',
    article: { headline: 'Long', authors: [{ name: 'n'.repeat(256), affiliation: null }] },
  }),
];

const CAPTURES: readonly DocumentRecord[] = [
  record({
    path: 'capture-2.txt',
    identity: 'text:one',
    article: { headline: 'Tide Table Lost', kicker: 'Found again', tags: ['Sea', 'Paper'] },
    lists: [RANKING],
  }),
  record({
    path: 'capture-0.txt',
    identity: 'text:one',
    article: { headline: 'Tide Table Lost', kicker: 'Found', tags: ['Sea'] },
  }),
];

const SECOND: readonly DocumentRecord[] = [
  record({ path: 'keeper.txt', article: { headline: 'Lighthouse Keeper Retires', tags: ['Sea', 'Ferries'] } }),
  record({ path: 'market-1.txt', article: { headline: 'Council Votes on the New Fish Market' } }),
  record({
    path: 'weekly.txt',
    lists: [
      list('WEEKLY', ['Lighthouse Keeper Retires (Update 1)', 'Lighthouse Keeper Retires', 'Lighthouse Keeper ...']),
      list('WEEKLY', ['Lighthouse Keeper Retires (Update 1)', 'Lighthouse Keeper Retires', 'Lighthouse Keeper ...']),
    ],
  }),
  record({ path: 'empty-body.txt', article: { headline: 'Empty', body: [], description: null } }),
  record({
    path: 'series.txt',
    article: { headline: 'A Series' },
    lists: [list('CUT', ['Council Votes on the ...', 'Lighthouse Keeper Reti…', 'Short ...'])],
  }),
];

const THIRD: readonly DocumentRecord[] = [
  record({ path: 'market-2.txt', article: { headline: 'Council Votes on the New Fish Marketplace' } }),
  record({ path: 'nobody.txt', article: { headline: 'NOBODY wrote this one', tags: ['money', 'Sea'] } }),
];

/** The article of a headline, as an editor finds it. */
async function find(strapi: Core.Strapi, headline: string): Promise<string> {
  const [row] = await strapi.db.query(ARTICLE).findMany({ where: { headline }, select: ['documentId'], limit: 1 });
  return row.documentId;
}

async function edit(strapi: Core.Strapi): Promise<void> {
  const update = async (headline: string, data: object): Promise<void> => {
    await strapi.documents(ARTICLE).update({ documentId: await find(strapi, headline), data: data as never });
  };
  await update('Lighthouse Keeper Retires', { kicker: "An editor's kicker" });
  await update('港の夜祭り', { kicker: 'Waiting edits' });
  await strapi.documents(ARTICLE).delete({ documentId: await find(strapi, 'Empty') });
}

const CHANGED: readonly DocumentRecord[] = [
  record({
    path: 'ferry.txt',
    article: {
      headline: 'Ferry Fares to Fall in Spring',
      ...{ kicker: 'Harbor', tags: ['Money', 'Corrections', 'Ferries'], dateModified: '2025-04-13T00:00:00.000Z' },
      photos: [{ caption: 'The harbor at dawn', creditText: 'The Harbor News' }],
      authors: [
        { name: 'Ann Oar', affiliation: 'Staff Writer' },
        { name: 'Ben Sail', affiliation: null },
      ],
      body: body('Fares go down.', 'By a tenth, says the council.'),
    },
    lists: [RANKING],
  }),
  record({ path: 'keeper.txt', article: { headline: 'Lighthouse Keeper Retires', kicker: 'Theirs', tags: ['Sea'] } }),
  record({ path: 'japanese.txt', article: { headline: '港の夜祭り', tags: [], dateline: 'Harbor', inLanguage: 'ja' } }),
  record({ path: 'empty-body.txt', article: { headline: 'Empty', body: body('No longer.') } }),
  record({
    path: 'capture-3.txt',
    identity: 'text:one',
    article: { headline: 'Tide Table Found', tags: ['Sea', 'Paper'] },
  }),
  record({
    path: 'market-1.txt',
    article: { headline: 'Fish Market Opens', authors: [{ name: 'Cy', affiliation: null }] },
  }),
  record({ path: 'name-1.txt', article: { headline: 'Two of a Name', tags: ['ferries', 'Names'] }, lists: [RANKING] }),
];

export const STEPS: readonly Step[] = [
  { name: 'a first import, published', exact: true, status: 'published', records: FIRST },
  { name: 'two more captures of one article', status: 'published', records: CAPTURES },
  { name: 'drafts that stored rows wait for', status: 'draft', records: SECOND },
  { name: 'articles that make links ambiguous, or find theirs', status: 'published', records: THIRD },
  { name: 'edits', edit },
  { name: 'changed documents', status: 'published', records: CHANGED },
  { name: 'everything once more', status: 'published', records: [...SECOND.slice(3), ...THIRD, ...CHANGED] },
];
