import { chooseSite } from '../../../src/importer/parse/choose-site';
import { toLines } from '../../../src/importer/parse/lines';
import { BUILT_IN_SITES } from '../../../src/importer/profiles';
import { rows } from '../rows';

/** Each time with sites of its own, so that nothing is known of them from the test before. */
function chosen(texts: readonly string[], url: string | null = null): string | undefined {
  return chooseSite([...BUILT_IN_SITES], toLines(texts.join('\n')), url)?.profile.id;
}

describe('the site of a page, by its lines', () => {
  rows([
    [['JN ACCESS RANKING'], 'the-japan-news'],
    [['14:15 JST, April 10, 2025'], 'the-japan-news'],
    [['4:15 JST, April 10, 2025'], 'the-japan-news'],
    [['Related articles', '"Politics" POPULAR ARTICLE'], 'the-japan-news'],
    [['Top Articles in Society'], 'the-japan-news'],
    [['読売新聞オンライン'], 'yomiuri-online'],
    [['BBC News'], 'bbc-news'],
    [['Elsewhere on the BBC'], 'bbc-news'],
    [['The Guardian'], 'the-guardian'],
    [['Yonhap News Agency'], 'yonhap'],
    [['新华网'], 'xinhua'],
    [['Al Jazeera'], 'al-jazeera'],
    [['BBC News', 'The Guardian', 'The Guardian'], 'the-guardian'],
    [['The Guardian', 'BBC News'], 'bbc-news'],
    [[], 'general'],
    [['Bell Kept'], 'general'],
    [['Most Read', 'Reuters', 'Related Tags', 'Popular Articles'], 'general'],
    [['114:15 JST, April 10, 2025'], 'general'],
    [['14:15 KST, April 10, 2025'], 'general'],
    [['"" POPULAR ARTICLE'], 'general'],
    [['Top Articles in '], 'general'],
    [['See Top Articles in Society'], 'general'],
    [[`JN ACCESS RANKING ${'x'.repeat(80)}`], 'general'],
  ])('%j: %s', (texts, site) => {
    expect(chosen(texts)).toBe(site);
  });
});

describe('the site of a page, by its address', () => {
  const LINES = ['BBC News', 'Elsewhere on the BBC'];
  rows<[string, string[], string]>([
    ['https://www.theguardian.com/x', [], 'the-guardian'],
    ['https://theguardian.com/x', [], 'the-guardian'],
    ['https://THEGUARDIAN.com/x', [], 'the-guardian'],
    ['https://nottheguardian.com/x', [], 'general'],
    ['https://theguardian.com.example/x', [], 'general'],
    ['https://www.theguardian.com/x', LINES, 'the-guardian'],
    ['https://mikaze.example/x', LINES, 'general'],
    ['https://mikaze.example/x', [...LINES, 'BBC'], 'bbc-news'],
    ['no address', LINES, 'bbc-news'],
    ['https://web.archive.org/web/2025/https://www.bbc.com/news/1', [], 'bbc-news'],
    ['http://archive.org/web/2025/http://bbc.co.uk/news/1', [], 'bbc-news'],
    ['https://archive.is/https://bbc.co.uk/news/1', [], 'bbc-news'],
    ['https://mikaze.example/?https://archive.is/https://bbc.co.uk/news/1', [], 'general'],
    ['https://mikaze.example/https://bbc.co.uk/news/1', [], 'general'],
    [`https://archive.is/${'x'.repeat(61)}https://bbc.co.uk/news/1`, [], 'general'],
    ['https://archive.is/https://', [], 'general'],
  ])('%s above %j: %s', (url, texts, site) => {
    expect(chosen(texts, url)).toBe(site);
  });

  it('leaves a page of a known site to no other, the general reading aside', () => {
    const [first, ...others] = BUILT_IN_SITES;
    const lines = toLines(Array(9).fill('JN ACCESS RANKING').join('\n'));
    expect(chooseSite([...others], lines, 'https://www.bbc.com/1')?.profile.id).toBe('bbc-news');
    expect(chooseSite(first === undefined ? [] : [first, ...others], lines, 'https://www.bbc.com/1')?.profile.id).toBe(
      'bbc-news',
    );
    expect(chooseSite([], lines, null)).toBeUndefined();
  });
});
