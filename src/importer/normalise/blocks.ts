import type { BodyBlock } from '../documents';
import type { Block } from '../records';

const HEADING_LEVEL = 2;

function toBlock({ type, text }: BodyBlock): Block {
  const children = [{ type: 'text', text }] as const;
  return type === 'heading' ? { type, level: HEADING_LEVEL, children } : { type, children };
}

/** A parsed body as Strapi's blocks; sub-heads become headings of level 2. */
export function toBlocks(body: readonly BodyBlock[]): readonly Block[] {
  return body.map(toBlock);
}

/** Whatever JSON escapes in a text: most paragraphs hold none of it. */
// eslint-disable-next-line no-control-regex -- JSON escapes control characters
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

const textJson = (text: string): string => (ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`);

function blockJson({ type, text }: BodyBlock): string {
  const level = type === 'heading' ? `,"level":${HEADING_LEVEL}` : '';
  return `{"type":"${type}"${level},"children":[{"type":"text","text":${textJson(text)}}]}`;
}

/** The JSON of `toBlocks`. Bodies are the most of what an import writes as JSON, and spelling their few keys out takes a fifth of the time. */
export function blocksJson(body: readonly BodyBlock[]): string {
  return `[${body.map(blockJson).join()}]`;
}

interface TextLike {
  readonly text?: unknown;
  readonly children?: unknown;
}

/**
 * The plain text of a block, whatever an editor made of it (links, lists, bold text).
 *
 * @param block a block or a node within one, as stored
 */
export function blockText(block: unknown): string {
  if (typeof block !== 'object' || block === null) return '';
  const { text, children } = block as TextLike;
  if (typeof text === 'string') return text;
  return Array.isArray(children) ? children.map(blockText).join('') : '';
}
