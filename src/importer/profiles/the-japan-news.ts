import type { Profile } from './profile';

/** The Japan News (The Yomiuri Shimbun), as its pages are exported. */
export const THE_JAPAN_NEWS: Profile = {
  id: 'the-japan-news',
  publisher: 'The Japan News',
  rankings: [
    { label: '"{section}" popular article', scope: 'section', window: null },
    { label: 'jn access ranking', scope: 'site', window: null },
  ],
  tagLabels: ['related tags'],
  furniture: { 'the japan news': 'source-name' },
};
