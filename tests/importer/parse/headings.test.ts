import { recordsFromText } from '../../../src/importer/records-from-text';

const JAPAN_NEWS = '14:15 JST, April 10, 2025';
const ELSEWHERE = 'April 10, 2025';

function listBelow(heading: string, dateline: string): readonly unknown[] {
  const lines = ['Harbor Town Opens a Bridge', dateline, 'The bridge is open, the mayor said.', heading];
  const text = [...lines, '1. Ferry Returns', '2. Lamp Relit'].join('\n');
  const [record] = recordsFromText(text, { path: 'a.txt', importedAt: '2025-05-01T00:00:00.000Z' });
  return (record?.rankingLists ?? []).map(({ scope, articleSection, window }) => [scope, articleSection, window]);
}

describe.each([JAPAN_NEWS, ELSEWHERE])('headings of lists, on a page of %s', (dateline) => {
  it.each([
    ['「政治」アクセスランキング', 'section', '政治', null],
    ['『政治』の人気記事', 'section', '政治', null],
    ['「政治」週間アクセスランキング', 'section', '政治', '7d'],
    ['“Politics” Most Popular', 'section', 'Politics', null],
    ['Most Popular in "Harbor Life"', 'section', 'Harbor Life', null],
    ['USA Today Most Popular', 'section', 'USA Today', null],
    ['Politics Today Most Popular', 'section', 'Politics', '24h'],
    ['Most Popular Today', 'site', null, '24h'],
    ['10日間アクセスランキング', 'site', null, null],
    ['過去10日間のアクセスランキング', 'site', null, null],
    ['7日間アクセスランキング', 'site', null, '7d'],
  ])('%s', (heading, scope, section, window) => {
    expect(listBelow(heading, dateline)).toEqual([[scope, section, window]]);
  });
});
