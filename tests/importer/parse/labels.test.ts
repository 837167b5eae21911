import { labelOf } from '../../../src/importer/parse/labels';
import { rows } from '../rows';
import { GENERAL, JAPAN_NEWS, lineOf } from './sites';

const site = (title: string, window: '24h' | '7d' | '30d' | null = null) => ({
  ...{ kind: 'ranking', title, scope: 'site', articleSection: null, window, own: false, key: null },
});
const section = (title: string, articleSection: string) => ({ ...site(title), scope: 'section', articleSection });

describe('labels of any site', () => {
  rows([
    ['Most Read', site('Most Read')],
    ['■ Most Read ■', site('■ Most Read ■')],
    ['【アクセスランキング】', site('【アクセスランキング】')],
    ['Most Popular:', site('Most Popular:')],
    ['* Trending', site('* Trending')],
    ['<Most Viewed>', site('<Most Viewed>')],
    ['◆◆ 人気記事', site('◆◆ 人気記事')],
    ['Popular articles in the past week', site('Popular articles in the past week', '7d')],
    ['Most read (24 hours)', site('Most read (24 hours)', '24h')],
    ['月間アクセスランキング', site('月間アクセスランキング', '30d')],
    ['今週のアクセスランキング', site('今週のアクセスランキング', '7d')],
    ['年間アクセスランキング', site('年間アクセスランキング')],
    ['昨日のアクセスランキング', site('昨日のアクセスランキング')],
    ['Overall most popular', site('Overall most popular')],
    ['Website most read', site('Website most read')],
    ['Most read in Lake Life', section('Most read in Lake Life', 'Lake Life')],
    ['Lake Life most popular', section('Lake Life most popular', 'Lake Life')],
    ['社会ランキング', section('社会ランキング', '社会')],
    ['Most read in Ｌａｋｅ', section('Most read in Ｌａｋｅ', 'Ｌａｋｅ')],
    [`Most read in ${'x'.repeat(40)}`, section(`Most read in ${'x'.repeat(40)}`, 'x'.repeat(40))],
    [`Most read in ${'x'.repeat(41)}`, null],
    ['Most read in the lake town', null],
    ['Most read in our town', null],
    ['Most read in Town. Lake', null],
    ['Most read in ', null],
    ['Related Articles', { kind: 'other-list' }],
    ['More from Lake Life', { kind: 'other-list' }],
    ['Related Articles in the past week', null],
    ['Tags', { kind: 'tags' }],
    ['You may also like to read', { kind: 'related' }],
    ['Comments', { kind: 'end' }],
    ['Share', { kind: 'furniture', name: 'share-line' }],
    ['＃Share:', { kind: 'furniture', name: 'share-line' }],
    ['© 2025 Mikaze Times', { kind: 'furniture', name: 'copyright' }],
    [`Copyright ${'x'.repeat(60)}`, { kind: 'furniture', name: 'copyright' }],
    ['Read more: Bell Kept', { kind: 'furniture', name: 'related-headline' }],
    ['Bell Kept', null],
    ['■■', null],
    ['*"Most Read"', null],
    ['"Most Read"', null],
    ['The Most Read', null],
    [`Copyright ${'x'.repeat(80)}`, null],
    ['Weekly', null],
  ])('%s: %j', (text, expected) => {
    expect(labelOf(GENERAL, lineOf(text))).toEqual(expected);
  });
});

describe('lists of the whole site, named like those of a section', () => {
  rows([
    ...[
      '年間',
      '上半期',
      '下半期',
      '昨日',
      '昨日の',
      '前日の',
      '総合',
      '全体',
      '最新',
      '記事',
      'ニュース',
      '新着',
      'リアルタイム',
    ].map((name) => `${name}アクセスランキング`),
    ...['Annual', 'Yearly', 'Overall', 'Site', 'Website', 'Readers', 'Online', 'Hourly', 'Real-time', 'Live'].map(
      (name) => `${name} most popular`,
    ),
  ])('%s', (text) => {
    expect(labelOf(GENERAL, lineOf(text))).toEqual(site(text));
  });

  it('rank nothing where the lists of a section don’t', () => {
    expect(labelOf(GENERAL, lineOf('More from site'))).toEqual({ kind: 'other-list' });
  });
});

describe('labels of one site', () => {
  rows([
    ['JN ACCESS RANKING', { ...site('JN ACCESS RANKING'), own: true, key: 'jn-access-ranking' }],
    ['Popular Articles', { ...site('Popular Articles'), own: true, key: 'jn-popular' }],
    [
      'Popular articles in the past day',
      { ...site('Popular articles in the past day', '24h'), own: true, key: 'jn-popular' },
    ],
    [
      '"Politics" POPULAR ARTICLE',
      { ...section('"Politics" POPULAR ARTICLE', 'Politics'), own: true, key: '{section}-popular' },
    ],
    [
      '"Other Sports" POPULAR ARTICLES',
      { ...section('"Other Sports" POPULAR ARTICLES', 'Other Sports'), own: true, key: '{section}-popular' },
    ],
    ['Top Articles in U.S. & Canada', { ...section('Top Articles in U.S. & Canada', 'U.S. & Canada'), own: true }],
    ['Most Read', site('Most Read')],
    ['Society Latest Articles', { kind: 'other-list' }],
    ['The Japan News', { kind: 'source' }],
    ['Hot word : #Snow', { kind: 'furniture', name: 'hot-words' }],
    ['Add TheJapanNews to your Google News feed.', { kind: 'furniture', name: 'feed-notice' }],
  ])('%s: %j', (text, expected) => {
    expect(labelOf(JAPAN_NEWS, lineOf(text))).toEqual(expected);
  });
});
