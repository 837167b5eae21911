import { phrases } from './phrases';

/** Headings of popularity lists of a whole site. */
export const SITE_RANKINGS = phrases(`
  most popular | most popular articles | most popular stories | most popular news | most popular posts |
  most read | most read articles | most read stories | most read news | most viewed | most viewed articles |
  most viewed stories | most shared | most commented | most clicked | most watched | popular news |
  popular articles | popular stories | popular posts | popular now | popular | trending | trending now |
  trending news | trending stories | top read | top read stories | access ranking | ranking | rankings |
  article ranking | popularity ranking | read ranking | news ranking | popular ranking | アクセスランキング | 人気記事 |
  人気記事ランキング | 人気ランキング | ランキング | 記事ランキング | ニュースランキング | よく読まれている記事 | よく読まれた記事 | よく読まれています | 閲覧ランキング | アクセス数ランキング |
  総合ランキング | 総合アクセスランキング | 人気のニュース | 人気の記事 | 読まれている記事 | 注目ランキング | 急上昇ランキング | 많이 본 뉴스 | 많이 본 기사 | 가장 많이 본 뉴스 |
  가장 많이 본 기사 | 인기 기사 | 인기 뉴스 | 인기기사 | 랭킹 뉴스 | 많이 읽은 기사 | 热门新闻 | 热门文章 | 点击排行 | 点击排行榜 | 阅读排行 | 阅读排行榜 | 新闻排行 |
  新闻排行榜 | 热门排行 | 热点排行 | 热榜 | 排行榜 | 熱門新聞 | 熱門文章 | 點擊排行 | 閱讀排行 | 點閱排行 | 熱門排行 | 人氣排行 | 最多人看 | الأكثر قراءة |
  الاكثر قراءة | الأكثر مشاهدة | الاكثر مشاهدة | الأكثر شعبية | الأكثر تداولا
`);

/** Headings of popularity lists of a section. */
export const SECTION_RANKINGS = phrases(`
  most popular in {section} | most read in {section} | most viewed in {section} | popular in {section} |
  trending in {section} | {section} most read | {section} most popular | {section} popular articles | {section}アクセスランキング | {section}の人気記事 |
  {section}人気記事ランキング | {section}ランキング
`);

/** Headings of lists that rank nothing. */
export const OTHER_LISTS = phrases(`
  latest | latest articles | latest news | latest stories | the latest | {section} latest articles | related |
  related articles | related stories | related news | related topics | related links | related posts |
  related content | related coverage | recommended | recommended articles | recommended stories |
  recommended for you | you may also like | you might also like | more stories | more news | more on this story |
  read also | also read | see also | read next | editor's picks | editors' picks | top stories | headlines |
  breaking news | recent articles | recent posts | recent news | what to read next | more from {section} |
  more in {section} | latest in {section} | in pictures | 関連記事 | 関連ニュース | 関連リンク | 関連トピックス | あわせて読みたい | 合わせて読みたい |
  おすすめ記事 | おすすめ | おすすめニュース | 新着記事 | 新着ニュース | 新着 | 最新記事 | 最新ニュース | 最新の記事 | 主要ニュース | 注目記事 | 注目ニュース | ピックアップ |
  こんな記事も | こちらもおすすめ | 速報 | 編集部のおすすめ | この記事を読んだ人におすすめ | 관련 기사 | 관련기사 | 관련 뉴스 | 관련뉴스 | 최신 기사 | 최신기사 | 최신 뉴스 | 최신뉴스 |
  추천 기사 | 추천기사 | 추천 뉴스 | 주요 뉴스 | 주요뉴스 | 相关新闻 | 相关阅读 | 相关文章 | 相关报道 | 最新新闻 | 最新消息 | 推荐阅读 | 猜你喜欢 | 相關新聞 | 相關文章 |
  延伸閱讀 | 最新文章 | 推薦閱讀 | أخبار ذات صلة | اقرأ أيضا | اقرأ أيضًا | مواضيع ذات صلة | آخر الأخبار | أحدث الأخبار |
  المزيد من الأخبار
`);
