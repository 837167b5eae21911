import { headlineKey, headlineKeyPrefix } from '../../../src/importer/normalise/headline-key';
import { readableSlug, slugCandidates } from '../../../src/importer/normalise/slug';
import { tagKey, tagName, uniqueTagNames } from '../../../src/importer/normalise/tag-name';
import { blockText, toBlocks } from '../../../src/importer/normalise/blocks';
import { leadParagraph } from '../../../src/importer/normalise/description';
import { captureInstant } from '../../../src/importer/normalise/instant';
import { wordCount } from '../../../src/importer/normalise/word-count';

describe('headlineKey', () => {
  it('is one for spellings that differ in quotes, dashes, width, case and white space', () => {
    const printed = headlineKey('Mayor’s “Green Plan” Wins – Again');
    expect(headlineKey('mayor\'s "green plan"  wins - again')).toBe(printed);
    expect(headlineKey('Ｍayor’s “Green Plan”\u00a0Wins — Again\u200b')).toBe(printed);
  });

  it('leaves the update suffix aside', () => {
    expect(headlineKey('Ferry Runs Again (Update 2)')).toBe(headlineKey('Ferry Runs Again'));
    expect(headlineKey('Ferry Runs Again (Update)')).toBe(headlineKey('Ferry Runs Again'));
  });

  it('keeps long headlines apart within 191 characters', () => {
    const long = 'x'.repeat(300);
    expect(headlineKey(`${long}a`)).not.toBe(headlineKey(`${long}b`));
    expect(headlineKey(long).length).toBeLessThanOrEqual(191);
  });

  it('is empty for a blank headline', () => {
    expect(headlineKey(' \u00a0 ')).toBe('');
  });

  it('begins with the prefix of its truncated form, however long it is', () => {
    const long = `Harbour ${'bridge '.repeat(40)}opens`;
    expect(headlineKey(long).startsWith(headlineKeyPrefix(`${long.slice(0, 250)}...`))).toBe(true);
    expect(
      headlineKey('Harbour Bridge Opens in Hoshi').startsWith(headlineKeyPrefix('Harbour Bridge Opens in Ho...')),
    ).toBe(true);
    expect(headlineKeyPrefix('Harbour Bridge Opens in …')).toBe('harbour bridge opens in');
  });
});

describe('slugCandidates', () => {
  it('prefers the headline, then its day, then a hash', () => {
    const [first, second, third] = slugCandidates({
      headline: 'Harbour Bridge Opens',
      datePublished: '2025-04-10T05:15:00.000Z',
      seed: 's',
    });
    expect(first).toBe('harbour-bridge-opens');
    expect(second).toBe('harbour-bridge-opens-2025-04-10');
    expect(third).toMatch(/^harbour-bridge-opens-[0-9a-f]{10}$/);
  });

  it.each([['港の橋が開通'], ['港の橋 NATO が開通した日の朝'], ['항구 다리 개통'], ['!!!'], ['']])(
    'is never empty: %s',
    (headline) => {
      const slugs = slugCandidates({ headline, datePublished: null, seed: headline });
      expect(slugs).toHaveLength(1);
      expect(slugs[0]).toMatch(/^article-[0-9a-f]{10}$/);
    },
  );

  it('cuts a long headline at a word', () => {
    const slug = readableSlug('Seven words and then some '.repeat(10));
    expect(slug.length).toBeLessThanOrEqual(100);
    expect('seven-words-and-then-some-'.repeat(10)).toContain(`${slug}-`);
  });
});

describe('tags', () => {
  it('folds width and white space and drops the mark', () => {
    expect(tagName(' #Ｓnow  Storm ')).toBe('Snow Storm');
    expect(tagKey('#SNOW storm')).toBe(tagKey('Ｓnow　Storm'));
  });

  it('keeps the first spelling of each', () => {
    expect(uniqueTagNames(['#Snow', 'snow', '#', 'Ice'])).toEqual(['Snow', 'Ice']);
  });
});

describe('body', () => {
  const body = toBlocks([
    { type: 'heading', text: 'What happened' },
    { type: 'paragraph', text: 'The bridge — all of it — opened at 9 a.m.' },
  ]);

  it('becomes blocks of Strapi', () => {
    expect(body).toEqual([
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'What happened' }] },
      { type: 'paragraph', children: [{ type: 'text', text: 'The bridge — all of it — opened at 9 a.m.' }] },
    ]);
  });

  it('gives its first paragraph as the lead', () => {
    expect(leadParagraph(body)).toBe('The bridge — all of it — opened at 9 a.m.');
    expect(leadParagraph([{ type: 'paragraph', children: [{ type: 'text', text: ' ' }] }])).toBeNull();
    expect(leadParagraph('text')).toBeNull();
  });

  it('reads text out of links and lists', () => {
    expect(
      blockText({ type: 'list', children: [{ children: [{ type: 'link', children: [{ text: 'here' }] }] }] }),
    ).toBe('here');
  });

  it('counts words in spaced and unspaced scripts', () => {
    expect(wordCount(body)).toBe(11);
    expect(wordCount(toBlocks([{ type: 'paragraph', text: '港の橋が開通した。' }]))).toBeGreaterThan(3);
    expect(wordCount(null)).toBe(0);
  });

  it('counts the words of a long paragraph piece by piece, and the same', () => {
    const { segment } = Intl.Segmenter.prototype;
    const lengths: number[] = [];
    Intl.Segmenter.prototype.segment = function noted(text) {
      lengths.push(text.length);
      return segment.call(this, text);
    };
    try {
      const words = (text: string): number => wordCount(toBlocks([{ type: 'paragraph', text }]));
      const sentence = '港の灯りはとても静かだった。It was “quiet” 🏮 on the quay. ';
      expect(words(sentence.repeat(400))).toBe(words(sentence) * 400);
      expect(words(`${'🏮'.repeat(3000)}港`)).toBe(1);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(1000);
    } finally {
      Intl.Segmenter.prototype.segment = segment;
    }
  });
});

describe('captureInstant', () => {
  it('gives what carriers write one form', () => {
    const instant = '2025-04-10T05:15:00.000Z';
    expect(captureInstant('2025-04-10T05:15:00Z')).toBe(instant);
    expect(captureInstant('2025-04-10T14:15:00+09:00')).toBe(instant);
    expect(captureInstant('2025-04-10 14:15:00.000+0900')).toBe(instant);
    expect(captureInstant('2025-04-10t05:15z')).toBe(instant);
    expect(captureInstant('2025-04-10T05:15:00.123456789Z')).toBe('2025-04-10T05:15:00.123Z');
  });

  it('takes nothing that may be another instant elsewhere, or is none', () => {
    for (const stated of [
      null,
      '',
      '2025-04-10',
      '2025-04-10T14:15:00',
      '2025-04-31T25:15:00Z',
      '20250410141500',
      'yesterday',
    ])
      expect(captureInstant(stated)).toBeNull();
  });
});
