import { breadcrumbOf } from '../../../src/importer/parse/breadcrumb';
import { rows } from '../rows';

const long = (length: number) => 'x'.repeat(length);

rows([
  ['Home>Society>General News', 'General News'],
  ['HOME › News › Politics', 'Politics'],
  ['Home » News', 'News'],
  ['home＞社会', '社会'],
  ['Top → News', 'News'],
  ['ホーム > 社会', '社会'],
  ['トップ≫社会', '社会'],
  ['トップページ/社会', '社会'],
  ['홈 ／ 사회', '사회'],
  ['首页>社会', '社会'],
  ['首頁>社會', '社會'],
  ['الرئيسية > رياضة', 'رياضة'],
  ['Home>Society>', 'Society'],
  ['Home>', null],
  ['Home>>Society', 'Society'],
  ['Home>Society>Bell of the Lake Town Is Kept', 'Society'],
  ['Home>News of the lake town', 'News of the lake town'],
  [`Home>Society>${long(40)}`, long(40)],
  [`Home>Society>${long(41)}`, 'Society'],
  [`Home>Society>${long(187)}`.slice(0, 200), 'Society'],
])('%s: %s', (text, articleSection) => {
  expect(breadcrumbOf(text)).toEqual({ articleSection });
});

rows(['Home', 'Society>Home', 'My Home>Society', 'Home Society', 'Homes>Society', '', `Home>${long(196)}`])(
  '%s is none',
  (text) => {
    expect(breadcrumbOf(text)).toBeNull();
  },
);
