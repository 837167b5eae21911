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
