import { BLANK_PROFILE, type Profile } from './profile';

/** The Japan News (The Yomiuri Shimbun): body text, main text, whole pages and section pages. */
export const THE_JAPAN_NEWS: Profile = {
  ...BLANK_PROFILE,
  id: 'the-japan-news',
  publisher: 'The Japan News',
  hosts: ['japannews.yomiuri.co.jp', 'the-japan-news.com'],
  rankings: [
    { label: '"{section}" popular article', scope: 'section', window: null },
    { label: '"{section}" popular articles', scope: 'section', window: null },
    { label: '{section} popular articles', scope: 'section', window: null },
    { label: 'top articles in {section}', scope: 'section', window: null },
    { label: 'popular articles', scope: 'site', window: null },
    { label: 'jn access ranking', scope: 'site', window: null },
  ],
  otherLists: ['latest articles', '{section} latest articles', '"{section}" latest articles', 'related articles'],
  sections: [
    ...['society', 'general news', 'crime & courts', 'noto peninsula earthquake', 'politics', 'government & politics'],
    ...['politics & government', 'election', 'defense & security', 'courts', 'diplomacy', 'business', 'economy'],
    ...['companies', 'market', 'markets', 'yomiuri shimbun photos', 'world', 'asia-pacific', 'americas', 'europe'],
    ...['u.s. & canada', 'china', 'korean peninsula', 'middle east', 'africa', 'wider world', 'sports', 'baseball'],
    ...['soccer', 'sumo', 'golf', 'tennis', 'figure skating', 'olympics', 'olympics & paralympics', 'other sports'],
    ...['culture', 'arts', 'music', 'books', 'theater', 'film & tv', 'stage', 'manga & anime', 'traditional culture'],
    ...['science & nature', 'science', 'technology', 'environment', 'climate change', 'health', 'features'],
    ...['lifestyle', 'food', 'travel', 'travel spots', 'japan in focus', 'tokyo city', 'opinion', 'editorial', 'editorials'],
    ...['original', 'perspectives', 'news services', 'ap', 'reuters', 'jiji press', 'afp-jiji', 'weekly edition'],
  ],
  kickers: ['editorial', 'yomiuri editorial', 'news in pictures', 'troubleshooter', 'asia inside review', 'photo gallery'],
  tagLabels: ['related tags'],
  relatedLabels: ['you may also like to read'],
  furniture: {
    'add thejapannews to your google news feed.': 'feed-notice',
    'add the japan news to your google news feed.': 'feed-notice',
  },
  furniturePrefixes: { 'hot word :': 'hot-words', 'hot word:': 'hot-words', 'hot words :': 'hot-words' },
  sourceNames: ['the japan news', 'the yomiuri shimbun', 'yomiuri shimbun', 'the japan news by the yomiuri shimbun'],
  creditNames: ['the yomiuri shimbun', 'yomiuri shimbun', 'the japan news', 'yomiuri shimbun file photo'],
  creditPosition: 'above',
  headlinesInTitleCase: true,
  datelineShapes: ['00:00 jst, ', '0:00 jst, '],
};
