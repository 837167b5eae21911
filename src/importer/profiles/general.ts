import type { RankingScope } from '../documents';
import { FURNITURE, FURNITURE_PREFIXES } from './general-furniture';
import { OTHER_LISTS, SECTION_RANKINGS, SITE_RANKINGS } from './general-lists';
import { phrases } from './phrases';
import { BLANK_PROFILE, type Profile, type RankingLabel } from './profile';

const labels = (scope: RankingScope, texts: readonly string[]): readonly RankingLabel[] =>
  texts.map((label) => ({ label, scope, window: null }));

/** Beginnings and ends keep their spaces, so that `by ` is no beginning of `bypass`. */
const CREDIT_PREFIXES = [
  'reuters/',
  'ap photo/',
  'afp/',
  'getty images/',
  'courtesy of ',
  'provided by ',
  'photo by ',
  'photo: ',
  'photos by ',
  'photo courtesy of ',
  'photo credit: ',
  'credit: ',
  'image: ',
  'image credit: ',
  'image courtesy of ',
  'picture: ',
  'photograph: ',
  'photograph by ',
  'images: ',
  'pool via ',
  'image source, ',
  'image source: ',
  'file photo: ',
  'handout',
  '写真:',
  '写真=',
  '写真・',
  '写真提供:',
  '写真提供=',
  '提供:',
  '提供=',
  '撮影:',
  '撮影=',
  '画像:',
  '画像提供:',
  '사진=',
  '사진:',
  '사진 제공=',
  '사진제공=',
  '图片来源:',
  '图源:',
  '摄影:',
  '供图',
  '圖:',
  '图:',
  'صورة:',
  'المصدر:',
  'تصوير:',
];
const CREDIT_SUFFIXES = [
  ' file photo',
  ' photo',
  ' photos',
  '/reuters',
  '/ap',
  '/afp',
  '/getty images',
  ' via reuters',
  ' via ap',
  ' via getty images',
  '提供',
  '撮影',
  '=共同',
  '=ロイター',
  '社提供',
  ' 제공',
  ' 기자 촬영',
];
const BYLINE_PREFIXES = [
  'by ',
  'written by ',
  'story by ',
  'words by ',
  'text by ',
  'reported by ',
  '文・',
  '文=',
  '文:',
  '取材・文:',
  '取材・文=',
  '執筆:',
  '執筆者:',
  '著者:',
  '記者:',
  '筆者:',
  '作者:',
  '作者',
  '记者:',
  '文/',
  '글=',
  '글:',
  '기자:',
  'بقلم:',
  'بقلم',
  'كتب:',
  'كتبت:',
  'كتب',
];

/** The reading of a document of an unknown site: what most newspapers print alike. Its data is added to every other profile. */
export const GENERAL: Profile = {
  ...BLANK_PROFILE,
  id: 'general',
  publisher: null,
  rankings: [...labels('site', SITE_RANKINGS), ...labels('section', SECTION_RANKINGS)],
  otherLists: OTHER_LISTS,
  sections: phrases(`
  news | world | world news | local | local news | national | politics | business | economy | markets | sports |
  sport | culture | arts | entertainment | lifestyle | life | science | technology | tech | health | opinion |
  society | education | environment | weather | travel | food | asia | europe | japan | 社会 | 政治 | 経済 | 国際 | スポーツ |
  文化 | 科学 | エンタメ | 芸能 | 地域 | 暮らし | くらし | ライフ | 教育 | 医療 | 環境 | オピニオン | 정치 | 경제 | 사회 | 문화 | 국제 | 스포츠 | 연예 | it |
  오피니언 | 국내 | 社会新闻 | 国内 | 财经 | 体育 | 娱乐 | 科技 | 國際 | 財經 | 體育 | سياسة | اقتصاد | رياضة | ثقافة | علوم | العالم |
  أخبار
`),
  kickers: phrases(`
  editorial | opinion | analysis | exclusive | interview | feature | breaking | live | column | 社説 | 独自 | 速報
`),
  tagLabels: phrases(`
  tags | tag | related tags | keywords | topics | タグ | キーワード | 関連タグ | 태그 | 키워드 | 标签 | 标签: | 標籤 | 关键词 |
  كلمات مفتاحية | الوسوم
`),
  endLabels: phrases(`
  comments | leave a comment | post a comment | add a comment | join the conversation | reader comments | コメント |
  コメントを書く | みんなのコメント | 댓글 | 댓글 쓰기 | 评论 | 网友评论 | 發表評論 | 留言 | التعليقات | تعليقات
`),
  creditNames: phrases(`
  reuters | ap | afp | ap photo | afp-jiji | jiji | jiji press | kyodo | kyodo news | getty images | file photo |
  reuters file photo | ap file photo | bloomberg | xinhua | yonhap | shutterstock | afp photo |
  the associated press | associated press | pool photo | epa | dpa | pa media | istock | courtesy photo | 共同 |
  時事 | ロイター | 読売新聞 | 新华社 | 新華社 | 연합뉴스 | رويترز | أ ف ب | أ.ف.ب
`),
  relatedLabels: ['you may also like to read'],
  furniture: FURNITURE,
  furniturePrefixes: FURNITURE_PREFIXES,
  creditPrefixes: CREDIT_PREFIXES,
  creditSuffixes: CREDIT_SUFFIXES,
  captionPrefixes: ['image caption, ', 'image caption: ', 'caption: ', 'photo caption: '],
  bylinePrefixes: BYLINE_PREFIXES,
  bylineSuffixes: ['記者', ' 기자', ' 특파원', '特派員', '编辑'],
};
