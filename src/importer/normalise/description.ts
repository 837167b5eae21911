import { blockText } from './blocks';

function isParagraph(block: unknown): boolean {
  return typeof block === 'object' && block !== null && (block as { type?: unknown }).type === 'paragraph';
}

/**
 * The lead paragraph: the first paragraph of the body that has text, whole.
 *
 * @param body Strapi blocks, as stored or as an editor sends them
 * @returns null where there is none
 */
export function leadParagraph(body: unknown): string | null {
  if (!Array.isArray(body)) return null;
  for (const block of body) {
    const text = isParagraph(block) ? blockText(block).trim() : '';
    if (text !== '') return text;
  }
  return null;
}
