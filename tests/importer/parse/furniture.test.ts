import { furnitureByShape, holdsTemplate, isPageNumber } from '../../../src/importer/parse/furniture';
import { rows } from '../rows';

const long = (length: number) => 'x'.repeat(length);

describe('furniture by its shape', () => {
  rows([
    ['template', ['{{ x }}', '{% include "ad" %}', '{{ a }} {% b %}', '{{}}', `{{${long(200)}}}`]],
    [
      'style-sheet',
      [
        ...[
          '.a { color: red }',
          '#main { margin: 0 }',
          '@media screen {',
          '@import x {',
          '@font-face {',
          '@charset "x";',
        ],
        ...['@keyframes {', '.wp-block > p {', '#main > p {', 'p { margin: 0', 'color: red;', 'max-width:100px;'],
        ...['p{a:b}', '.a{'],
      ],
    ],
    [
      'script',
      [
        ...['var x = 1;', 'let a=1;', 'const $a = {};', 'function x() {', 'async function load(a, b) {', 'function(){'],
        ...[
          'window.dataLayer = x;',
          'document.write(x);',
          'googletag.cmd.push(function() {',
          'dataLayer.push({',
          '_gaq["x"] = [];',
        ],
      ],
    ],
    [
      'reading-time',
      [
        ...[
          '5 min read',
          '5 minutes read',
          '12 minute-read',
          '5 min',
          '5分',
          '5分で読めます',
          '5분',
          '5分钟',
          '3 分読了',
        ],
        ...['reading time: 5 min', 'Reading time 12 minutes', 'Reading time: 3 minute', '123 min'],
      ],
    ],
    [
      'counter',
      [
        ...['12 comments', '1 comment', '3 shares', '1 share', '5 views', '7 likes', '1 like', '2 retweets', '1 view'],
        ...['Comments (12)', 'comment: 3', 'Shares: 12', 'View (3', 'view : 3'],
        ...['コメント12件', '댓글 12개', '댓글3', '댓글 3', '123456 views'],
      ],
    ],
    [
      'share-line',
      [
        'Share Tweet',
        'Facebook Twitter Email',
        'share | tweet | line',
        'Facebook・ポスト',
        'シェア / ツイート',
        'Tweet, Print',
        'Facebook  Copy Link',
      ],
    ],
  ])('%s', (name, texts) => {
    expect(texts.map((text) => [text, furnitureByShape(text)])).toEqual(texts.map((text) => [text, name]));
  });

  rows([
    ...[
      '',
      'x',
      ';',
      'Bell Kept',
      'A bell = a sound',
      'He said {so}',
      'It rang; it stopped',
      'x {{ y }}',
      '{{ y }} x',
      `{{${long(201)}}}`,
    ],
    ...[
      'See: this one;x',
      'Color: red;',
      'a: b',
      '12 comments more',
      'the 12 comments',
      '1234567 views',
      '1234 min read',
      'min read',
    ],
    ...[
      '5 min reader',
      'Reading time: long',
      'share',
      'Share the bell',
      'Tweet',
      'I Share Tweet',
      'Share Tweet it',
      'variable x = 1;',
    ],
    ...[
      'my var x = 1;',
      'The function x() {',
      'the window = x',
      'windows = x',
      'Comments',
      '(Comments: 3)',
      'コメント件',
      '댓글',
    ],
    ...[
      `.a { color: ${long(400)} }`,
      `${'Share '.repeat(8)}Share Share Share`,
      'Bell .a { color red',
      '9 lives',
      '5分間',
      '3 views x',
    ],
  ])('not: %j', (text) => {
    expect(furnitureByShape(text)).toBeNull();
  });

  it('looks at lines up to 400 characters', () => {
    const rule = (length: number) => `.a { b:${long(length - 8)}}`;
    expect(rule(400)).toHaveLength(400);
    expect(furnitureByShape(rule(400))).toBe('style-sheet');
    expect(furnitureByShape(`${rule(400)} `)).toBeNull();
  });

  it('looks for counters in lines up to 48 characters', () => {
    const row = (end: string) => `${'Facebook Twitter '.repeat(2)}Email Prin${end}`;
    expect(furnitureByShape(row('t'))).toBe('share-line');
    expect(furnitureByShape('Facebook | Twitter | Email | Print | Line | Share')).toBeNull();
  });
});

describe('page numbers', () => {
  rows(['1/3', '1 / 3', '12 of 30', 'page 1 of 3', 'Page 123/456', '1of3'])('%s', (text) => {
    expect(isPageNumber(text)).toBe(true);
  });

  rows(['1', 'a 1/3', '1/3 b', '1234/3', '1/3456', 'page 1', 'page 1 of three', 'page 123 of  456', ''])(
    'not: %j',
    (text) => {
      expect(isPageNumber(text)).toBe(false);
    },
  );
});

describe('remains of a template within a text', () => {
  rows([
    ['The bell {{ name }} rang.', true],
    ['{{}}', true],
    [`{{${long(200)}}}`, true],
    [`{{${long(201)}}}`, false],
    ['The bell {{ name rang.', false],
    ['The bell {name} rang.', false],
    ['The bell rang.', false],
  ])('%s: %s', (text, expected) => {
    expect(holdsTemplate(text)).toBe(expected);
  });
});
