import { hashTags, inlineTags, isBareTag } from '../../../src/importer/parse/tags';
import { lineOf } from './sites';
import { rows } from '../rows';

const long = (length: number) => 'x'.repeat(length);

describe('hash tags', () => {
  rows([
    ['#Snow', ['Snow']],
    ['#Snow #Hokkaido', ['Snow', 'Hokkaido']],
    ['＃大雪', ['大雪']],
    ['#Snow＃大雪', ['Snow', '大雪']],
    ['#3D Printing', ['3D Printing']],
    ['#_draft', ['_draft']],
    ['#2025 Expo', ['2025 Expo']],
    ['#2025x', ['2025x']],
    ['#Harbor town night market', ['Harbor town night market']],
    [`#${long(61)}`, [long(61)]],
    ['#a'.repeat(31), Array(31).fill('a')],
  ])('%s: %j', (text, expected) => {
    expect(hashTags(text)).toEqual(expected);
  });

  rows([
    ...['', 'Snow', 'Snow #Hokkaido', '# Snow', '#', '##Snow', '#1 Cat', '#1', '#123', '＃12 Cats', '#Snow # x'],
    ...['#Harbor town night market here', '#MeToo reaches Asanagi', `#${long(62)}`, '#a'.repeat(32), '#Snow #'],
  ])('%s: none', (text) => {
    expect(hashTags(text)).toBeNull();
  });

  rows(['#Rain falls on', '#X is it', '#Rain ss x', '#Rain falls'])('%s is read as tags or not', (text) => {
    expect(hashTags(text) === null).toBe(/^#Rain falls on$/.test(text));
  });
});

describe('tags behind a label', () => {
  rows([
    ['Tags: snow, Hokkaido', ['snow', 'Hokkaido']],
    ['Tag: snow', ['snow']],
    ['tags:snow', ['snow']],
    ['Keywords : snow; ice', ['snow', 'ice']],
    ['keyword: snow', ['snow']],
    ['Topics: snow | ice', ['snow', 'ice']],
    ['topic: snow', null],
    ['タグ：大雪、北海道', ['大雪', '北海道']],
    ['キーワード：大雪・氷', ['大雪', '氷']],
    ['関連タグ：大雪／氷', ['大雪', '氷']],
    ['태그: 눈，얼음', ['눈', '얼음']],
    ['키워드: 눈', ['눈']],
    ['标签：雪｜冰', ['雪', '冰']],
    ['關鍵字：雪；冰', ['雪', '冰']],
    ['关键词: 雪', ['雪']],
    ['الوسوم: ثلج، جليد', ['ثلج', 'جليد']],
    ['كلمات مفتاحية: ثلج', ['ثلج']],
    ['Tags: snow, , ice,', ['snow', 'ice']],
    [`Tags: ${long(40)}`, [long(40)]],
    [`Tags: ${long(41)}`, null],
    ['Tags: , ;', null],
    ['Tags:', null],
    ['Tags snow', null],
    ['My tags: snow', null],
    ['Mayor: snow', null],
    ['Tags', null],
    [`Tags: snow, ${long(80)}`, null],
  ])('%s: %j', (text, expected) => {
    expect(inlineTags(lineOf(text))).toEqual(expected);
  });

  it('looks at no line that is too long for a label', () => {
    const text = `Tags: ${Array(20).fill('snow').join(', ')}`;
    expect(inlineTags(lineOf(text))).toBeNull();
  });
});

describe('tags without a mark', () => {
  rows(['Snow', 'Harbor town night market', long(40), '大雪'])('%s can be one', (text) => {
    expect(isBareTag(text)).toBe(true);
  });

  rows([
    ...['Harbor town night market here', long(41), 'Snow.', 'Snow!', 'Snow?', '大雪。', '大雪！', '大雪？', '"Snow"'],
    ...['“Snow', 'Snow”', 'Snow: ice', '大雪：氷'],
  ])('%s can be none', (text) => {
    expect(isBareTag(text)).toBe(false);
  });
});
