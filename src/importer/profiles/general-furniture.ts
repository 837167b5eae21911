import { phrases } from './phrases';

const all = (name: string, lines: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(lines.map((line) => [line, name]));

const SHARE_LINE = phrases(`
  share | share this | share this article | share this story | share on facebook | share on twitter | share on x |
  share on line | share on linkedin | share on whatsapp | share via email | tweet | retweet | facebook | twitter |
  whatsapp | linkedin | copy link | copy url | email | e-mail | print | print this article | bookmark | save |
  save article | share & save | facebook twitter email print | シェア | シェアする | ツイート | ツイートする | ポスト | lineで送る |
  はてなブックマーク | リンクをコピー | 印刷 | この記事をシェア | 保存 | クリップする | スクラップする | スクラップ | フェイスブック | 공유 | 공유하기 | 페이스북 | 트위터 | 카카오톡 | 링크 복사 | 인쇄 | 프린트 |
  分享 | 分享到 | 打印 | 收藏 | 微信 | 微博 | 複製連結 | مشاركة | شارك | طباعة | نسخ الرابط
`);

const ADVERTISEMENT = phrases(`
  advertisement | advertisements | ad | sponsored | sponsored content | promoted | article continues below |
  advertisement - scroll to continue | story continues below advertisement | [ad] | - advertisement - | 広告 |
  [pr] | 【広告】 | スポンサーリンク | 광고 | 广告 | 廣告 | إعلان
`);

const NAVIGATION = phrases(`
  有料記事 | 会員限定 | 会員限定記事 | 写真・図版 | 写真・図版を見る | 画像を拡大する | この記事は有料記事です |
  menu | home | search | log in | login | sign in | sign up | subscribe | subscribe now | register |
  skip to content | skip to main content | back to top | read more | continue reading | load more | show more |
  next | previous | next article | previous article | back to home | loading... | view all | see all |
  read full article | read the full story | listen | listen to this article | follow us | contact us | about us |
  privacy policy | terms of use | terms of service | cookie policy | sitemap | site map | accept cookies |
  accept all | newsletter | newsletters | sign up for our newsletter | subscribe to our newsletter | open in app |
  メニュー | ホーム | トップ | 検索 | ログイン | 会員登録 | トップページ | ページトップへ | もっと見る | 続きを読む | 一覧を見る | 次へ | 前へ | 本文へスキップ | プライバシーポリシー |
  利用規約 | お問い合わせ | サイトマップ | 無料会員登録 | 記事を読む | 全文を読む | 메뉴 | 홈 | 검색 | 로그인 | 회원가입 | 더보기 | 구독 | 구독하기 | 首页 | 登录 | 注册 |
  搜索 | 返回顶部 | 更多 | 首頁 | 登入 | الرئيسية | بحث | تسجيل الدخول | المزيد | اشترك
`);

const DATE_LABEL = phrases(`
  published | updated | last updated | 公開日
`);

/** Lines that most sites print around their articles, with what they are. */
export const FURNITURE: Readonly<Record<string, string>> = {
  ...all('share-line', SHARE_LINE),
  ...all('advertisement', ADVERTISEMENT),
  ...all('navigation', NAVIGATION),
  ...all('date-label', DATE_LABEL),
};

/** Beginnings of such lines. */
export const FURNITURE_PREFIXES: Readonly<Record<string, string>> = {
  'read more:': 'related-headline',
  'also read:': 'related-headline',
  'read also:': 'related-headline',
  'see also:': 'related-headline',
  '関連記事:': 'related-headline',
  'あわせて読みたい:': 'related-headline',
  'copyright ': 'copyright',
  '(c) ': 'copyright',
  '© ': 'copyright',
  '©': 'copyright',
  'all rights reserved': 'copyright',
  無断転載: 'copyright',
  저작권자: 'copyright',
  版权所有: 'copyright',
  '责任编辑:': 'editor-note',
  '責任編輯:': 'editor-note',
  '(责任编辑:': 'editor-note',
  '(责编:': 'editor-note',
  '责编:': 'editor-note',
  '【责任编辑': 'editor-note',
  '[责任编辑': 'editor-note',
  'source: ': 'source-name',
  '来源:': 'source-name',
  '來源:': 'source-name',
  '出典:': 'source-name',
  '출처:': 'source-name',
  '출처 :': 'source-name',
  'this site uses cookies': 'navigation',
  'follow us on ': 'navigation',
  'follow us at ': 'navigation',
  'sign up for our ': 'navigation',
  'sign up to our ': 'navigation',
  'subscribe to our ': 'navigation',
  'download our app': 'navigation',
  'we use cookies': 'navigation',
};
