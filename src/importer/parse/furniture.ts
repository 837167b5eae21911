/** Furniture that is known by its shape rather than by its words. */

/** `.wp-block { margin: 0 }`, `@media screen {`, `#main > p {` */
const STYLE_RULE =
  /^(?:@(?:media|import|font-face|charset|keyframes)\b|[.#@*]?[\w-]+[^{}]{0,200}\{[^{}]{0,400}:[^{}]{0,400}\}?$|[.#][\w-][^{}“”"]{0,200}\{$)/;
const STYLE_DECLARATION = /^[a-z-]{2,40}: ?[^;{}]{1,120};$/;
/** `{{ article.body }}`, `{% include "ad" %}` */
const TEMPLATE = /^(?:\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,200}%\}|\s)+$/;
const TEMPLATE_INSIDE = /\{\{[^{}]{0,200}\}\}/;
/** `window.dataLayer = …;`, `googletag.cmd.push(function() {` */
const SCRIPT =
  /^(?:(?:var|let|const) [\w$]+ ?= ?.{0,400};$|(?:async )?function ?[\w$]{0,60} ?\([^()]{0,200}\) ?\{|(?:window|document|googletag|dataLayer|_gaq)\b[\w.$[\]'"]{0,80}(?: ?=|\())/;
const READING_TIME =
  /^(?:\d{1,3} ?(?:min|minute|minutes|分|분|分钟)[ -]?(?:read|で読めます|読了)?|reading time:? \d{1,3} (?:min|minutes?))$/i;
/** `120 views`, `1,204 views` */
const COUNTS =
  /^(?:\d{1,6}(?:,\d{3}){0,2} (?:comments?|shares?|views?|likes?|retweets?)|(?:comments?|shares?|views?) ?[(:] ?\d{1,6}\)?|コメント\d{1,6}件|댓글 ?\d{1,6}개?)$/i;
const PAGE_NUMBER = /^(?:page )?\d{1,3} ?(?:\/|of) ?\d{1,3}$/i;
const SHARE_ROW =
  /^(?:(?:share|tweet|facebook|twitter|x|line|email|print|copy link|whatsapp|linkedin|reddit|シェア|ツイート|ポスト)[\s|/・•,]{1,3}){1,8}(?:share|tweet|facebook|twitter|x|line|email|print|copy link|whatsapp|linkedin|reddit|シェア|ツイート|ポスト)$/i;
const MAX_LENGTH = 400;
/** `5分` is the shortest; the marks of lists are shorter. */
const MIN_LENGTH = 2;

const SHAPES: readonly (readonly [RegExp, string])[] = [
  [TEMPLATE, 'template'],
  [STYLE_RULE, 'style-sheet'],
  [STYLE_DECLARATION, 'style-sheet'],
  [SCRIPT, 'script'],
  [READING_TIME, 'reading-time'],
  [COUNTS, 'counter'],
  [SHARE_ROW, 'share-line'],
];

const MAX_COUNTER = 48;
/** A clock time begins none. */
const MAY_BE_COUNTER = /^\d(?!\d?:\d)|share|tweet|facebook|comment|view|reading|シェア|ツイート|ポスト|コメント|댓글/i;

/** Code holds these; long prose holds none of them, and a search for one character is quicker than a pattern. */
const mayBeCode = (text: string): boolean =>
  text.includes('{') || text.includes('=') || text.includes('}') || text.endsWith(';');

/** The kind of furniture that a line is by its shape, or null. */
export function furnitureByShape(text: string): string | null {
  if (text.length > MAX_LENGTH || text.length < MIN_LENGTH) return null;
  if (!mayBeCode(text) && (text.length > MAX_COUNTER || !MAY_BE_COUNTER.test(text))) return null;
  return SHAPES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Whether the line is a page number such as `1 / 3`, which is furniture between paragraphs. */
export function isPageNumber(text: string): boolean {
  return text.length < 16 && PAGE_NUMBER.test(text);
}

/** Whether remains of a page template stand within a text. */
export function holdsTemplate(text: string): boolean {
  return text.includes('{{') && TEMPLATE_INSIDE.test(text);
}
