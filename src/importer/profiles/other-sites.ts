import { BLANK_PROFILE, type Profile } from './profile';

/** Yomiuri Shimbun Online, in Japanese. */
export const YOMIURI_ONLINE: Profile = {
  ...BLANK_PROFILE,
  id: 'yomiuri-online',
  publisher: '読売新聞オンライン',
  hosts: ['www.yomiuri.co.jp'],
  sourceNames: ['読売新聞オンライン', '読売新聞'],
  creditNames: ['読売新聞'],
  furniture: { 読者会員限定です: 'navigation', 記事へのコメント: 'navigation' },
};

/** BBC News: `Image source, …`, `Image caption, …`, `Published` on a line of its own. */
export const BBC_NEWS: Profile = {
  ...BLANK_PROFILE,
  id: 'bbc-news',
  publisher: 'BBC News',
  hosts: ['bbc.com', 'bbc.co.uk'],
  rankings: [{ label: 'most read', scope: 'site', window: null }],
  otherLists: [
    'more on this story',
    'related internet links',
    'top stories',
    'elsewhere on the bbc',
    'more to explore',
  ],
  sourceNames: ['bbc news', 'bbc'],
  creditPrefixes: ['image source, '],
  captionPrefixes: ['image caption, '],
  bylinePrefixes: ['by '],
  zones: { BST: '+01:00', IST: '+01:00' },
  dateOrder: 'day-first',
};

/** The Guardian: `Thu 10 Apr 2025 14.15 BST`, `Most viewed`. */
export const THE_GUARDIAN: Profile = {
  ...BLANK_PROFILE,
  id: 'the-guardian',
  publisher: 'The Guardian',
  hosts: ['theguardian.com'],
  rankings: [{ label: 'most viewed in {section}', scope: 'section', window: null }],
  otherLists: ['more on this story', 'explore more on these topics', 'related stories'],
  sourceNames: ['the guardian'],
  creditPrefixes: ['photograph: ', 'composite: ', 'illustration: '],
  furniture: {
    'reuse this content': 'navigation',
    'view image in fullscreen': 'navigation',
    'support the guardian': 'navigation',
  },
  zones: { BST: '+01:00', AEST: '+10:00' },
  dateOrder: 'day-first',
};

/** Yonhap News Agency, in Korean and in English. */
export const YONHAP: Profile = {
  ...BLANK_PROFILE,
  id: 'yonhap',
  publisher: 'Yonhap News Agency',
  hosts: ['yna.co.kr'],
  sourceNames: ['yonhap news agency', '연합뉴스'],
  creditNames: ['yonhap', '연합뉴스', '(yonhap)'],
  furniturePrefixes: { '<저작권자': 'copyright', '제보는 카카오톡': 'navigation' },
};

/** Xinhua, in Chinese and in English. */
export const XINHUA: Profile = {
  ...BLANK_PROFILE,
  id: 'xinhua',
  publisher: 'Xinhua',
  hosts: ['news.cn', 'xinhuanet.com'],
  sourceNames: ['xinhua', '新华网', '来源:新华网', '新华社'],
  furniturePrefixes: { 责任编辑: 'editor-note', '【责任编辑': 'editor-note', '【纠错】': 'navigation' },
  zones: { CST: '+08:00' },
};

/** Al Jazeera, in Arabic and in English. */
export const AL_JAZEERA: Profile = {
  ...BLANK_PROFILE,
  id: 'al-jazeera',
  publisher: 'Al Jazeera',
  hosts: ['aljazeera.net', 'aljazeera.com'],
  sourceNames: ['al jazeera', 'الجزيرة', 'المصدر: الجزيرة'],
  otherLists: ['list of 3 items', 'list of 4 items', 'recommended stories'],
  dateOrder: 'day-first',
};
