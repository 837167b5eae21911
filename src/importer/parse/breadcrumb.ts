/** `Home>Society>General News`, `ホーム > 社会`, `HOME › News › Politics` */
const BREADCRUMB = /^(?:home|top|トップ|トップページ|ホーム|홈|首页|首頁|الرئيسية)\s?[>›»＞→≫/／]/i;
const SEPARATOR = /\s?[>›»＞→≫/／]\s?/;
const MAX_LENGTH = 200;
const MAX_SECTION = 40;

/**
 * Reads a breadcrumb.
 *
 * @returns the most specific section (the article's own headline may stand behind it), `null` inside where only the home page is
 * named; null where the line is no breadcrumb
 */
export function breadcrumbOf(text: string): { readonly articleSection: string | null } | null {
  if (text.length > MAX_LENGTH || !BREADCRUMB.test(text)) return null;
  const crumbs = text
    .split(SEPARATOR)
    .slice(1)
    .filter((crumb) => crumb !== '');
  const section = crumbs.filter((crumb) => crumb.length <= MAX_SECTION && crumb.split(' ').length <= 5).at(-1);
  return { articleSection: section ?? null };
}
