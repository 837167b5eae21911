import type { RankingScope } from '../documents';
import { BLANK_PROFILE, type Profile, type RankingLabel } from './profile';

const labels = (scope: RankingScope, texts: readonly string[]): readonly RankingLabel[] =>
  texts.map((label) => ({ label, scope, window: null }));

const SITE_RANKINGS = [
  ...['most popular', 'most popular articles', 'most popular stories', 'most popular news', 'most popular posts'],
  ...['most read', 'most read articles', 'most read stories', 'most read news', 'most viewed', 'most viewed articles'],
  ...['most viewed stories', 'most shared', 'most commented', 'most clicked', 'most watched', 'popular news'],
  ...['popular articles', 'popular stories', 'popular posts', 'popular now', 'popular', 'trending', 'trending now'],
  ...['trending news', 'trending stories', 'top read', 'top read stories', 'access ranking', 'ranking', 'rankings'],
  ...['article ranking', 'popularity ranking', 'read ranking', 'news ranking', 'popular ranking'],
  ...['アクセスランキング', '人気記事', '人気記事ランキング', '人気ランキング', 'ランキング', '記事ランキング', 'ニュースランキング'],
  ...['よく読まれている記事', 'よく読まれた記事', 'よく読まれています', '閲覧ランキング', 'アクセス数ランキング', '総合ランキング'],
  ...['総合アクセスランキング', '人気のニュース', '人気の記事', '読まれている記事', '注目ランキング', '急上昇ランキング'],
  ...['많이 본 뉴스', '많이 본 기사', '가장 많이 본 뉴스', '가장 많이 본 기사', '인기 기사', '인기 뉴스', '인기기사', '랭킹 뉴스', '많이 읽은 기사'],
  ...['热门新闻', '热门文章', '点击排行', '点击排行榜', '阅读排行', '阅读排行榜', '新闻排行', '新闻排行榜', '热门排行', '热点排行', '热榜', '排行榜'],
  ...['熱門新聞', '熱門文章', '點擊排行', '閱讀排行', '點閱排行', '熱門排行', '人氣排行', '最多人看'],
  ...['الأكثر قراءة', 'الاكثر قراءة', 'الأكثر مشاهدة', 'الاكثر مشاهدة', 'الأكثر شعبية', 'الأكثر تداولا'],
];

const SECTION_RANKINGS = [
  ...['most popular in {section}', 'most read in {section}', 'most viewed in {section}', 'popular in {section}'],
  ...['trending in {section}', '{section} most read', '{section} most popular', '{section} popular articles'],
  ...['{section}アクセスランキング', '{section}の人気記事', '{section}人気記事ランキング', '{section}ランキング'],
];

const OTHER_LISTS = [
  ...['latest', 'latest articles', 'latest news', 'latest stories', 'the latest', '{section} latest articles'],
  ...['related', 'related articles', 'related stories', 'related news', 'related topics', 'related links'],
  ...['related posts', 'related content', 'related coverage', 'recommended', 'recommended articles'],
  ...['recommended stories', 'recommended for you', 'you may also like', 'you might also like', 'more stories'],
  ...['more news', 'more on this story', 'read also', 'also read', 'see also', 'read next', "editor's picks"],
  ...["editors' picks", 'top stories', 'headlines', 'breaking news', 'recent articles', 'recent posts', 'recent news'],
  ...['what to read next', 'more from {section}', 'more in {section}', 'latest in {section}', 'in pictures'],
  ...['関連記事', '関連ニュース', '関連リンク', '関連トピックス', 'あわせて読みたい', '合わせて読みたい', 'おすすめ記事', 'おすすめ'],
  ...['おすすめニュース', '新着記事', '新着ニュース', '新着', '最新記事', '最新ニュース', '最新の記事', '主要ニュース', '注目記事', '注目ニュース', 'ピックアップ'],
  ...['こんな記事も', 'こちらもおすすめ', '速報', '編集部のおすすめ', 'この記事を読んだ人におすすめ'],
  ...['관련 기사', '관련기사', '관련 뉴스', '관련뉴스', '최신 기사', '최신기사', '최신 뉴스', '최신뉴스', '추천 기사', '추천기사', '추천 뉴스', '주요 뉴스', '주요뉴스'],
  ...['相关新闻', '相关阅读', '相关文章', '相关报道', '最新新闻', '最新消息', '推荐阅读', '猜你喜欢', '相關新聞', '相關文章', '延伸閱讀', '最新文章', '推薦閱讀'],
  ...['أخبار ذات صلة', 'اقرأ أيضا', 'اقرأ أيضًا', 'مواضيع ذات صلة', 'آخر الأخبار', 'أحدث الأخبار', 'المزيد من الأخبار'],
];

const FURNITURE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...['share', 'share this', 'share this article', 'share this story', 'share on facebook', 'share on twitter'],
      ...['share on x', 'share on line', 'share on linkedin', 'share on whatsapp', 'share via email', 'tweet', 'retweet'],
      ...['facebook', 'twitter', 'whatsapp', 'linkedin', 'copy link', 'copy url', 'email', 'e-mail', 'print'],
      ...['print this article', 'bookmark', 'save', 'save article', 'share & save', 'facebook twitter email print'],
      ...['シェア', 'シェアする', 'ツイート', 'ツイートする', 'ポスト', 'lineで送る', 'はてなブックマーク', 'リンクをコピー', '印刷', 'この記事をシェア'],
      ...['保存', 'クリップする', 'フェイスブック', '공유', '공유하기', '페이스북', '트위터', '카카오톡', '링크 복사', '인쇄', '프린트'],
      ...['分享', '分享到', '打印', '收藏', '微信', '微博', '複製連結', 'مشاركة', 'شارك', 'طباعة', 'نسخ الرابط'],
    ].map((line) => [line, 'share-line']),
  ),
  ...Object.fromEntries(
    [
      ...['advertisement', 'advertisements', 'ad', 'sponsored', 'sponsored content', 'promoted', 'article continues below'],
      ...['advertisement - scroll to continue', 'story continues below advertisement', '[ad]', '- advertisement -'],
      ...['広告', '[pr]', '【広告】', 'スポンサーリンク', '광고', '广告', '廣告', 'إعلان'],
    ].map((line) => [line, 'advertisement']),
  ),
  ...Object.fromEntries(
    [
      ...['menu', 'home', 'search', 'log in', 'login', 'sign in', 'sign up', 'subscribe', 'subscribe now', 'register'],
      ...['skip to content', 'skip to main content', 'back to top', 'read more', 'continue reading', 'load more', 'show more'],
      ...['next', 'previous', 'next article', 'previous article', 'back to home', 'loading...', 'view all', 'see all'],
      ...['read full article', 'read the full story', 'listen', 'listen to this article', 'follow us', 'contact us', 'about us'],
      ...['privacy policy', 'terms of use', 'terms of service', 'cookie policy', 'sitemap', 'site map', 'accept cookies'],
      ...['accept all', 'newsletter', 'newsletters', 'sign up for our newsletter', 'subscribe to our newsletter', 'open in app'],
      ...['メニュー', 'ホーム', '検索', 'ログイン', '会員登録', 'トップページ', 'ページトップへ', 'もっと見る', '続きを読む', '一覧を見る', '次へ', '前へ'],
      ...['本文へスキップ', 'プライバシーポリシー', '利用規約', 'お問い合わせ', 'サイトマップ', '無料会員登録', '記事を読む', '全文を読む'],
      ...['메뉴', '홈', '검색', '로그인', '회원가입', '더보기', '구독', '구독하기', '首页', '登录', '注册', '搜索', '返回顶部', '更多', '首頁', '登入'],
      ...['الرئيسية', 'بحث', 'تسجيل الدخول', 'المزيد', 'اشترك'],
    ].map((line) => [line, 'navigation']),
  ),
  ...{ published: 'date-label', updated: 'date-label', 'last updated': 'date-label', 公開日: 'date-label' },
};

/** The reading of a document of an unknown site: what most newspapers print alike. Its data is added to every other profile. */
export const GENERAL: Profile = {
  ...BLANK_PROFILE,
  id: 'general',
  publisher: null,
  rankings: [...labels('site', SITE_RANKINGS), ...labels('section', SECTION_RANKINGS)],
  otherLists: OTHER_LISTS,
  sections: [
    ...['news', 'world', 'world news', 'local', 'local news', 'national', 'politics', 'business', 'economy', 'markets'],
    ...['sports', 'sport', 'culture', 'arts', 'entertainment', 'lifestyle', 'life', 'science', 'technology', 'tech'],
    ...['health', 'opinion', 'society', 'education', 'environment', 'weather', 'travel', 'food', 'asia', 'europe', 'japan'],
    ...['社会', '政治', '経済', '国際', 'スポーツ', '文化', '科学', 'エンタメ', '芸能', '地域', '暮らし', 'くらし', 'ライフ', '教育', '医療', '環境', 'オピニオン'],
    ...['정치', '경제', '사회', '문화', '국제', '스포츠', '연예', 'it', '오피니언', '국내', '社会新闻', '国内', '财经', '体育', '娱乐', '科技', '國際', '財經', '體育'],
    ...['سياسة', 'اقتصاد', 'رياضة', 'ثقافة', 'علوم', 'العالم', 'أخبار'],
  ],
  kickers: ['editorial', 'opinion', 'analysis', 'exclusive', 'interview', 'feature', 'breaking', 'live', 'column', '社説', '独自', '速報'],
  tagLabels: ['tags', 'tag', 'related tags', 'keywords', 'topics', 'タグ', 'キーワード', '関連タグ', '태그', '키워드', '标签', '标签:', '標籤', '关键词', 'كلمات مفتاحية', 'الوسوم'],
  relatedLabels: ['you may also like to read'],
  endLabels: [
    ...['comments', 'leave a comment', 'post a comment', 'add a comment', 'join the conversation', 'reader comments'],
    ...['コメント', 'コメントを書く', 'みんなのコメント', '댓글', '댓글 쓰기', '评论', '网友评论', '發表評論', '留言', 'التعليقات', 'تعليقات'],
  ],
  furniture: FURNITURE,
  furniturePrefixes: {
    'copyright ': 'copyright',
    '(c) ': 'copyright',
    '© ': 'copyright',
    '©': 'copyright',
    'all rights reserved': 'copyright',
    '無断転載': 'copyright',
    '저작권자': 'copyright',
    '版权所有': 'copyright',
    'source: ': 'source-name',
    '来源:': 'source-name',
    '來源:': 'source-name',
    '出典:': 'source-name',
    '출처:': 'source-name',
    '출처 :': 'source-name',
    'this site uses cookies': 'navigation',
    'we use cookies': 'navigation',
  },
  creditNames: [
    ...['reuters', 'ap', 'afp', 'ap photo', 'afp-jiji', 'jiji', 'jiji press', 'kyodo', 'kyodo news', 'getty images'],
    ...['file photo', 'reuters file photo', 'ap file photo', 'bloomberg', 'xinhua', 'yonhap', 'shutterstock', 'afp photo'],
    ...['the associated press', 'associated press', 'pool photo', 'epa', 'dpa', 'pa media', 'istock', 'courtesy photo'],
    ...['共同', '時事', 'ロイター', '読売新聞', '新华社', '新華社', '연합뉴스', 'رويترز', 'أ ف ب', 'أ.ف.ب'],
  ],
  creditPrefixes: [
    ...['courtesy of ', 'provided by ', 'photo by ', 'photo: ', 'photos by ', 'photo courtesy of ', 'photo credit: ', 'credit: '],
    ...['image: ', 'image credit: ', 'image courtesy of ', 'picture: ', 'photograph: ', 'photograph by ', 'images: ', 'pool via '],
    ...['image source, ', 'image source: ', 'file photo: ', 'handout', '写真:', '写真=', '写真・', '写真提供:', '写真提供=', '提供:', '提供=', '撮影:', '撮影='],
    ...['画像:', '画像提供:', '사진=', '사진:', '사진 제공=', '사진제공=', '图片来源:', '图源:', '摄影:', '供图', '圖:', '图:', 'صورة:', 'المصدر:', 'تصوير:'],
  ],
  creditSuffixes: [
    ...[' file photo', ' photo', ' photos', '/reuters', '/ap', '/afp', '/getty images', ' via reuters', ' via ap', ' via getty images'],
    ...['提供', '撮影', '=共同', '=ロイター', '社提供', ' 제공', ' 기자 촬영'],
  ],
  captionPrefixes: ['image caption, ', 'image caption: ', 'caption: ', 'photo caption: '],
  bylinePrefixes: [
    ...['by ', 'written by ', 'story by ', 'words by ', 'text by ', 'reported by ', '文・', '文=', '文:', '取材・文:', '取材・文=', '執筆:', '執筆者:', '著者:'],
    ...['記者:', '筆者:', '作者:', '作者', '记者:', '文/', '글=', '글:', '기자:', 'بقلم:', 'بقلم', 'كتب:', 'كتبت:', 'كتب'],
  ],
  bylineSuffixes: ['記者', ' 기자', ' 특파원', '特派員', '编辑'],
};
